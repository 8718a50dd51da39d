import PoolStore
import Records
import Testing

@Suite("Saving lists about customers")
struct ActivitiesContractTests {
    @Test("importing the same row twice changes nothing", arguments: StoreFactory.all)
    func idempotent(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        try bench.add("1")
        for expected in [SaveOutcome.new, .unchanged] {
            #expect(try bench.followUp("f", "1", "ann", at: bench.at(1)) == expected)
            #expect(try bench.deal("d", "1", "ann", .won, amount: 5, closed: bench.at(1)) == expected)
            #expect(try bench.payment("p", "1", deal: "d", "ann", amount: 5, paid: bench.at(1)) == expected)
            #expect(try bench.claim("c", "1", "ann", at: bench.at(1)) == expected)
            var contact = Contact(customer: Reference("1"), name: "王")
            contact.isDecisionMaker = true
            let rows = BatchRows(batch: bench.batch(.contacts, "erp"), rows: [bench.row("erp", "k", contact)])
            #expect(try bench.store.save(rows, date: bench.date(1), at: bench.at(1)) == [expected])
        }
        let kinds = try bench.events().map(\.kind)
        for kind in [Event.Kind.followedUp, .dealRecorded, .won, .paid, .claimRequested] {
            #expect(kinds.count { $0 == kind } == 1)
        }
        #expect(
            try bench.rows(.contacts).map { $0.prefix(4).joined(separator: ",") } == [
                "erp,k,\(Identity.customer(source: "erp", externalID: "1")),王"
            ])
    }

    @Test("events carry figures and words of the list, and no note", arguments: StoreFactory.all)
    func payloads(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let id = try bench.add("1")
        try bench.followUp("f", "1", "ann", at: bench.at(-1)) {
            $0.channel = "电话"
            $0.outcome = "有意向"
            $0.note = "13800138000 王小明"
            $0.counts = false
        }
        try bench.payment("p", "1", amount: 1234, paid: nil, day: 3)
        let followUp = try #require(try bench.events(.followedUp).first)
        #expect(followUp.at == bench.at(-1))
        #expect(followUp.recordedAt == bench.at(1))
        #expect(followUp.customer == id)
        #expect(followUp.rep == ann)
        #expect(followUp.batch == bench.batch(.followUps, "erp").id)
        #expect(followUp.payload == ["channel": "电话", "outcome": "有意向", "counts": "false", "id": "erp:f"])
        let payment = try #require(try bench.events(.paid).first)
        #expect(payment.at == bench.at(3))
        #expect(payment.payload == ["amount_minor": "1234", "currency": "CNY", "id": "erp:p"])
    }

    @Test(
        "a changed row is updated; its event is told anew only where it says something else",
        arguments: StoreFactory.all)
    func updates(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        try bench.add("1")
        try bench.followUp("f", "1", "ann", at: bench.at(1))
        #expect(try bench.followUp("f", "1", "ann", at: bench.at(1), day: 2) { $0.note = "补记" } == .updated)
        #expect(try bench.events(.followedUp).count == 1)
        #expect(try bench.followUp("f", "1", "ann", at: bench.at(2), day: 3) { $0.note = "补记" } == .updated)
        #expect(try bench.events(.followedUp).map(\.at) == [bench.at(1), bench.at(2)])
        #expect(try bench.rows(.followUps).count == 1)
    }

    @Test(
        "an ambiguous reference is refused, names the candidates and leaves what is stored", arguments: StoreFactory.all
    )
    func ambiguous(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let ids = try bench.add([Bench.record("crm", "7", "同名"), Bench.record("erp", "8", "同名")]).sorted()
        let outcome = try bench.followUp("f", "同名", nil, at: bench.at(1), source: "app")
        guard case .rejected(let field, let code, let message) = outcome else {
            Issue.record("\(String(describing: outcome))")
            return
        }
        #expect(field == .customer)
        #expect(code == .ambiguousReference)
        #expect(message.contains("\(ids[0]), \(ids[1])"))
        #expect(try bench.rows(.followUps).isEmpty)

        try bench.addReps([Rep(id: ann, name: "王"), Rep(id: bob, name: "王")])
        guard case .rejected(.rep, .ambiguousReference, _) = try bench.deal("d", "7", "王", .open) else {
            Issue.record("an ambiguous rep was accepted")
            return
        }
        try bench.deal("x", "7", nil, .open, source: "crm")
        try bench.deal("x", "7", nil, .open, source: "erp")
        guard
            case .rejected(.deal, .ambiguousReference, _) = try bench.payment(
                "p", nil, deal: "x", amount: 1, paid: nil, source: "app")
        else {
            Issue.record("an ambiguous deal was accepted")
            return
        }
    }

    @Test("a payment of a deal is its customer's", arguments: StoreFactory.all)
    func throughDeal(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let id = try bench.add("1")
        try bench.deal("d", "1", nil, .open)
        #expect(try bench.payment("p", nil, deal: "d", amount: 1, paid: bench.at(1), source: "bank") == .new)
        #expect(try bench.rows(.payments).first?.prefix(4) == ["bank", "p", id.rawValue, "erp:d"])
    }

    @Test("a claim that was taken back is kept and never asked for", arguments: StoreFactory.all)
    func withdrawn(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.addReps("ann")
        let id = try bench.add("1")
        try bench.claim("c1", "1", "ann", at: bench.at(2))
        try bench.claim("c2", "1", "ann", at: bench.at(1), isWithdrawn: true)
        try bench.claim("c3", "1", "ann", at: bench.at(2), source: "a")
        try bench.claim("c4", "1", "ann", at: bench.at(9))
        let requests = try bench.store.claimRequests(until: bench.at(2))
        #expect(
            requests == [
                ClaimRequest(id: "a:c3", customer: id, rep: ann, requestedAt: bench.at(2)),
                ClaimRequest(id: "app:c1", customer: id, rep: ann, requestedAt: bench.at(2)),
            ])
        #expect(try bench.claim("c1", "1", "ann", at: bench.at(2), isWithdrawn: true) == .updated)
        #expect(try bench.store.claimRequests(until: bench.at(2)).map(\.id) == ["a:c3"])
    }
}
