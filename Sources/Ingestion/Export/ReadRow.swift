import Records

/// A row of a file: a record, or the reason why it is none.
package enum ReadRow: Sendable, Equatable {
    case record(SourceRecord)
    case rejected(Reject)
}

/// What a whole pass over a file tells.
package struct ReadSummary: Sendable, Equatable {
    /// The columns' names as they stand in the file; leaf paths for XML.
    package var header: [String]
    /// Beside each column the field that it feeds; `nil`: kept with the record only.
    package var fields: [Field?]
    /// Records and rejects. Header, title and blank lines are not read rows.
    package var read: Int
    /// What the user should know though nothing is wrong with a row.
    package var warnings: [String]
}

/// The first records of a file, for `gonghai inspect`.
package struct Preview: Sendable, Equatable {
    package var header: [String]
    package var fields: [Field?]
    package var rows: [CellTexts]
    package var warnings: [String]
}
