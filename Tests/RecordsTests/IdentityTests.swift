import Records
import Testing

@Suite("Identity")
struct IdentityTests {
    @Test("a customer's id is C and thirteen characters of base 32, made from source and id")
    func customer() {
        // SHA-256 of "crm-a", NUL, "1", by another program.
        #expect(Identity.customer(source: "crm-a", externalID: "1").rawValue == "CM5QA67KBLXP6U")
        #expect(
            Identity.customer(source: "crm-a1", externalID: "") != Identity.customer(source: "crm-a", externalID: "1"))
    }

    @Test("values that run together are told apart in a derived id")
    func derived() {
        #expect(Identity.derived(from: ["a", "b"]) != Identity.derived(from: ["ab", ""]))
        #expect(Identity.derived(from: ["a", "b"]) == Identity.derived(from: ["a", "b"]))
        #expect(Identity.derived(from: []).hasPrefix("~"))
        #expect(Identity.derived(from: ["a"]).count == 13)
    }

    @Test("a batch is its source, entity and bytes")
    func batch() {
        let first = Identity.batch(source: "a", entity: .deals, fileDigest: [1, 2])
        #expect(first == Identity.batch(source: "a", entity: .deals, fileDigest: [1, 2]))
        #expect(first != Identity.batch(source: "a", entity: .claims, fileDigest: [1, 2]))
        #expect(first != Identity.batch(source: "b", entity: .deals, fileDigest: [1, 2]))
        #expect(first.rawValue.count == 16)
    }

    @Test("digests are hexadecimal SHA-256")
    func digest() {
        #expect(Identity.digest("abc".utf8) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Identity.hex([0, 15, 255]) == "000fff")
    }

    @Test("ids and record keys are ordered by their bytes, not by a language")
    func order() {
        #expect(CustomerID("Z") < CustomerID("a"))
        #expect(CustomerID("é") > CustomerID("z"))
        #expect(RecordKey(source: "a", externalID: "9") < RecordKey(source: "b", externalID: "1"))
        #expect(RecordKey(source: "a", externalID: "10") < RecordKey(source: "a", externalID: "9"))
        #expect(Identity.rep(source: "crm", externalID: "7").rawValue == "crm:7")
    }
}
