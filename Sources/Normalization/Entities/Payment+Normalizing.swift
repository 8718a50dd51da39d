import Records

extension Normalizer {
    /// A payment; negative amounts take earlier ones back. Rejected without customer and deal, or without an amount.
    package func payment(_ record: SourceRecord) -> RowOutcome<Payment> {
        read(record) { reader in payment(&reader) }
    }

    private func payment(_ reader: inout RowReader) -> RowOutcome<Payment> {
        let (customer, deal) = (reader.reference(.customer), reader.reference(.deal))
        guard customer != nil || deal != nil else {
            return reader.rejected(
                .customer, .missingReference,
                "The row names neither a customer nor a deal. Fill in the id of one of them.")
        }
        let reading = reader.signedAmount(.amount, currency: reader.currency())
        guard let amount = reading.value else {
            guard let problem = reading.problem else {
                return reader.rejected(.amount, .missingAmount, "The row has no amount. Fill in what was paid.")
            }
            return reader.rejected(.amount, .invalidAmount, "The amount cannot be read: \(problem.message).")
        }
        let key = reader.key(identifying: [.customer, .deal, .rep, .paidAt, .amount, .status])
        var payment = Payment(customer: customer, deal: deal, rep: reader.reference(.rep), amount: amount)
        payment.paidAt = reader.pastMoment(.paidAt, keepsFuture: true)
        payment.status = reader.text(.status)
        return reader.accepted(key, payment)
    }
}
