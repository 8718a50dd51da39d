/// Everything the store knows of one customer: what `explain` shows.
package struct Dossier: Sendable {
    package var summary: CustomerSummary
    package var customer: Customer
    package var records: [Record]
    package var spells: [Spell]
    package var events: [NumberedEvent]
    /// Decisions about it with their run (a business date), newest first.
    package var decisions: [(run: String, decision: Decision)]

    /// A source record with its row as it stood in the file.
    package struct Record: Sendable {
        package var key: RecordKey
        package var batch: ImportBatch
        package var line: Int
        package var match: RecordMatch
        package var cells: CellTexts
        package var flags: [Flag]

        package init(
            key: RecordKey, batch: ImportBatch, line: Int, match: RecordMatch, cells: CellTexts, flags: [Flag]
        ) {
            self.key = key
            self.batch = batch
            self.line = line
            self.match = match
            self.cells = cells
            self.flags = flags
        }
    }

    package init(
        summary: CustomerSummary, customer: Customer, records: [Record], spells: [Spell], events: [NumberedEvent],
        decisions: [(run: String, decision: Decision)]
    ) {
        self.summary = summary
        self.customer = customer
        self.records = records
        self.spells = spells
        self.events = events
        self.decisions = decisions
    }
}

/// An event with its place in the ledger.
package struct NumberedEvent: Sendable, Equatable {
    package var sequence: Int
    package var event: Event

    package init(sequence: Int, event: Event) {
        self.sequence = sequence
        self.event = event
    }
}
