/// GB/T 4754-2017, and the industry values that CRMs offer, as a table of texts.
struct IndustryCatalogue: Sendable {
    struct Value: Sendable {
        /// A section's letter, perhaps with a division's two digits or a group's three.
        var code: String
        /// How much an exact match speaks for the code, 0 to 1.
        var weight: Double
    }

    /// Sections and divisions (`C`, `C39`) and groups (`C391`).
    private let codes: Set<String>
    /// The section of each division's two digits.
    private let sections: [String: String]
    private let values: [String: Value]
    /// `A01` … `T97`, sorted.
    let divisions: [String]

    static let shared = IndustryCatalogue()

    private init() {
        var codes: Set<String> = []
        var sections: [String: String] = [:]
        var values: [String: Value] = [:]
        let rows = FactTable.rows("industries.tsv").filter { $0.count >= 2 }
        // A division and its section or group may share a name (教育): the shorter code says no more than is sure.
        for row in rows {
            let code = row[0]
            codes.insert(code)
            if code.utf8.count == 3 { sections[String(code.dropFirst())] = String(code.prefix(1)) }
            for name in row.dropFirst() where values[Folding.vocabularyKey(name)] == nil {
                values[Folding.vocabularyKey(name)] = Value(code: code, weight: 0.95)
            }
        }
        for row in FactTable.rows("picklists.tsv") where row.count == 3 {
            let weight = row[2] == "3" ? 0.9 : row[2] == "2" ? 0.75 : 0.55
            let key = Folding.vocabularyKey(row[0])
            if values[key] == nil { values[key] = Value(code: row[1], weight: weight) }
        }
        self.codes = codes
        divisions = codes.filter { $0.utf8.count == 3 }.sorted { $0.isOrderedBefore($1) }
        self.sections = sections
        self.values = values
    }

    /// What a whole text names, such as `Banking`, `房地产业` or `C39 计算机、通信和其他电子设备制造业`.
    func value(named text: String) -> Value? {
        if let value = values[Folding.vocabularyKey(text)] { return value }
        let parts = text.split(maxSplits: 1) { $0 == " " || $0 == "-" || $0 == "_" }
        guard parts.count == 2, let code = code(String(parts[0])), code.code.first?.isLetter == true else { return nil }
        return code
    }

    /// A code: `C`, `C39`, `C3911`, or its digits alone, which other classifications use too and which weigh less.
    func code(_ text: String) -> Value? {
        let utf8 = Array(text.utf8)
        guard let first = utf8.first, (1...5).contains(utf8.count) else { return nil }
        let digits = isLetter(first) ? utf8.dropFirst() : utf8[...]
        guard digits.allSatisfy(isDigit), digits.count != 1, digits.count <= 4 else { return nil }
        let division = String(decoding: digits.prefix(2), as: UTF8.self)
        let letter = isLetter(first) ? String(decoding: [first & 0xDF], as: UTF8.self) : sections[division]
        guard let letter, codes.contains(letter + division) else { return nil }
        let group = String(decoding: digits.prefix(3), as: UTF8.self)
        return Value(
            code: codes.contains(letter + group) ? letter + group : letter + division,
            weight: isLetter(first) ? 0.98 : 0.9)
    }
}
