import Records

extension Normalizer {
    /// A deal. Rejected without the customer. A status that is not known leaves it open, and is flagged.
    ///
    /// Only a won or lost deal keeps its closing date: an open one's is a plan.
    package func deal(_ record: SourceRecord) -> RowOutcome<Deal> {
        read(record) { reader in deal(&reader) }
    }

    private func deal(_ reader: inout RowReader) -> RowOutcome<Deal> {
        guard let customer = reader.reference(.customer) else {
            return reader.rejected(
                .customer, .missingReference, "The row names no customer. Fill in the customer's id or name.")
        }
        let key = reader.key(identifying: [.customer, .rep, .stage, .amount, .createdAt, .closedAt])
        var deal = Deal(customer: customer, rep: reader.reference(.rep), status: .open)
        deal.stage = reader.text(.stage)
        deal.status = status(stage: deal.stage, &reader)
        let amount = reader.signedAmount(.amount, currency: reader.currency())
        deal.amount = reader.take(amount, .amount)
        deal.createdAt = reader.pastMoment(.createdAt)
        if deal.status != .open { deal.closedAt = reader.pastMoment(.closedAt, keepsFuture: true) }
        return reader.accepted(key, deal)
    }

    /// The status, or what the stage says where the status is silent: `Closed Lost` with `is won: false`.
    private func status(stage: String?, _ reader: inout RowReader) -> Deal.Status {
        let text = reader.string(.status)
        let ofStage = stage.flatMap(Vocabulary.dealStatus)
        guard !text.isEmpty else { return ofStage ?? .open }
        guard let status = Vocabulary.dealStatus(text) else {
            reader.flag(.status, Self.unknownDealStatus(text))
            return .open
        }
        return status == .open && Vocabulary.yesNo(text).value == false ? ofStage ?? .open : status
    }
}
