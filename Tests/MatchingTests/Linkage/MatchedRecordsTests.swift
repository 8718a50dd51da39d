import Records
import Testing

@testable import Matching

@Suite("Customers of matched records")
struct MatchedRecordsTests {
    func record(_ id: String, stored: String? = nil, rule: MatchRule? = .fullName) -> RecordToMatch {
        RecordToMatch(
            key: RecordKey(source: "crm", externalID: id), stored: stored.map { CustomerID($0) }, rule: rule,
            probability: 0.999)
    }

    func known(_ id: String, _ storedAt: Int64) -> KnownCustomer {
        KnownCustomer(id: CustomerID(id), storedAt: Instant(epochSeconds: storedAt))
    }

    @Test("a new customer gets the id of its smallest record, which no rule joined")
    func new() throws {
        let customer = try #require(MatchedCustomer([record("2"), record("1")], known: []))
        #expect(customer.id == Identity.customer(source: "crm", externalID: "1"))
        #expect(customer.isNew)
        #expect(customer.records.map(\.rule) == [nil, .fullName])
        #expect(customer.records.map(\.probability) == [nil, 0.999])
    }

    @Test("the older of known customers survives, ties by id, and absorbs the others")
    func absorbs() throws {
        let joined = try #require(MatchedCustomer([record("1")], known: [known("C2", 5), known("C1", 9)]))
        #expect(joined.id == CustomerID("C2"))
        #expect(joined.absorbed == [CustomerID("C1")])
        #expect(joined.records.map(\.rule) == [.fullName])
        let tied = try #require(MatchedCustomer([record("1", stored: "C2")], known: [known("C2", 5), known("C1", 5)]))
        #expect(tied.id == CustomerID("C1"))
        #expect(tied.records.map(\.rule) == [nil], "a stored record was joined before")
    }

    @Test("without a record of the import nothing is matched")
    func nothing() {
        #expect(MatchedCustomer([], known: [known("C1", 1)]) == nil)
    }

    @Test("a model is read back as it was written, and another program's is not taken for one")
    func stored() throws {
        var model = LinkageModel(prior: CompanyTable.comparisons)
        model.averageShares[1] = 0.25
        let text = try model.text()
        #expect(LinkageModel(CompanyTable.comparisons, text: text) == model)
        #expect(LinkageModel(PersonTable.comparisons, text: text) == nil)
        #expect(LinkageModel(CompanyTable.comparisons, text: "{}") == nil)
    }
}
