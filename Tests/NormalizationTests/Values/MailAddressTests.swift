import Records
import Testing

@testable import Normalization

@Suite("MailAddress")
struct MailAddressTests {
    @Test(
        "addresses are taken out of what is around them",
        arguments: [
            ("Wang.Li@ACME.com", "Wang.Li@acme.com"), ("mailto:wang@acme.com?subject=x", ""),
            ("王丽 <wang@acme.com>", "wang@acme.com"),
            ("wang＠acme.com", "wang@acme.com"), ("a@acme.com; b@acme.com", "a@acme.com"),
            ("a+b@mail.acme.com.cn", "a+b@mail.acme.com.cn"),
            ("a@acme.com.", "a@acme.com"), ("mailto:wang@acme.com", "wang@acme.com"),
        ])
    func reads(text: String, expected: String) {
        let reading = MailAddress.read(bytes(text))
        #expect(reading.value == (expected.isEmpty ? nil : expected))
        if let address = reading.value { #expect(MailAddress.read(bytes(address)).value == address) }
    }

    @Test(
        "what is no address is flagged",
        arguments: [
            "wang", "wang@", "@acme.com", "wang@acme", "a@b@acme.com", "a..b@acme.com", ".a@acme.com", "a@-acme.com",
            "a@acme..com", "王@acme.com",
        ])
    func invalid(text: String) {
        #expect(MailAddress.read(bytes(text)).problem?.code == .invalidEmail)
    }

    @Test("messages show no address")
    func hidden() {
        #expect(MailAddress.read(bytes("secret@acme")).problem?.message.contains("secret") == false)
    }
}

@Suite("WebSite")
struct WebSiteTests {
    @Test(
        "only the domain is kept",
        arguments: [
            ("http://www.salesforce.com", "salesforce.com"), ("http://www.acme.com/", "acme.com"),
            ("HTTPS://Shop.Acme.COM:8080/a?b#c", "shop.acme.com"),
            ("www.acme.com.cn", "acme.com.cn"), ("acme.com", "acme.com"), ("华强.中国", "华强.中国"), ("www.com", "www.com"),
        ])
    func reads(text: String, expected: String) {
        #expect(WebSite.read(bytes(text)).value == expected)
        #expect(WebSite.read(bytes(expected)).value == expected)
    }

    @Test(
        "what is no web address is flagged",
        arguments: ["没有", "acme", "http://", "wang@acme.com", "1.2.3.4", "a b.com", "-.com"])
    func invalid(text: String) {
        #expect(WebSite.read(bytes(text)).problem?.code == .invalidWebsite)
    }
}
