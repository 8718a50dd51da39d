/// A file's name as a parameter of a header: in full for readers of RFC 2231, in ASCII for all others.
///
/// The two stand in different headers (`Content-Disposition: …; filename*=` and `Content-Type: …; name=`): a parameter
/// that a header has twice is a defect, and strict readers then take the poorer one.
enum ParameterText {
    /// `name="…"` in ASCII, on a line of its own.
    static func ascii(_ name: String, parameter: String) -> String {
        ";\r\n \(parameter)=\"\(fallback(safe(name)))\""
    }

    /// The whole name: as it is where it is short ASCII, otherwise by RFC 2231, in pieces where it is long.
    static func full(_ name: String, parameter: String) -> String {
        let clean = safe(name)
        guard fallback(clean) != clean else { return ascii(name, parameter: parameter) }
        var text = ""
        let encoded = percentEncoded(clean)
        if encoded.utf8.count + parameter.utf8.count + 12 <= HeaderText.lineLimit {
            text = ";\r\n \(parameter)*=UTF-8''\(encoded)"
        } else {
            for (index, piece) in pieces(encoded).enumerated() {
                text += ";\r\n \(parameter)*\(index)*=\(index == 0 ? "UTF-8''" : "")\(piece)"
            }
        }
        return text
    }

    /// Without separators, quotes and controls: a name, never a path.
    private static func safe(_ name: String) -> String {
        let line = HeaderText.oneLine(name)
        let text = String(line.map { "/\\\":*?<>|".contains($0) ? "_" : $0 })
        return text.isEmpty ? "attachment" : text
    }

    /// ASCII only, and short: every other character becomes `_`; the ending stays.
    private static func fallback(_ name: String) -> String {
        let ascii = String(name.map { $0.isASCII && $0 != "\r\n" ? $0 : "_" })
        guard ascii.utf8.count > 60 else { return ascii }
        let ending = ascii.lastIndex(of: ".").map { ascii[$0...] } ?? ""
        return ending.count <= 10 ? String(ascii.prefix(60 - ending.count) + ending) : String(ascii.prefix(60))
    }

    private static func percentEncoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                String(Unicode.Scalar(byte))
            default: "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }.joined()
    }

    /// Pieces of at most 54 characters that cut no `%XX`.
    private static func pieces(_ encoded: String) -> [String] {
        var pieces: [String] = []
        var rest = Substring(encoded)
        while !rest.isEmpty {
            var piece = rest.prefix(54)
            if piece.count == 54, let percent = piece.suffix(2).firstIndex(of: "%") { piece = piece[..<percent] }
            pieces.append(String(piece))
            rest = rest[piece.endIndex...]
        }
        return pieces
    }
}
