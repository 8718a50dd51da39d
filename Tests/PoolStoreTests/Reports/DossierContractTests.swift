import PoolStore
import Records
import Testing

@Suite("Everything known of one customer")
struct DossierContractTests {
    @Test("sources, spells, events and decisions, the newest decision first", arguments: StoreFactory.all)
    func complete(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let a = try bench.add("1")
        try bench.add("2")
        try bench.grant(.claim, a, ann, day: 2)
        try bench.grant(.recycle, a, ann, day: 9)
        let dossier = try #require(try bench.store.dossier(of: a))
        #expect(dossier.summary == (try bench.store.summaries(of: [a]).first))
        #expect(dossier.records.map(\.cells) == [CellTexts(["1", "客户1"])])
        #expect(dossier.records.map(\.batch) == [bench.batch(.customers, "erp")])
        #expect(dossier.records.map(\.line) == [2])
        #expect(dossier.spells.map(\.endReason) == [.recycled])
        #expect(
            dossier.events.map(\.event.kind) == [
                .customerCreated, .claimGranted, .spellStarted, .recycled, .spellEnded,
            ])
        #expect(dossier.events.map(\.sequence) == dossier.events.map(\.sequence).sorted())
        #expect(dossier.decisions.map(\.run) == ["2026-11-09", "2026-11-02"])
        #expect(dossier.decisions.map(\.decision.kind) == [.recycle, .claim])
    }

    @Test("nothing is known of an unknown customer", arguments: StoreFactory.all)
    func unknown(_ factory: StoreFactory) throws {
        #expect(try factory.make().dossier(of: CustomerID("C?")) == nil)
    }
}
