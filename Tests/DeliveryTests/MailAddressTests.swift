import Testing

@testable import Delivery

@Suite struct MailAddressTests {
    @Test(
        "plain ASCII addresses are taken",
        arguments: ["a@b.cn", "wang.li+x@mail.example.com", "o'neil@example.com", "gonghai@localhost"])
    func taken(_ text: String) throws {
        #expect(try MailAddress(text).text == text)
    }

    @Test(
        "everything else is refused",
        arguments: [
            "", "a", "@b.cn", "a@", "a@b@c", "a b@c.cn", "a@b..cn", ".a@b.cn", "a.@b.cn", "王@b.cn",
            "a@b.cn\r\nBcc: x@y.cn",
            "a@-b.cn", "a@b-.cn", "\"a\"@b.cn", "a@b.cn\0", "<a@b.cn>", "a,b@c.cn", "a@[127.0.0.1]",
            String(repeating: "a", count: 65) + "@b.cn",
        ])
    func refused(_ text: String) {
        #expect(throws: InvalidAddress.self) { try MailAddress(text) }
    }

    @Test("the message masks the address and says what is wrong")
    func message() {
        do {
            _ = try MailAddress("wang li@example.com")
            Issue.record("an address with a blank was taken")
        } catch {
            #expect(
                error.message
                    == "'w***@example.com' is not an e-mail address: "
                    + "it has blanks, controls or characters that are not ASCII"
            )
        }
    }

    @Test("the domain is what follows the @")
    func domain() throws { #expect(try MailAddress("a@mail.example.com").domain == "mail.example.com") }
}
