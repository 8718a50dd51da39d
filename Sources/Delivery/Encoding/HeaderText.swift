/// Header values: what may stand in them, and how what is not ASCII is written.
enum HeaderText {
    /// `text` on one line: controls and line breaks become blanks, so that no name or subject can begin a header.
    static func oneLine(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: result.append(" ")
            // Characters that turn the direction of what follows could make a name or a subject read as another.
            case 0x202A...0x202E, 0x2066...0x2069: continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// A value of free text (RFC 5322 "unstructured"), folded: as it is where it is short ASCII, otherwise as encoded
    /// words (RFC 2047). `used` characters stand before it on its first line.
    static func unstructured(_ text: String, after used: Int) -> String {
        let line = oneLine(text)
        if isPlain(line), used + line.utf8.count <= lineLimit { return line }
        return encodedWords(line, after: used)
    }

    /// A display name: a quoted string where it is short ASCII, otherwise encoded words.
    static func phrase(_ text: String, after used: Int) -> String {
        let line = oneLine(text)
        guard isPlain(line), used + line.utf8.count + 2 <= lineLimit else { return encodedWords(line, after: used) }
        return "\"" + line.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
    }

    static let lineLimit = 76

    /// Printable ASCII that no reader could take for an encoded word, without blanks at its ends.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?") && !text.hasPrefix(" ")
            && !text.hasSuffix(" ")
    }

    /// `=?UTF-8?B?…?=` words of at most 75 characters on lines of their own; none ends inside a character.
    private static func encodedWords(_ text: String, after used: Int) -> String {
        let (prefix, suffix) = ("=?UTF-8?B?", "?=")
        var words: [String] = []
        var bytes: [UInt8] = []
        var room = lineLimit - used
        func fits(_ count: Int) -> Bool {
            prefix.utf8.count + suffix.utf8.count + (count + 2) / 3 * 4 <= min(room, 75)
        }
        for scalar in text.unicodeScalars {
            let encoded = Array(String(scalar).utf8)
            if !fits(bytes.count + encoded.count) {
                words.append(bytes.isEmpty ? "" : prefix + Base64.text(bytes) + suffix)
                bytes = []
                // A continuation line begins with a blank.
                room = lineLimit - 1
            }
            bytes += encoded
        }
        if !bytes.isEmpty || words.isEmpty { words.append(prefix + Base64.text(bytes) + suffix) }
        return words.joined(separator: "\r\n ")
    }
}
