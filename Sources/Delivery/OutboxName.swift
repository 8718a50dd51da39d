import Records

/// The files that stand for mails until they are sent: one for each message, named so that the same night names them
/// the same.
package enum Outbox {
    /// `2026-11-23-management-<address>.eml`. Bytes of the address that a file system might mind are written `%XX`, so
    /// that no two addresses share a name and none leads out of the folder.
    package static func fileName(date: BusinessDate, list: String, to address: MailAddress) -> String {
        "\(date)-\(escaped(list))-\(escaped(address.text)).eml"
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "@"),
                UInt8(ascii: "+"), UInt8(ascii: "."):
                String(Unicode.Scalar(byte))
            default: "%" + Identity.hex([byte]).uppercased()
            }
        }.joined()
    }
}
