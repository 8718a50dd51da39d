import PoolStore
import Records
import Testing

@Suite("The order of offers")
struct OffersContractTests {
    /// By value, the most valuable first; what has none comes last.
    func byValue(_ customer: CustomerSummary) -> Double { customer.value.map { -Double($0.minorUnits) } ?? 0 }

    func setValue(_ minorUnits: Int64, of id: CustomerID, in bench: Bench, day: Int = 1) throws {
        var customer = Customer(name: "c")
        customer.value = Money(minorUnits: minorUnits, currency: "CNY")
        try bench.store.update([id: customer], date: bench.date(day), at: bench.at(day))
    }

    func offered(_ bench: Bench, day: Int = 9) throws -> [CustomerID] {
        try bench.store.offers(after: nil, enteredBy: bench.end(day), limit: 100).map(\.customer.id)
    }

    @Test("by place, ties by id, in pieces that follow each other", arguments: StoreFactory.all)
    func order(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let ids = try (1...6).map { try bench.add("\($0)") }
        for (id, value) in zip(ids, [5, 9, 5, 5, 1] as [Int64]) { try setValue(value, of: id, in: bench) }
        #expect(try offered(bench).isEmpty, "nobody has a place yet")
        try bench.store.placePool(by: "value", byValue)
        let expected = [ids[1]] + [ids[0], ids[2], ids[3]].sorted() + [ids[4], ids[5]]
        #expect(try offered(bench) == expected)
        var (pieces, last) = ([[CustomerID]](), OfferPlace?.none)
        while true {
            let piece = try bench.store.offers(after: last, enteredBy: bench.end(9), limit: 2)
            if piece.isEmpty { break }
            pieces.append(piece.map(\.customer.id))
            last = piece.last
        }
        #expect(pieces == [Array(expected[0...1]), Array(expected[2...3]), Array(expected[4...5])])
        let first = try #require(try bench.store.offers(after: nil, enteredBy: bench.end(9), limit: 1).first)
        #expect(try [first.customer] == bench.store.summaries(of: [ids[1]]) && first.place == -9)
    }

    @Test("only what changed, and what came to the pool, is asked about again", arguments: StoreFactory.all)
    func changes(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let ids = try (1...4).map { try bench.add("\($0)") }
        for (id, value) in zip(ids, [1, 2, 3, 4] as [Int64]) { try setValue(value, of: id, in: bench) }
        func place(_ order: String = "value") throws -> [Int64] {
            var asked: [Int64] = []
            try bench.store.placePool(by: order) {
                asked.append($0.value?.minorUnits ?? 0)
                return byValue($0)
            }
            return asked.sorted()
        }
        #expect(try place() == [1, 2, 3, 4])
        #expect(try place().isEmpty)
        try setValue(3, of: ids[2], in: bench, day: 2)
        #expect(try place().isEmpty, "it says what it said")
        try setValue(30, of: ids[0], in: bench, day: 2)
        try bench.grant(.claim, ids[3], RepID("hr:ann"), day: 2)
        #expect(try offered(bench) == [ids[2], ids[1]])
        #expect(try place() == [30])
        #expect(try offered(bench) == [ids[0], ids[2], ids[1]])
        try bench.grant(.recycle, ids[3], RepID("hr:ann"), day: 4)
        #expect(try place() == [4])
        #expect(try offered(bench) == [ids[0], ids[3], ids[2], ids[1]])
        #expect(try offered(bench, day: 3) == [ids[0], ids[2], ids[1]], "it was not there on that day")
        #expect(try place("another") == [2, 3, 4, 30])
    }

    @Test("how many there are leaves out holds and who came later", arguments: StoreFactory.all)
    func count(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let ids = try (1...4).map { try bench.add("\($0)") }
        try bench.store.lock(
            ids[0], until: bench.date(5), reason: "r", by: "p", date: bench.date(2), at: bench.at(2))
        try bench.grant(.claim, ids[1], RepID("hr:ann"), day: 2)
        func count(entered: Int, on day: Int) throws -> Int {
            try bench.store.offerCount(enteredBy: bench.end(entered), on: bench.date(day))
        }
        #expect(try count(entered: 9, on: 5) == 2)
        #expect(try count(entered: 9, on: 6) == 3)
        try bench.grant(.recycle, ids[1], RepID("hr:ann"), day: 7)
        #expect(try count(entered: 9, on: 9) == 4)
        #expect(try count(entered: 6, on: 9) == 3)
    }
}

@Suite("The pool, counted")
struct PoolFactsContractTests {
    @Test("counts are those of the customers, at any moment", arguments: StoreFactory.all)
    func sameAsCustomers(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let ids = try (1...8).map { number in
            let id = try bench.add("\(number)", day: number)
            var customer = Customer(name: "c")
            if number > 2 {
                customer.value = Money(
                    minorUnits: number == 8 ? .max : 1_234_567_890, currency: number == 4 ? "USD" : "CNY")
            }
            try bench.store.update([id: customer], date: bench.date(number), at: bench.at(number))
            return id
        }
        let ann = RepID("hr:ann")
        for day in 10...13 {
            try bench.grant(.claim, ids[2], ann, day: day)
            try bench.grant(.recycle, ids[2], ann, day: day)
        }
        try bench.grant(.claim, ids[3], ann, day: 14)
        try bench.store.lock(
            ids[5], until: bench.date(16), reason: "r", by: "p", date: bench.date(14), at: bench.at(14))
        for day in [3, 11, 14, 15, 40, 200] {
            let (moment, date) = (bench.end(day), bench.date(day))
            let facts = try bench.store.poolFacts(at: moment, on: date, zone: bench.zone)
            #expect(facts == PoolFacts(try bench.store.pool(at: moment), on: date, zone: bench.zone))
            #expect(try bench.store.hasMoved(since: moment) == (day < 14))
        }
        let facts = try bench.store.poolFacts(at: bench.end(14), on: bench.date(14), zone: bench.zone)
        #expect(facts.size == 7 && facts.onHold == 1 && facts.bouncing.map(\.id) == [ids[2]])
        #expect(facts.values == ["CNY": .max] && facts.entered == [3, 7, 7, 7])
    }
}
