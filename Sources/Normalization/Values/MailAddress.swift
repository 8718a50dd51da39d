import Records

/// E-mail addresses and web sites.
enum MailAddress {
    /// The first address of a cleaned cell, its domain in lower case; without `mailto:` and a display name.
    static func read(_ cleaned: [UInt8]) -> Reading<String> {
        guard !cleaned.isEmpty else { return .nothing }
        var scanner = ByteScanner(cleaned)
        while scanner.accept(anyOf: ["mailto:", "'", " "]) {}
        var text = scanner.rest
        if let open = text.lastIndex(of: UInt8(ascii: "<")), let close = text.lastIndex(of: UInt8(ascii: ">")),
            open < close
        {
            text = text[(open + 1)..<close]
        }
        let separators: Set<UInt8> = Set(";,|/ ".utf8)
        guard let first = text.split(whereSeparator: { separators.contains($0) }).first,
            let address = normalised(first)
        else {
            return .problem(
                .invalidEmail, "no e-mail address found; expected a name, @ and a domain, such as name@example.com")
        }
        return Reading(address)
    }

    private static func normalised(_ text: ArraySlice<UInt8>) -> String? {
        var text = text
        while let last = text.last, last == UInt8(ascii: ".") || last == UInt8(ascii: "?") { text = text.dropLast() }
        guard let at = text.firstIndex(of: UInt8(ascii: "@")), text.lastIndex(of: UInt8(ascii: "@")) == at else {
            return nil
        }
        let local = text[..<at]
        guard (1...64).contains(local.count), local.first != 0x2E, local.last != 0x2E,
            local.allSatisfy({ isDigit($0) || isLetter($0) || atoms.contains($0) }),
            !zip(local, local.dropFirst()).contains(where: { $0 == 0x2E && $1 == 0x2E }),
            let domain = WebSite.domain(text[(at + 1)...])
        else { return nil }
        return String(decoding: local, as: UTF8.self) + "@" + domain
    }

    private static let atoms: Set<UInt8> = Set(".!#$%&'*+-/=?^_`{}~".utf8)
}

enum WebSite {
    /// The domain of a cleaned web address, in lower case, without `www.`.
    static func read(_ cleaned: [UInt8]) -> Reading<String> {
        guard !cleaned.isEmpty else { return .nothing }
        var scanner = ByteScanner(cleaned)
        while scanner.accept(anyOf: ["https:", "http:", "//", " "]) {}
        let host = scanner.rest.prefix { !Set("/?#: ,;".utf8).contains($0) }
        guard var domain = domain(host[...]) else {
            return .problem(.invalidWebsite, "no web address found; expected a domain, such as example.com")
        }
        while domain.hasPrefix("www."), domain.dropFirst(4).utf8.contains(UInt8(ascii: ".")) { domain.removeFirst(4) }
        return Reading(domain)
    }

    /// A domain of at least two labels, in lower case, or `nil`.
    static func domain(_ text: ArraySlice<UInt8>) -> String? {
        var text = text
        if text.last == UInt8(ascii: ".") { text = text.dropLast() }
        let labels = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, text.count <= 253, let last = labels.last, last.count >= 2,
            last.allSatisfy({ isLetter($0) || $0 >= 0x80 }) || last.starts(with: Array("xn--".utf8)),
            labels.allSatisfy(isLabel)
        else { return nil }
        return String(decoding: text.map(lowercased), as: UTF8.self)
    }

    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        (1...63).contains(label.count) && label.first != 0x2D && label.last != 0x2D
            && label.allSatisfy { isDigit($0) || isLetter($0) || $0 == 0x2D || $0 >= 0x80 }
    }
}
