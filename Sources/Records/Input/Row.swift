/// What identifies a row over time: the system it comes from and its id there (SPEC.md, "Identity").
package struct RecordKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    package var source: String
    package var externalID: String

    package init(source: String, externalID: String) {
        self.source = source
        self.externalID = externalID
    }

    package var description: String { "\(source):\(externalID)" }

    package static func < (left: Self, right: Self) -> Bool {
        left.source == right.source
            ? left.externalID.isOrderedBefore(right.externalID) : left.source.isOrderedBefore(right.source)
    }
}

/// One row of an export, normalised: its identity, its place, its clean value, and what was wrong with it.
package struct Row<Value: Sendable>: Sendable {
    package var key: RecordKey
    package var position: SourcePosition
    package var value: Value
    /// Values that could not be understood: kept raw in `cells`, left empty in `value`.
    package var flags: [Flag]
    /// The row as it stood in the file.
    package var cells: CellTexts

    package init(
        key: RecordKey, position: SourcePosition, value: Value, flags: [Flag] = [], cells: CellTexts = CellTexts()
    ) {
        self.key = key
        self.position = position
        self.value = value
        self.flags = flags
        self.cells = cells
    }
}

extension Row: Equatable where Value: Equatable {}

/// A row after normalisation: usable, or put aside with the reason.
package enum RowOutcome<Value: Sendable>: Sendable {
    case accepted(Row<Value>)
    case rejected(Reject)
}
