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

    /// `王小明` → `王**`.
    package static func person(_ name: String) -> String {
        name.isEmpty ? "" : name.prefix(1) + String(repeating: "*", count: min(name.count - 1, 3))
    }
}
