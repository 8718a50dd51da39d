import Ingestion
import PoolStore
import Records
import Rules

/// A customer's clean values as the texts of fields that another system reads: the way back from `Normalizer.customer`.
struct CustomerTexts {
    private let writer: ListWriter
    private let source: String
    private let words: OfferedWords
    private let reps: RepDirectory
    /// Of amounts that name none.
    private let currency: String

    init(_ writer: ListWriter, source: String, reps: RepDirectory, rules: Rules, date: BusinessDate) {
        self.writer = writer
        self.source = source
        self.reps = reps
        words = OfferedWords(writer, rules: rules, date: date)
        currency = writer.profile.conventions.currency ?? rules.currency
    }

    /// The texts, and the fields of which the system has no word for what we know.
    func texts(of held: HeldCustomer) -> (texts: [Field: String], wordless: [Field]) {
        var values = values(of: held.clean)
        values[.dealStatus] = held.status == .account ? "won" : "open"
        var wordless: [Field] = []
        var texts = values.compactMap { field, value -> (Field, String)? in
            if let word = words.word(for: value, field) { return (field, word) }
            wordless.append(field)
            return nil
        }
        if let owner = held.owner {
            if let name = name(of: owner) { texts.append((.owner, name)) } else { wordless.append(.owner) }
        }
        let money = amounts(of: held.clean)
        return (
            Dictionary(texts + money.texts, uniquingKeysWith: { first, _ in first }),
            (wordless + money.leftOut).filter { $0 != .dealStatus && $0 != .currency }
        )
    }

    private func values(of customer: Customer) -> [Field: String] {
        var values: [Field: String] = [.name: customer.name]
        values[.creditCode] = customer.creditCode
        if let section = customer.industry.section {
            values[.industryCode] = section + (customer.industry.division ?? "")
            // Free text is better served by the code, which stands in its own column.
            if writer.words(for: .industry) != nil { values[.industry] = values[.industryCode] }
        }
        values[.employees] = customer.employees?.text
        values[.country] = customer.country
        values[.province] = customer.province
        values[.city] = customer.city
        values[.address] = customer.address
        values[.contact] = customer.contact
        values[.mobile] = customer.mobile
        values[.phone] = customer.phone
        if !writer.fields.contains(.mobile), let mobile = values.removeValue(forKey: .mobile) {
            // Whatever number there is: reading tells a mobile from others.
            if values[.phone] == nil { values[.phone] = mobile } else { values[.mobile] = mobile }
        }
        values[.email] = customer.email
        values[.website] = customer.website
        values[.source] = customer.leadSource
        // One that points gave is ours: in the other system it would be taken for its own.
        if customer.levelReason == nil { values[.level] = customer.level?.rawValue }
        values[.notes] = customer.notes
        if !customer.needs.isEmpty { values[.needs] = customer.needs.joined(separator: ";") }
        if !customer.tags.isEmpty { values[.tags] = customer.tags.joined(separator: ";") }
        return values
    }

    /// Amounts in one currency: that of the first, or the usual one where there is no column to name another.
    private func amounts(of customer: Customer) -> (texts: [(Field, String)], leftOut: [Field]) {
        let amounts: [(field: Field, money: Money)] = [
            (.revenue, customer.revenue), (.assets, customer.assets), (.value, customer.value),
        ].compactMap { field, money in money.map { (field, $0) } }
        guard let first = amounts.first?.money.currency else { return ([], []) }
        let word = writer.fields.contains(.currency) ? words.word(for: first, .currency) : nil
        let chosen = word == nil ? currency : first
        var texts = amounts.filter { $0.money.currency == chosen }.map { ($0.field, $0.money.majorUnits) }
        let leftOut = amounts.filter { $0.money.currency != chosen }.map(\.field)
        if let word, !texts.isEmpty { texts.append((.currency, word)) }
        return (texts, leftOut)
    }

    /// What the system calls a rep where its list names an owner; `nil`: nothing is known that it would understand.
    private func name(of rep: RepID) -> String? {
        switch writer.form(of: .owner) {
        case .email: reps.rep(rep)?.email ?? reps.id(of: rep, in: source)
        case .text: reps.uniqueName(of: rep) ?? reps.id(of: rep, in: source)
        default: reps.id(of: rep, in: source)
        }
    }
}
