/// How personal data looks where a reader has no need of it: reports, logs, errors, mail and `export pool`.
package enum Masking {
    /// `+8613800135678` → `138****5678`; a number too short to mask keeps its last two digits.
    package static func phone(_ phone: String) -> String {
        var digits = Substring(phone.prefix { $0 != ";" }).filter { $0.isASCII && $0.isNumber }
        if phone.hasPrefix("+86"), digits.count > 11 { digits.removeFirst(2) }
        guard digits.count >= 8 else { return "****" + digits.suffix(2) }
        return digits.prefix(3) + "****" + digits.suffix(4)
    }

    /// `wang.li@acme.com` → `w***@acme.com`.
    package static func email(_ email: String) -> String {
        guard let at = email.lastIndex(of: "@") else { return "***" }
        return email[..<at].prefix(1) + "***" + email[at...]
    }

    /// Every address in `text` masked: what mail servers reply names the recipient.
    package static func emails(in text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            let isMark: (Character) -> Bool = { "<>()[]{}:;,\"'".contains($0) }
            guard word.contains("@") else { return String(word) }
            let start = word.firstIndex { !isMark($0) } ?? word.startIndex
            let end = word.lastIndex { !isMark($0) && $0 != "." }.map { word.index(after: $0) } ?? word.endIndex
            guard start < end else { return String(word) }
            return word[..<start] + email(String(word[start..<end])) + word[end...]
        }.joined(separator: " ")
    }

    /// Addresses, and numbers of eight digits and more (phones, identity cards, accounts), masked wherever they stand.
    package static func personalData(in text: String) -> String {
        var result = ""
        var digits = ""
        func flush() {
            result += digits.count >= 8 ? phone(digits) : digits
            digits = ""
        }
        for character in emails(in: text) {
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else {
                flush()
                result.append(character)
            }
        }
        flush()
        return result
    }

    /// A cell as an example of what is wrong with it: of what names or reaches somebody only the first two letters or digits
    /// and the marks between them are left. At most 24 characters.
    package static func example(_ text: String, of field: Field) -> String {
        let shown = isPersonal(field) ? shape(text) : personalData(in: text)
        let line = shown.map { $0.isNewline || $0 == "\t" ? " " : $0 }
        return line.count > 24 ? String(line.prefix(23)) + "…" : String(line)
    }

    private static func shape(_ text: String) -> String {
        var shown = 0
        return String(
            text.map { character in
                guard character.isLetter || character.isNumber else { return character }
                shown += 1
                return shown <= 2 ? character : "*"
            })
    }

    private static func isPersonal(_ field: Field) -> Bool {
        switch field {
        case .id, .name, .creditCode, .address, .contact, .mobile, .phone, .email, .website, .owner, .previousOwner,
            .collaborators, .notes, .tags, .parentID:
            true
        default: false
        }
    }

    /// `王小明` → `王**`.
    package static func person(_ name: String) -> String {
        name.isEmpty ? "" : name.prefix(1) + String(repeating: "*", count: min(name.count - 1, 3))
    }
}
