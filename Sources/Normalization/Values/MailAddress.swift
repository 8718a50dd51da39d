import Records

/// E-mail addresses and web sites.
enum MailAddress {
    /// The first address of a cleaned cell, its domain in lower case; without `mailto:` and a display name.
    static func read(_ cleaned: Bytes) -> Reading<String> {
        guard !cleaned.isEmpty else { return .nothing }
        var scanner = ByteScanner(cleaned)
        while scanner.accept(anyOf: ["mailto:", "'", " "]) {}
        var text = scanner.rest
        if let open = text.lastIndex(of: UInt8(ascii: "<")), let close = text.lastIndex(of: UInt8(ascii: ">")),
            open < close
        {
            text = text.part(open + 1, close)
        }
        var start = 0
        while start < text.count, separates[Int(text[start])] { start += 1 }
        var end = start
        while end < text.count, !separates[Int(text[end])] { end += 1 }
        guard let address = normalised(text.part(start, end)) else {
            return .problem(
                .invalidEmail, "no e-mail address found; expected a name, @ and a domain, such as name@example.com")
        }
        return Reading(address)
    }

    private static func normalised(_ text: Bytes) -> String? {
        var text = text
        while let last = text.last, last == UInt8(ascii: ".") || last == UInt8(ascii: "?") {
            text = text.part(upTo: text.count - 1)
        }
        guard let at = text.firstIndex(of: UInt8(ascii: "@")), (1...64).contains(at) else { return nil }
        var wasPoint = true
        for index in 0..<at {
            let byte = text[index]
            guard isAtom[Int(byte)], !(wasPoint && byte == 0x2E) else { return nil }
            wasPoint = byte == 0x2E
        }
        guard !wasPoint, let domain = WebSite.domain(in: text.part(from: at + 1)) else { return nil }
        return String(unsafeUninitializedCapacity: at + 1 + domain.count) { address in
            for index in 0...at { address[index] = text[index] }
            for index in 0..<domain.count { address[at + 1 + index] = lowercased(domain[index]) }
            return at + 1 + domain.count
        }
    }

    private static let separates: [Bool] = (0...255).map { Array(";,|/ ".utf8).contains(UInt8($0)) }

    private static let isAtom: [Bool] = (0...255).map { byte in
        isDigit(UInt8(byte)) || isLetter(UInt8(byte)) || Array(".!#$%&'*+-/=?^_`{}~".utf8).contains(UInt8(byte))
    }
}

enum WebSite {
    /// The domain of a cleaned web address, in lower case, without `www.`.
    static func read(_ cleaned: Bytes) -> Reading<String> {
        guard !cleaned.isEmpty else { return .nothing }
        var scanner = ByteScanner(cleaned)
        while scanner.accept(anyOf: ["https:", "http:", "//", " "]) {}
        let rest = scanner.rest
        var end = 0
        while end < rest.count, !endsHost[Int(rest[end])] { end += 1 }
        guard var domain = domain(in: rest.part(upTo: end)) else {
            return .problem(.invalidWebsite, "no web address found; expected a domain, such as example.com")
        }
        while domain.count > 4, lowercased(domain[0]) == 0x77, lowercased(domain[1]) == 0x77,
            lowercased(domain[2]) == 0x77, domain[3] == 0x2E, domain.part(from: 4).contains(0x2E)
        {
            domain = domain.part(from: 4)
        }
        return Reading(
            String(unsafeUninitializedCapacity: domain.count) { text in
                for index in 0..<domain.count { text[index] = lowercased(domain[index]) }
                return domain.count
            })
    }

    private static let endsHost: [Bool] = (0...255).map { Array("/?#: ,;".utf8).contains(UInt8($0)) }

    /// The text, without a point at its end, if it is a domain of at least two labels; otherwise `nil`.
    static func domain(in text: Bytes) -> Bytes? {
        let text = text.last == UInt8(ascii: ".") ? text.part(upTo: text.count - 1) : text
        guard text.count <= 253 else { return nil }
        var labels = 0
        var start = 0
        while start <= text.count {
            var end = start
            while end < text.count, text[end] != 0x2E { end += 1 }
            guard isLabel(text.part(start, end)) else { return nil }
            labels += 1
            if end == text.count { break }
            start = end + 1
        }
        let last = text.part(from: start)
        guard labels >= 2, last.count >= 2,
            last.allSatisfy({ isLetter($0) || $0 >= 0x80 }) || last.begins(with: "xn--")
        else { return nil }
        return text
    }

    private static func isLabel(_ label: Bytes) -> Bool {
        (1...63).contains(label.count) && label.first != 0x2D && label.last != 0x2D
            && label.allSatisfy { isDigit($0) || isLetter($0) || $0 == 0x2D || $0 >= 0x80 }
    }
}
