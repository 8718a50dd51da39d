import PoolStore
import Records
import Testing

@Suite("The event ledger")
struct EventLedgerContractTests {
    private func event(
        _ bench: Bench, _ kind: Event.Kind, hour: Int, _ customer: String, _ payload: [String: String] = [:]
    ) -> Event {
        Event(
            kind, businessDate: bench.date(1), at: bench.at(1, hour), customer: CustomerID(customer), rep: ann,
            payload: payload)
    }

    @Test(
        "events are numbered by time, kind, customer, rep and payload, whatever their order",
        arguments: StoreFactory.all)
    func sorts(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let events = [
            event(bench, .won, hour: 9, "C2"), event(bench, .paid, hour: 9, "C2", ["b": "1"]),
            event(bench, .paid, hour: 9, "C2", ["a": "1"]), event(bench, .paid, hour: 9, "C1"),
            event(bench, .paid, hour: 8, "C9"),
        ]
        try bench.store.append(events)
        try bench.store.append([event(bench, .paid, hour: 1, "C0")])
        var numbers: [Int] = []
        try bench.store.forEachEvent { numbers.append($0.sequence) }
        #expect(numbers == [1, 2, 3, 4, 5, 6])
        #expect(
            try bench.events() == [
                events[4], events[3], events[2], events[1], events[0], event(bench, .paid, hour: 1, "C0"),
            ])

        let other = try Bench(factory)
        try other.store.append(events.reversed())
        #expect(try other.events() == Array(try bench.events().dropLast()))
    }

    @Test("an event comes back as it was written", arguments: StoreFactory.all)
    func keepsEverything(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let event = Event(
            .allocated, businessDate: bench.date(2), at: bench.at(1), recordedAt: bench.at(2), customer: nil, rep: bob,
            batch: BatchID("b"), run: "2026-11-02#2", payload: ["引号": "\"\\\n", "": ""])
        try bench.store.append([event])
        #expect(try bench.events() == [event])
    }

    @Test("the store may be used while events are visited", arguments: StoreFactory.all)
    func reenters(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.store.append([event(bench, .won, hour: 1, "C1"), event(bench, .won, hour: 2, "C1")])
        var inner = 0
        try bench.store.forEachEvent { _ in try bench.store.forEachEvent { _ in inner += 1 } }
        #expect(inner == 4)
    }

    @Test("an export is in the access log", arguments: StoreFactory.all)
    func logsAccess(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.store.logAccess(to: .followUps, by: "ops", at: bench.at(1))
        #expect(try bench.store.accesses() == [Access(at: bench.at(1), by: "ops", table: .followUps)])
    }
}
