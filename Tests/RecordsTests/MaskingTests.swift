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

    @Test("names keep their first character", arguments: [("王小明", "王**"), ("王", "王"), ("", ""), ("Alexander", "A***")])
    func persons(name: String, masked: String) {
        #expect(Masking.person(name) == masked)
    }
}
