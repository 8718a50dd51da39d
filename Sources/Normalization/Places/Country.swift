/// Countries by their ISO 3166-1 code.
enum Country {
    /// The code of a country that is in the table, or of two letters that are a code; anything else as given.
    static func code(_ text: String) -> String {
        let key = Folding.string(text)
        if let code = names[key] ?? names[key.split(separator: " ").joined()] { return code }
        return key.utf8.count == 2 && key.utf8.allSatisfy(isLetter) ? key.uppercased() : text
    }

    private static let names: [String: String] = {
        var table: [String: String] = [:]
        for row in FactTable.rows("countries.tsv") where row.count == 2 {
            table[row[0].lowercased()] = row[0]
            for name in FactTable.alternatives(row[1]) where table[Folding.string(name)] == nil {
                table[Folding.string(name)] = row[0]
            }
        }
        return table
    }()
}
