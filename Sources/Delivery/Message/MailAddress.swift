import Records

/// An address to which mail can be sent: ASCII `local@domain`, without quotes, comments or controls.
package struct MailAddress: Sendable, Hashable, CustomStringConvertible {
    package let text: String

    /// - Throws: for anything that is not a plain ASCII address, with what is wrong.
    package init(_ text: String) throws(InvalidAddress) {
        let bytes = Array(text.utf8)
        guard bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw InvalidAddress(text: text, problem: "it has blanks, controls or characters that are not ASCII")
        }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw InvalidAddress(text: text, problem: "it must have one @") }
        let (local, domain) = (String(parts[0]), String(parts[1]))
        guard (1...64).contains(local.utf8.count), Self.isDotted(local, allowed: Self.isLocal) else {
            throw InvalidAddress(text: text, problem: "the part before the @ is not a plain name")
        }
        guard (1...253).contains(domain.utf8.count), Self.isDotted(domain, allowed: Self.isDomain),
            !domain.split(separator: ".").contains(where: {
                $0.hasPrefix("-") || $0.hasSuffix("-") || $0.utf8.count > 63
            })
        else { throw InvalidAddress(text: text, problem: "the part after the @ is not a domain") }
        self.text = text
    }

    package var description: String { text }
    package var domain: String { String(text.drop { $0 != "@" }.dropFirst()) }

    private static func isDotted(_ text: String, allowed: (UInt8) -> Bool) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy(allowed)
        }
    }

    private static func isDomain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"): true
        default: false
        }
    }

    /// RFC 5322 atext.
    private static func isLocal(_ byte: UInt8) -> Bool {
        isDomain(byte) || "!#$%&'*+/=?^_`{|}~".utf8.contains(byte)
    }
}

/// An address that cannot be written to.
package struct InvalidAddress: Error, Sendable, Equatable {
    package var text: String
    package var problem: String

    /// For people; the address is masked, since messages end up in logs.
    package var message: String { "'\(Masking.email(text))' is not an e-mail address: \(problem)" }
}

/// An address with the name that readers see.
package struct Mailbox: Sendable, Hashable {
    package var name: String?
    package var address: MailAddress

    package init(name: String? = nil, address: MailAddress) {
        self.name = name
        self.address = address
    }
}
