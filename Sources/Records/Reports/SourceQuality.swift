/// How good the customers of one source are, field by field: as its lists gave them, and as they are known by now.
package struct SourceQuality: Sendable, Equatable {
    /// One field. Counts of records are of what the lists gave, counts of customers of what is known after cleaning,
    /// classifying and merging, perhaps from other sources.
    package struct Counts: Sendable, Equatable {
        package var field: Field
        /// Records whose cells of this field say something.
        package var filled = 0
        /// Of these, records in which it was understood.
        package var understood = 0
        /// Records in which something about it was flagged.
        package var flagged = 0
        /// Records that have the same value as another one of the source; `nil`: the field does not tell customers apart.
        package var repeated: Int?
        /// Customers of which it is known.
        package var known = 0
        /// Customers that have the same value as another one of the source.
        package var knownRepeated: Int?

        package init(field: Field) { self.field = field }
    }

    /// What was wrong, how often, and one case of it.
    package struct Problem: Sendable, Equatable {
        package var field: Field
        package var code: ProblemCode
        /// Records that have it.
        package var count: Int
        /// The value of the record with the smallest id, masked.
        package var example: String

        package init(field: Field, code: ProblemCode, count: Int, example: String) {
            self.field = field
            self.code = code
            self.count = count
            self.example = example
        }
    }

    package var source: String
    package var records: Int
    /// Customers that have a record of the source.
    package var customers: Int
    /// One per field of `fields`, in their order.
    package var counts: [Counts]
    /// Most frequent first; ties by field and code.
    package var problems: [Problem]

    package init(source: String, records: Int, customers: Int, counts: [Counts], problems: [Problem]) {
        self.source = source
        self.records = records
        self.customers = customers
        self.counts = counts
        self.problems = problems
    }

    /// The fields that are looked at: those of which a customer keeps a value.
    package static let fields: [Field] = [
        .name, .creditCode, .industry, .employees, .revenue, .assets, .country, .province, .city, .address, .contact,
        .mobile, .phone, .email, .website, .source, .level, .needs, .tags, .notes, .value, .createdAt, .updatedAt,
    ]

    /// The field of `fields` to which a column's field belongs: every code of an industry speaks of the industry.
    package static func field(of field: Field) -> Field {
        switch field {
        case .industryCode, .naicsCode, .sicCode, .isicCode, .naceCode: .industry
        default: field
        }
    }
}

extension Customer {
    /// Whether a field of `SourceQuality.fields` has a value.
    package func isKnown(_ field: Field) -> Bool {
        switch field {
        case .name: !name.isEmpty
        case .creditCode: creditCode != nil
        case .industry: industry.section != nil
        case .employees: employees != nil
        case .revenue: revenue != nil
        case .assets: assets != nil
        case .country: country != nil
        case .province: province != nil
        case .city: city != nil
        case .address: address != nil
        case .contact: contact != nil
        case .mobile: mobile != nil
        case .phone: phone != nil
        case .email: email != nil
        case .website: website != nil
        case .source: leadSource != nil
        case .level: level != nil
        case .needs: !needs.isEmpty
        case .tags: !tags.isEmpty
        case .notes: notes != nil
        case .value: value != nil
        case .createdAt: createdAt != nil
        case .updatedAt: updatedAt != nil
        default: false
        }
    }

    /// What two customers should not share, by field, as it is compared; `nil`: nothing of the kind is known.
    package func tellingValue(_ field: Field) -> String? {
        switch field {
        case .name: nameKey.isEmpty ? nil : nameKey
        case .creditCode: creditCode
        case .mobile: mobile
        case .phone: phone
        case .email: email
        case .website: website
        default: nil
        }
    }

    package static let tellingFields: [Field] = [.name, .creditCode, .mobile, .phone, .email, .website]
}
