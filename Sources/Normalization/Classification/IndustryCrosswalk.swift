import Records

/// Codes of other classifications of industries, and what they speak for in GB/T 4754-2017.
struct IndustryCrosswalk: Sendable {
    /// A classification; its raw value is its name in Facts/normalization/crosswalks.tsv.
    enum Scheme: String, Sendable, CaseIterable {
        case naics, isic, nace, sic

        /// The field that holds codes of this classification and of no other.
        var field: Field {
            switch self {
            case .naics: .naicsCode
            case .isic: .isicCode
            case .nace: .naceCode
            case .sic: .sicCode
            }
        }

        /// As people write it: `NAICS`.
        var name: String { rawValue.uppercased() }
    }

    /// What a code says.
    struct Reading: Sendable {
        /// The code after its classification's name, such as `NAICS 336111`.
        var found: String
        /// `nil`: the code stands for what belongs nowhere, and speaks for nothing.
        var value: IndustryCatalogue.Value?
    }

    static let shared = IndustryCrosswalk()

    private var values: [Scheme: [String: IndustryCatalogue.Value]] = [:]
    /// Codes that belong nowhere have this instead of a code of GB/T 4754.
    private static let nowhere = "-"
    /// No classification has more digits, nor do the suppliers of addresses who add some of their own.
    private static let mostDigits = 8

    private init() {
        for row in FactTable.rows("crosswalks.tsv") where row.count == 4 {
            guard let weight = Double(row[3]) else { continue }
            for scheme in FactTable.alternatives(row[0]).compactMap(Scheme.init) {
                for prefix in row[1].split(separator: " ") {
                    values[scheme, default: [:]][String(prefix)] = IndustryCatalogue.Value(code: row[2], weight: weight)
                }
            }
        }
    }

    /// A cell of a column of one classification: `336111`, `31-33`, `C29`, `29.10`, `NAICS 336111`, each perhaps with its
    /// title behind it. `nil`: it begins with no code of the classification.
    func reading(_ text: String, in scheme: Scheme) -> Reading? {
        if let named = named(text) { return named }
        return reading(words: Self.words(text)[...], in: scheme)
    }

    /// A text that begins with a classification's name and a code of it, such as `ISIC Rev.4 C29` or `UK SIC 2007: 62020`.
    func named(_ text: String) -> Reading? {
        var words = Self.words(text)[...]
        if let first = words.first, ["UK", "US"].contains(first) { words = words.dropFirst() }
        guard let first = words.first else { return nil }
        for scheme in Scheme.allCases where first.hasPrefix(scheme.name) {
            let rest = first.dropFirst(scheme.name.count)
            if rest.isEmpty { return reading(words: Self.withoutVersion(words.dropFirst()), in: scheme) }
            // SIC3711, but not Sicilia.
            guard rest.first?.isNumber == true else { return nil }
            return reading(words: Self.withoutVersion([String(rest)] + words.dropFirst()), in: scheme)
        }
        return nil
    }

    private func reading(words: ArraySlice<String>, in scheme: Scheme) -> Reading? {
        guard let word = words.first else { return nil }
        let utf8 = Array(word.utf8)
        guard let first = utf8.first else { return nil }
        let body = isLetter(first) ? utf8.dropFirst() : utf8[...]
        // Letters name sections, and those of NAICS have none.
        if isLetter(first), scheme == .naics { return nil }
        let parts = body.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: true)
        guard parts.joined().allSatisfy(isDigit) else { return nil }
        var digits = parts.joined().map { Character(Unicode.Scalar($0)) }
        // 1.11 is 01.11 after a spreadsheet took it for a number.
        if parts.count > 1, parts[0].count == 1 { digits.insert("0", at: 0) }
        if digits.isEmpty { return found(String(word.prefix(1)), word, scheme, share: 1) }
        guard (2...Self.mostDigits).contains(digits.count) else { return nil }
        // Five digits are the United Kingdom's SIC of 2007, which is NACE with one more.
        let table = scheme == .sic && digits.count == 5 ? .nace : scheme
        let code = String(digits)
        // Three digits may be a group, or a class whose zero a spreadsheet took.
        guard digits.count == 3, parts.count == 1, table != .naics, let other = value("0" + code, table) else {
            return found(code, word, table, share: 1)
        }
        let written = found(code, word, table, share: 0.5)
        return written ?? Reading(found: Self.found(word, scheme), value: Self.speaking(other, share: 1))
    }

    private func found(_ code: String, _ word: String, _ scheme: Scheme, share: Double) -> Reading? {
        value(code, scheme).map { Reading(found: Self.found(word, scheme), value: Self.speaking($0, share: share)) }
    }

    /// What the longest prefix of a code speaks for; `nil`: it has none, and is no code.
    private func value(_ code: String, _ scheme: Scheme) -> IndustryCatalogue.Value? {
        var prefix = code[...]
        while !prefix.isEmpty {
            if let value = values[scheme]?[String(prefix)] { return value }
            prefix.removeLast()
        }
        return nil
    }

    private static func found(_ word: String, _ scheme: Scheme) -> String { "\(scheme.name) \(word)" }

    private static func speaking(_ value: IndustryCatalogue.Value, share: Double) -> IndustryCatalogue.Value? {
        value.code == nowhere ? nil : IndustryCatalogue.Value(code: value.code, weight: value.weight * share)
    }

    /// Letters, digits and dots in a row, in capitals; the first few say what the code is.
    private static func words(_ text: String) -> [String] {
        text.uppercased().split(maxSplits: 12) { !$0.isLetter && !$0.isNumber && $0 != "." }.map(String.init)
    }

    /// Leaves out what names the edition of a classification, as long as a code follows.
    private static func withoutVersion(_ words: ArraySlice<String>) -> ArraySlice<String> {
        var words = words
        while let first = words.first, let second = words.dropFirst().first {
            let isWord = ["CODE", "CODES", "REV", "REV.", "REVISION", "VERSION"].contains(first)
            let isEdition =
                editions.contains(first) && second.contains(where: \.isNumber)
                && second.allSatisfy { $0.isNumber || $0 == "." || $0.isASCII && $0.isLetter } && second.count <= 8
            guard isWord || isEdition else { break }
            words = words.dropFirst()
        }
        return words
    }

    private static let editions: Set<String> = [
        "1", "2", "2.1", "3", "3.1", "4", "REV.2", "REV.4", "REV2", "REV4", "1987", "2002", "2003", "2007", "2008",
        "2012",
        "2017", "2022",
    ]
}
