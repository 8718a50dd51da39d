import PoolStore
import Records
import Testing

@Suite("Transactions of a store")
struct TransactionsContractTests {
    private struct Stop: Error {}

    @Test("an error takes back everything of a transaction", arguments: StoreFactory.all)
    func rollsBack(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        #expect(throws: Stop.self) {
            try bench.store.transaction {
                try bench.add("1")
                throw Stop()
            }
        }
        #expect(try bench.store.pool().isEmpty)
        #expect(try bench.events().isEmpty)
    }

    @Test("an inner transaction that fails leaves the outer one's work alone", arguments: StoreFactory.all)
    func nests(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.store.transaction {
            try bench.add("1")
            #expect(throws: Stop.self) {
                try bench.store.transaction {
                    try bench.add("2")
                    throw Stop()
                }
            }
            try bench.store.transaction { _ = try bench.add("3") }
        }
        #expect(try bench.store.pool().map(\.name).sorted() == ["客户1", "客户3"])
        #expect(try bench.store.verify().isEmpty)
    }

    @Test("a rehearsal sees its own work and takes it back", arguments: StoreFactory.all)
    func rehearses(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let seen = try bench.store.rehearsal {
            try bench.store.transaction { _ = try bench.add("1") }
            return try bench.store.pool().count
        }
        #expect(seen == 1)
        #expect(try bench.store.pool().isEmpty)
        try bench.store.transaction {
            try bench.add("2")
            try bench.store.rehearsal { _ = try bench.add("3") }
        }
        #expect(try bench.store.pool().map(\.name) == ["客户2"])
    }

    @Test("a transaction gives back what its body gives", arguments: StoreFactory.all)
    func returns(_ factory: StoreFactory) throws {
        let store = try factory.make()
        #expect(try store.transaction { 7 } == 7)
        #expect(try store.transaction { nil as Int? } == nil)
    }
}
