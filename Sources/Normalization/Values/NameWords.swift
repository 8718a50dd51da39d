/// The words by which company names are taken apart, from the tables legal-forms, name-words, keywords and divisions.
enum NameWords {
    /// Legal forms with the one way in which they are written.
    static let legalForms = PhraseTable(
        FactTable.rows("legal-forms.tsv").flatMap { row -> [(String, [Unicode.Scalar])] in
            guard let canonical = row.first else { return [] }
            let others = row.count > 1 ? FactTable.alternatives(row[1]) : []
            return ([canonical] + others).map { ($0, Array(canonical.unicodeScalars)) }
        })

    static let branches = PhraseTable(words("branch").map { ($0, true) })
    static let branchesAnywhere = PhraseTable(["分公司", "支公司", "branch"].map { ($0, true) })

    /// 中国, and provinces, cities and counties by full name; provinces and cities by short name too.
    static let regions = PhraseTable((["中国"] + Divisions.shared.namesInCompanyNames).map { ($0, true) })

    /// Words of trades, and words that say nothing about which company it is.
    static let common = PhraseTable(
        (FactTable.rows("keywords.tsv").map { $0[0] } + words("filler")).map { ($0, true) })

    /// What brackets may hold without making the name another one.
    static let bracketed = PhraseTable(
        (["中国", "有限合伙", "普通合伙", "特殊普通合伙", "个人独资"] + words("place") + words("filler")
            + Divisions.shared.namesInCompanyNames).map { ($0, true) })

    static let brackets: [Unicode.Scalar: Unicode.Scalar] = [
        "(": ")", "[": "]", "{": "}", "【": "】", "〔": "〕", "《": "》", "〈": "〉", "「": "」",
    ]

    /// Whether a byte may begin one of them, 【 and its like by the first byte that they share with much else.
    static func mayBeginBracket(_ byte: UInt8) -> Bool { byte == 0x28 || byte == 0x5B || byte == 0x7B || byte == 0xE3 }

    private static func words(_ kind: String) -> [String] {
        FactTable.rows("name-words.tsv").filter { $0.count > 1 && $0[0] == kind }.flatMap {
            FactTable.alternatives($0[1])
        }
    }
}
