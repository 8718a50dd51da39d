import Records

/// What the ending of a web or mail domain says of who has it: only universities get `.edu.cn`, only offices `.gov.cn`.
struct DomainEnding: Sendable {
    var field: Field
    /// `edu.cn`, `bank`, `com`.
    var ending: String
    /// What it speaks for, if anything.
    var value: IndustryCatalogue.Value?

    /// The web domain first: mail is often a provider's. `nil`: neither has one.
    init?(website: String?, email: String?) {
        let field: Field
        let host: Substring
        if let website, !website.isEmpty {
            (field, host) = (.website, website[...])
        } else if let email, let at = email.lastIndex(of: "@") {
            (field, host) = (.email, email[email.index(after: at)...])
        } else {
            return nil
        }
        self.field = field
        let labels = host.utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") }
            .split(separator: UInt8(ascii: ".")).suffix(2)
        guard labels.count == 2, let kind = labels.first, let last = labels.last else { return nil }
        let top = String(decoding: last, as: UTF8.self)
        // `ac.cn`: the country comes last, the kind before it. `a.com`: the kind comes last.
        let isBelowCountry = last.count == 2 && kind.count <= 3
        ending = isBelowCountry ? String(decoding: kind, as: UTF8.self) + "." + top : top
        value = Self.values[ending] ?? (isBelowCountry ? Self.values[String(decoding: kind, as: UTF8.self)] : nil)
    }

    var evidence: Evidence? {
        value.map { Evidence(kind: .domain, field: field, found: ending, speaksFor: $0.code, weight: $0.weight) }
    }

    private static let values: [String: IndustryCatalogue.Value] = {
        var values: [String: IndustryCatalogue.Value] = [:]
        for row in FactTable.rows("domains.tsv") {
            guard row.count == 3, let weight = Double(row[2]) else { continue }
            for ending in FactTable.alternatives(row[0]) {
                values[ending] = IndustryCatalogue.Value(code: row[1], weight: weight)
            }
        }
        return values
    }()
}
