import Records

/// The first lines of an XML file, before any parser sees them.
enum XMLDeclaration {
    /// Whether the text is XML: its first character that is no blank is `<`.
    static func begins(_ head: [UInt8]) -> Bool {
        head.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D } == UInt8(ascii: "<")
    }

    /// The encoding that `<?xml … encoding="…"?>` names.
    static func encodingName(_ head: [UInt8]) -> String? {
        let start = head.prefix(512)
        guard start.starts(with: Array("<?xml".utf8)), let end = start.firstRange(of: Array("?>".utf8)) else {
            return nil
        }
        let declaration = String(decoding: start[..<end.lowerBound], as: UTF8.self)
        guard let key = declaration.firstRange(of: "encoding") else { return nil }
        let rest = declaration[key.upperBound...].drop { $0 == " " || $0 == "=" || $0 == "\t" }
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        let name = rest.dropFirst().prefix { $0 != quote }
        return name.isEmpty ? nil : String(name)
    }

    /// Where a document type declaration stands: line and column, in characters from 1. It can only stand before the
    /// first element; one in a comment there is not one.
    static func doctype(_ head: [UInt8]) -> (line: Int, column: Int)? {
        var index = head.startIndex
        while let open = head[index...].firstIndex(of: UInt8(ascii: "<")) {
            let rest = head[open...]
            let end: [UInt8]
            if rest.starts(with: Array("<!DOCTYPE".utf8)) { return place(of: open, in: head) }
            if rest.starts(with: Array("<!--".utf8)) {
                end = Array("-->".utf8)
            } else if rest.starts(with: Array("<?".utf8)) {
                end = Array("?>".utf8)
            } else {
                return nil
            }
            guard let close = rest.firstRange(of: end) else { return nil }
            index = close.upperBound
        }
        return nil
    }

    private static func place(of index: Int, in text: [UInt8]) -> (line: Int, column: Int) {
        let before = text[..<index]
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return (before.count { $0 == 0x0A } + 1, String(decoding: before[lineStart...], as: UTF8.self).count + 1)
    }
}
