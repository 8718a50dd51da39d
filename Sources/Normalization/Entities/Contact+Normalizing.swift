import Records

extension Normalizer {
    /// A person at a customer. Rejected without the customer or without a name.
    package func contact(_ record: SourceRecord) -> RowOutcome<Contact> {
        read(record) { reader in contact(&reader) }
    }

    private func contact(_ reader: inout RowReader) -> RowOutcome<Contact> {
        guard let customer = reader.reference(.customer) else {
            return reader.rejected(
                .customer, .missingReference, "The row names no customer. Fill in the customer's id or name.")
        }
        let name = reader.string(.name)
        guard !name.isEmpty else {
            return reader.rejected(.name, .missingIdentity, "The row has no contact name. Fill it in.")
        }
        if let problem = DamagedText.problem(in: reader.bytes(.name)) { reader.flag(.name, problem) }
        let key = reader.key(identifying: [.customer, .name, .mobile, .phone, .email])
        var contact = Contact(customer: customer, name: name)
        contact.title = reader.text(.title)
        (contact.mobile, contact.phone) = reader.phones(country: nil)
        contact.email = reader.email()
        contact.wechat = reader.text(.wechat)
        contact.isDecisionMaker = reader.yesNo(.decisionMaker)
        return reader.accepted(key, contact)
    }
}
