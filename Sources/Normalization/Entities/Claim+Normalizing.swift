import Records

extension Normalizer {
    /// A rep asking for a customer. Rejected without the customer, the rep, or a time that can be understood.
    ///
    /// A day without a time of day is its start. A status that is not known is flagged, and the claim stands.
    package func claim(_ record: SourceRecord) -> RowOutcome<Claim> {
        read(record) { reader in claim(&reader) }
    }

    private func claim(_ reader: inout RowReader) -> RowOutcome<Claim> {
        guard let customer = reader.reference(.customer) else {
            return reader.rejected(
                .customer, .missingReference, "The row names no customer. Fill in the customer's id or name.")
        }
        guard let rep = reader.reference(.rep) else {
            return reader.rejected(.rep, .missingReference, "The row names no rep. Fill in who claims the customer.")
        }
        let reading = reader.dateText(.requestedAt)
        guard let time = reading.value else {
            guard let problem = reading.problem else {
                return reader.rejected(
                    .requestedAt, .missingTime, "The row says no time. Fill in when the claim was made.")
            }
            return reader.rejected(
                .requestedAt, .invalidTime, "The time of the claim cannot be read: \(problem.message).")
        }
        if let problem = reading.problem { reader.flag(.requestedAt, problem) }
        _ = reader.flagFuture(time, .requestedAt)
        let key = reader.key(identifying: [.customer, .rep, .requestedAt])
        var claim = Claim(customer: customer, rep: rep, requestedAt: reader.instant(time))
        let status = reader.string(.status)
        if !status.isEmpty {
            let isWithdrawn = Vocabulary.isWithdrawn(status)
            claim.isWithdrawn = isWithdrawn ?? false
            if isWithdrawn == nil {
                reader.flag(.status, Problem(.unknownStatus, "the status '\(status)' is not known; the claim stands"))
            }
        }
        return reader.accepted(key, claim)
    }
}
