import Testing

@testable import Matching

@Suite("MailDomain")
struct MailDomainTests {
    @Test(
        "is what an organisation registers, not the host below it",
        arguments: [
            ("acme.com", "acme.com"), ("mail.acme.com", "acme.com"), ("a.b.acme.com.cn", "acme.com.cn"),
            ("ACME.co.uk", "acme.co.uk"),
            ("com.cn", "com.cn"), ("acme.de", "acme.de"),
        ])
    func organisation(domain: String, expected: String) { #expect(MailDomain.organisation(of: domain) == expected) }

    @Test(
        "free mailers, marketplaces and what is no domain belong to nobody",
        arguments: [
            "qq.com", "vip.qq.com", "163.com", "gmail.com", "shop123.1688.com", "localhost", "", "acme.", ".com",
            "a..b",
        ])
    func nobody(domain: String) { #expect(MailDomain.organisation(of: domain) == nil) }

    @Test("is read behind the last @ of an address")
    func address() {
        #expect(MailDomain.organisation(ofAddress: "wang@mail.acme.cn") == "acme.cn")
        #expect(MailDomain.organisation(ofAddress: "wang") == nil)
        #expect(MailDomain.organisation(ofAddress: "wang@") == nil)
    }
}
