import Records
import Testing

@testable import Allocation

@Suite("Bottlenecks")
struct BottlenecksTests {
    private func rejections(_ reasons: KeyValuePairs<String, ReasonCode>) -> [Decision.Rejection] {
        reasons.map { Decision.Rejection(rep: RepID($0), reason: $1, detail: .none) }
    }

    @Test("a customer counts once, for what is asked last: a limit before a territory, a territory before an absence")
    func nearest() {
        var bottlenecks = Bottlenecks()
        bottlenecks.add(rejections(["a": .onLeave, "b": .industryMismatch, "c": .intakeLimit]))
        bottlenecks.add(rejections(["a": .onLeave, "b": .industryMismatch, "c": .regionMismatch]))
        bottlenecks.add(rejections(["a": .onLeave, "b": .left]))
        bottlenecks.add(.outranked)
        bottlenecks.add(.outranked)
        let list = bottlenecks.list().filter { $0.rep == nil }
        #expect(list.map(\.constraint) == [.outranked, .intakeLimit, .left, .regionMismatch])
        #expect(list.map(\.customers) == [2, 1, 1, 1])
        #expect(list.map(\.gain) == [nil, 1, nil, nil])
    }

    @Test("one more place each serves as many as find different reps, not as many as wait")
    func gain() {
        var bottlenecks = Bottlenecks()
        // Two wait for b alone; a's only customer could also be b's.
        bottlenecks.add(rejections(["a": .intakeLimit, "b": .intakeLimit]))
        bottlenecks.add(rejections(["a": .inactive, "b": .intakeLimit]))
        bottlenecks.add(rejections(["a": .inactive, "b": .intakeLimit]))
        let list = bottlenecks.list()
        #expect(list.map(\.rep?.rawValue) == [nil, "b", "a"])
        #expect(list.map(\.customers) == [3, 3, 1])
        #expect(list.map(\.gain) == [2, 1, 1])
    }

    @Test("the list does not depend on the order of customers and reps")
    func order() {
        let customers = [
            rejections(["a": .intakeLimit, "b": .holdingLimit]), rejections(["b": .holdingLimit]),
            rejections(["c": .coolingOff]), rejections(["a": .intakeLimit, "c": .coolingOff]),
        ]
        func list(_ customers: [[Decision.Rejection]]) -> [Bottleneck] {
            var bottlenecks = Bottlenecks()
            for customer in customers { bottlenecks.add(customer) }
            return bottlenecks.list()
        }
        #expect(list(customers.reversed().map { $0.reversed() }) == list(customers))
    }
}
