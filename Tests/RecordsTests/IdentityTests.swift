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

@Suite("Customer ids as GUIDs")
struct CustomerGUIDTests {
    @Test("every id has one of version 8, and it is read back from any spelling")
    func roundTrip() {
        for number in 0..<500 {
            let id = Identity.customer(source: "s", externalID: "\(number)")
            let guid = id.guid ?? ""
            #expect(guid.hasPrefix("676f6e67-6861-8") && guid.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12])
            #expect("89ab".contains(guid[guid.index(guid.startIndex, offsetBy: 19)]))
            #expect(CustomerID(written: guid) == id && CustomerID(written: id.rawValue) == id)
        }
        #expect(CustomerID("CAAAAAAAAAAAAA").guid == "676f6e67-6861-8000-8000-000000000000")
        #expect(CustomerID("C7777777777777").guid == "676f6e67-6861-8007-bfff-ffffffffffff")
    }

    @Test(
        "other texts are nobody's id",
        arguments: [
            "", "C1", "CAAAAAAAAAAAA1", "caaaaaaaaaaaaa", "676f6e67-6861-4000-8000-000000000000",
            "676f6e67-6861-8008-8000-000000000000", "676f6e67-6861-8000-c000-000000000000",
            "676f6e67-6861-8000-8000-00000000000g",
        ])
    func others(text: String) { #expect(CustomerID(written: text) == nil) }
}
