import Crypto

/// How ids are made: from what is identified, never from a sequence, a clock or a random number (SPEC.md, contract 1).
package enum Identity {
    /// `C` and 13 base-32 characters of SHA-256 over (source, NUL, id).
    package static func customer(source: String, externalID: String) -> CustomerID {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.utf8.count + externalID.utf8.count + 1)
        bytes.append(contentsOf: source.utf8)
        bytes.append(0)
        bytes.append(contentsOf: externalID.utf8)
        return CustomerID("C" + base32(digestBytes(bytes), characters: 13))
    }

    /// A prefix of SHA-256 over (source, entity, file bytes), from the digest of the file's bytes.
    package static func batch(source: String, entity: Entity, fileDigest: [UInt8]) -> BatchID {
        var hash = SHA256()
        hash.update(data: Array(source.utf8))
        hash.update(data: [0])
        hash.update(data: Array(entity.rawValue.utf8))
        hash.update(data: [0])
        hash.update(data: fileDigest)
        return BatchID(hex(hash.finalize().prefix(8)))
    }

    /// The id of a row whose export has none: a prefix of SHA-256 over its identifying values.
    package static func derived(from values: [String]) -> String {
        var hash = SHA256()
        for value in values {
            hash.update(data: Array(value.utf8))
            hash.update(data: [0])
        }
        return "~" + base32(hash.finalize().withUnsafeBytes { Array($0) }, characters: 12)
    }

    package static func rep(source: String, externalID: String) -> RepID { RepID("\(source):\(externalID)") }

    /// SHA-256 of some text, as 64 hexadecimal digits.
    package static func digest(_ text: some Sequence<UInt8>) -> String { hex(digestBytes(Array(text))) }

    /// SHA-256, as 32 bytes.
    package static func digestBytes(_ bytes: [UInt8]) -> [UInt8] {
        SHA256.hash(data: bytes).withUnsafeBytes { Array($0) }
    }

    package static func hex(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// RFC 4648 base 32, cut to `characters`.
    private static func base32(_ bytes: [UInt8], characters: Int) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(characters)
        var buffer: UInt32 = 0
        var bits = 0
        for byte in bytes {
            buffer = (buffer << 8 | UInt32(byte)) & 0xFFFF
            bits += 8
            while bits >= 5, text.count < characters {
                bits -= 5
                let digit = UInt8(truncatingIfNeeded: buffer >> UInt32(bits) & 31)
                text.append(digit < 26 ? UInt8(ascii: "A") + digit : UInt8(ascii: "2") + digit - 26)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
