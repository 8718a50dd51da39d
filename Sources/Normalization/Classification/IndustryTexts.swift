import Records

/// The texts of a customer that speak for an industry, cleaned; each possibly empty.
package struct IndustryTexts: Sendable, Equatable {
    package var name = ""
    /// The folded name without legal form; empty for a damaged one.
    package var nameKey = ""
    package var notes = ""
    /// Values of the industry columns that something built in understands.
    package var given: [String] = []
    /// Values of the industry columns that nothing built in understands, such as a CRM's own numbers.
    package var unread: [String] = []
    package var website: String?
    package var email: String?

    package init() {}

    /// Of a stored record.
    package init(of row: Row<CustomerRecord>) {
        let customer = row.value.customer
        name = customer.nameKey.isEmpty ? "" : customer.name
        nameKey = customer.nameKey
        notes = customer.notes ?? ""
        given = customer.industry.evidence.filter(\.kind.isLabel).map(\.found)
        unread = row.flags.filter { $0.code == .unknownIndustry }.map(\.raw)
        website = customer.website
        email = customer.email
    }

    /// What the words of name and notes and the domain speak for.
    var words: [Evidence] {
        IndustryWords.evidence(
            ofName: IndustryWords.words(in: name), notes: IndustryWords.words(in: notes), domain: domain)
    }

    var domain: DomainEnding? { DomainEnding(website: website, email: email) }
}
