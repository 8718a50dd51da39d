import Records

extension Normalizer {
    /// Something a rep did about a customer. Rejected without the customer or without a time that can be understood.
    ///
    /// A day without a time of day counts as its last second. One in the future is kept, flagged, and does not count;
    /// neither does one by a channel or with a note that the rules do not accept.
    package func followUp(_ record: SourceRecord) -> RowOutcome<FollowUp> {
        read(record) { reader in followUp(&reader) }
    }

    private func followUp(_ reader: inout RowReader) -> RowOutcome<FollowUp> {
        guard let customer = reader.reference(.customer) else {
            return reader.rejected(
                .customer, .missingReference, "The row names no customer. Fill in the customer's id or name.")
        }
        let reading = reader.dateText(.at)
        guard let time = reading.value else {
            guard let problem = reading.problem else {
                return reader.rejected(
                    .at, .missingTime, "The row says no time. Fill in when the follow-up took place.")
            }
            return reader.rejected(.at, .invalidTime, "The time of the follow-up cannot be read: \(problem.message).")
        }
        if let problem = reading.problem { reader.flag(.at, problem) }
        let key = reader.key(identifying: [.customer, .rep, .at, .channel, .note])
        var followUp = FollowUp(
            customer: customer, rep: reader.reference(.rep), at: reader.instant(time, missingTimeIsEnd: true))
        let isFuture = reader.flagFuture(time, .at)
        followUp.recordedAt = reader.pastMoment(.recordedAt)
        followUp.channel = reader.text(.channel)
        followUp.outcome = reader.text(.outcome)
        followUp.nextAt = reader.moment(.nextAt)
        followUp.note = reader.text(.note)
        followUp.counts = !isFuture && counts(followUp)
        return reader.accepted(key, followUp)
    }

    private func counts(_ followUp: FollowUp) -> Bool {
        func isOne(_ text: String?, of words: Set<String>) -> Bool {
            words.isEmpty || words.contains(Folding.string(text ?? ""))
        }
        return isOne(followUp.channel, of: humanChannels) && isOne(followUp.outcome, of: humanOutcomes)
            && (followUp.note ?? "").count >= rules.followUp.minimumNoteCharacters
    }
}
