/// One row of one export, mapped onto canonical fields and otherwise as it was: nothing is cleaned here.
package struct SourceRecord: Sendable, Equatable {
    package var entity: Entity
    /// The system the row comes from; ids are unique within it.
    package var source: String
    package var position: SourcePosition
    /// The mapped fields. A profile may have translated a value (`Closed Won` to `won`) or joined two columns.
    package var texts: FieldTexts
    /// Every cell of the row as it stood in the file, mapped or not, under `ImportBatch.header`.
    package var cells: CellTexts

    package init(
        entity: Entity, source: String, position: SourcePosition, texts: FieldTexts, cells: CellTexts = CellTexts()
    ) {
        self.entity = entity
        self.source = source
        self.position = position
        self.texts = texts
        self.cells = cells
    }
}

/// How a file writes values that can be read in more than one way: what the profile says or the content shows.
package struct ValueConventions: Sendable, Equatable {
    package enum DateOrder: String, Sendable, CaseIterable {
        case yearMonthDay = "ymd"
        case monthDayYear = "mdy"
        case dayMonthYear = "dmy"
    }

    /// How `03/04/2026` is read; `nil`: only dates that can be read in one way are.
    package var dateOrder: DateOrder?
    /// `.` or `,`; `nil`: only numbers that can be read in one way are.
    package var decimalSeparator: Character?
    /// ISO 4217; of amounts that name none. `nil`: the workspace's.
    package var currency: String?
    /// Zone of times that name none; `nil`: the workspace's.
    package var zone: Zone?
    /// What single columns show where it differs from the above, by the field that they feed.
    package var columns: [Field: ColumnConventions] = [:]

    package init(
        dateOrder: DateOrder? = nil, decimalSeparator: Character? = nil, currency: String? = nil, zone: Zone? = nil
    ) {
        self.dateOrder = dateOrder
        self.decimalSeparator = decimalSeparator
        self.currency = currency
        self.zone = zone
    }
}
