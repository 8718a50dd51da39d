import Records

/// Writes a list as a system reads it, by the profile by which that system's own lists are read.
package struct ListWriter: Sendable {
    package enum Container: String, Sendable { case csv, xml }

    package let profile: Profile
    package let container: Container
    private let list: Profile.List
    private let columns: [Column]

    private struct Column: Sendable {
        var name: String
        var content: Content
        var form: Profile.ColumnForm.Kind?
        /// Whether a spreadsheet could take its cells for formulas.
        var isText = false

        enum Content: Sendable {
            case fixed(String)
            /// The id of the record in the system, and ours where it has none there and no other column shows ours.
            case id(fallsBack: Bool)
            /// Our id, which the system keeps for us in a field of its own.
            case poolID
            case field(Field)
        }
    }

    /// `nil`: the profile does not say how such a list is written.
    package init?(_ profile: Profile, _ entity: Entity, as container: Container) {
        let isXML = container == .xml
        guard
            let list = profile.lists.first(where: {
                $0.entity == entity && !$0.written.columns.isEmpty && ($0.record != nil) == isXML
            })
        else { return nil }
        self.profile = profile
        self.container = container
        self.list = list
        let names = Set(list.written.columns.map { Profile.ColumnName($0.name) })
        let idSteps = list.rules.first { $0.field == .id }?.steps ?? []
        let ours = Set(idSteps.dropFirst().joined().flatMap(\.columns))
        let showsOurs = !ours.isDisjoint(with: names)
        columns = list.written.columns.map { written in
            let name = Profile.ColumnName(written.name)
            var column = Column(name: written.name, content: .fixed(written.fixed ?? ""))
            column.form = list.table.forms.first { $0.column == name }?.kind
            if written.fixed != nil { return column }
            switch list.field(readFrom: name) {
            case .id?: column.content = ours.contains(name) ? .poolID : .id(fallsBack: !showsOurs)
            case let field?:
                column.content = .field(field)
                column.isText = !Self.typed.contains(field)
            case nil: break
            }
            return column
        }
    }

    /// The columns' names, or for XML their paths in a record.
    package var header: [String] { columns.map(\.name) }

    package var isText: [Bool] { columns.map(\.isText) }

    /// The fields that have a column.
    package var fields: Set<Field> {
        Set(columns.compactMap { if case .field(let field) = $0.content { field } else { nil } })
    }

    /// How the column of a field is filled: an owner may be a person's e-mail or name instead of an id.
    package func form(of field: Field) -> Profile.ColumnForm.Kind? {
        columns.first { if case .field(field) = $0.content { true } else { false } }?.form
    }

    /// For XML: writes records, to be begun and ended by the caller.
    package var xml: XMLRecordWriter {
        let record = [list.written.within, list.record].compactMap(\.self).joined(separator: "/")
        return XMLRecordWriter(
            record: record,
            columns: columns.map { column in
                if case .fixed = column.content { return .init(column.name, isFixed: true) }
                return .init(column.name)
            })
    }

    /// The words that the system has for a field, with what reading each of them gives; `nil`: it takes any text.
    package func words(for field: Field) -> [(word: String, read: String)]? {
        let map = values(for: field)
        guard let words = list.written.words[field] ?? map?.words else { return nil }
        return words.map { ($0, map?.target(ofWord: $0) ?? $0) }
    }

    /// A row of cells, and the fields that have a text and no place in it: without a column, or with one that takes
    /// something else (one number, say, and no range).
    ///
    /// `texts`: by field; `ownID`: what the system itself calls the record, if it knows it; `poolID`: our id.
    package func cells(
        _ texts: [Field: String], ownID: String?, poolID: CustomerID
    ) -> (cells: [String], leftOut: [Field]) {
        var missing = Set(texts.keys)
        let cells = columns.map { column in
            switch column.content {
            case .fixed(let text): return text
            case .id(let fallsBack):
                if let ownID { return ownID }
                return fallsBack ? (column.form == .guid ? poolID.guid : nil) ?? poolID.rawValue : ""
            case .poolID: return poolID.rawValue
            case .field(let field):
                guard let text = texts[field], Self.fits(text, column.form) else { return "" }
                missing.remove(field)
                return text
            }
        }
        return (cells, missing.sorted { $0.rawValue.isOrderedBefore($1.rawValue) })
    }

    private func values(for field: Field) -> Profile.ValueMap? {
        let maps = list.values.filter { $0.field == field }
        let names = Set(list.written.columns.map { Profile.ColumnName($0.name) })
        return maps.first { map in map.column.map(names.contains) ?? false } ?? maps.first { $0.column == nil }
    }

    private static func fits(_ text: String, _ form: Profile.ColumnForm.Kind?) -> Bool {
        switch form {
        case .integer: text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        case .number: text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
        case .guid: text.utf8.count == 36
        default: true
        }
    }

    private static let typed: Set<Field> = [
        .creditCode, .industryCode, .naicsCode, .sicCode, .isicCode, .naceCode, .employees, .revenue, .assets,
        .currency,
        .mobile, .phone, .ownedSince, .poolSince, .lockedUntil, .createdAt, .updatedAt, .lastFollowUpAt, .value,
    ]
}

extension Profile.List {
    /// The field that a column of this name feeds; of two the one that the profile names first.
    func field(readFrom name: Profile.ColumnName) -> Field? {
        rules.first { $0.steps.joined().contains { $0.columns.contains(name) } }?.field
    }

    /// Whether a file of these columns is one that `ListWriter` wrote: every column of a table, or some of a record's.
    func isWritten(in header: [String], isXML: Bool) -> Bool {
        let names = written.columns.map(\.name)
        guard !names.isEmpty, (record != nil) == isXML else { return false }
        return isXML ? Set(header).isSubset(of: names + ["@model"]) : header == names
    }
}
