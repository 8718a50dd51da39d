import Ingestion
import Normalization
import Records
import Rules

/// The words that another system has for our values: those that, when they are read, give the value back. Of several the
/// first one.
struct OfferedWords {
    private let texts: [Field: [String: String]]

    init(_ writer: ListWriter, rules: Rules, date: BusinessDate) {
        let normalizer = Normalizer(rules: rules, conventions: writer.profile.conventions, asOf: date)
        var texts: [Field: [String: String]] = [:]
        for field in writer.fields {
            guard let words = writer.words(for: field) else { continue }
            texts[field] = [:]
            for (word, read) in words {
                guard let value = Self.value(of: read, field, normalizer) else { continue }
                if texts[field]?[value] == nil { texts[field]?[value] = word }
            }
        }
        self.texts = texts
    }

    /// `value` in the system's words; `nil`: it has none for it. A field of free text takes any value.
    func word(for value: String, _ field: Field) -> String? {
        guard let words = texts[field] else { return value }
        // A system may know sections only.
        return words[value] ?? (field == .industry ? words[String(value.prefix(1))] : nil)
    }

    /// What a text means in a field, as `CustomerTexts` writes it.
    private static func value(of text: String, _ field: Field, _ normalizer: Normalizer) -> String? {
        let record = SourceRecord(
            entity: .customers, source: "", position: SourcePosition(file: "", line: 1),
            texts: FieldTexts([(.name, "某某"), (field, text)]))
        guard case .accepted(let row) = normalizer.customer(record), row.flags.isEmpty else { return nil }
        let customer = row.value.customer
        switch field {
        case .industry:
            return customer.industry.evidence.first { $0.field == .industry }.map { String($0.speaksFor.prefix(3)) }
        case .level: return customer.level?.rawValue
        case .country: return customer.country
        case .dealStatus: return row.value.ownership.isWon ? "won" : "open"
        default: return text
        }
    }
}
