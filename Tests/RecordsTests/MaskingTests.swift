import Records
import Testing

@Suite("Masking")
struct MaskingTests {
    @Test(
        "phones keep their ends",
        arguments: [
            ("+8613800135678", "138****5678"), ("+8675583220000;ext=801", "755****0000"),
            ("+14159017000", "141****7000"), ("12345", "****45"), ("", "****"), ("1", "****1"),
        ])
    func phones(phone: String, masked: String) {
        #expect(Masking.phone(phone) == masked)
    }

    @Test(
        "mail addresses keep their first letter and domain",
        arguments: [("wang.li@acme.com", "w***@acme.com"), ("@acme.com", "***@acme.com"), ("wang", "***")])
    func emails(email: String, masked: String) {
        #expect(Masking.email(email) == masked)
    }

    @Test(
        "an example shows what is wrong with a value and not whose it is",
        arguments: [
            (Field.email, "wang.li@@acme", "wa**.**@@****"), (.phone, "0755 8322转8", "07** ******"),
            (.name, "????公司A", "????公司*"),
            (.creditCode, "91440300708461136A", "91****************"), (.ownedSince, "31/31/2026", "31/31/2026"),
            (.level, "13800135678 VIP", "138****5678 VIP"), (.revenue, "about\n12", "about 12"),
            (.industry, "卖东西的卖东西的卖东西的卖东西的卖东西的卖东西的店", "卖东西的卖东西的卖东西的卖东西的卖东西的卖东西…"),
        ])
    func examples(field: Field, text: String, masked: String) {
        #expect(Masking.example(text, of: field) == masked)
    }

    @Test("names keep their first character", arguments: [("王小明", "王**"), ("王", "王"), ("", ""), ("Alexander", "A***")])
    func persons(name: String, masked: String) {
        #expect(Masking.person(name) == masked)
    }
}
