import Records

/// How the columns of one file are read: which fields they feed, and how a cell becomes a field's text.
package struct ColumnMapping: Sendable, Equatable {
    /// Per column of the header, the field it feeds, alone or joined with others; `nil`: kept with the record only.
    /// A column that feeds two fields (a stage that also tells the status) shows the first.
    package let fields: [Field?]
    let feeds: [Feed]
    private let nullTokens: [[UInt8]]

    /// One source of one field. Several feeds of a field stand one behind the other; the first with a text decides.
    struct Feed: Sendable, Equatable {
        var field: Field
        var columns: [Int]
        var join = Profile.Alternative.Join.inOrder
        var values: Profile.ValueMap?
    }

    init(columns: Int, feeds: [Feed], nullTokens: [String]) {
        var fields = [Field?](repeating: nil, count: columns)
        for feed in feeds {
            for column in feed.columns where fields.indices.contains(column) && fields[column] == nil {
                fields[column] = feed.field
            }
        }
        self.fields = fields
        self.feeds = feeds
        self.nullTokens = nullTokens.map { Array($0.utf8) }
    }

    /// The texts of one row. Blanks around a cell go, a cell that is a null token is empty, words are translated, and
    /// the apostrophe goes that some systems put before what a spreadsheet would evaluate (`'+86…`).
    package func texts(of cells: CellTexts) -> FieldTexts {
        var texts = FieldTexts()
        for feed in feeds {
            if feed.columns.count == 1 {
                let text = text(of: cells.utf8(feed.columns[0]))
                if !text.isEmpty { give(text, of: feed, to: &texts) }
            } else {
                let joined = joined(feed, cells)
                if !joined.isEmpty { give(joined[...], of: feed, to: &texts) }
            }
        }
        return texts
    }

    private func give(_ text: ArraySlice<UInt8>, of feed: Feed, to texts: inout FieldTexts) {
        guard let values = feed.values else { return texts.append(text, to: feed.field) }
        if texts.has(feed.field) { return }
        if let target = values.targets[Folding.folded(text)] ?? values.otherwise {
            texts.append(target, to: feed.field)
        } else {
            texts.append(text, to: feed.field)
        }
    }

    private func text(of cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = cell
        while let first = text.first, Self.isBlank(first) { text.removeFirst() }
        while let last = text.last, Self.isBlank(last) { text.removeLast() }
        if text.first == UInt8(ascii: "'"), FormulaText.isEvaluated(text.dropFirst()) { text.removeFirst() }
        for token in nullTokens where token.count == text.count && text.elementsEqual(token) { return [] }
        return text
    }

    private func joined(_ feed: Feed, _ cells: CellTexts) -> [UInt8] {
        var parts = feed.columns.map { text(of: cells.utf8($0)) }.filter { !$0.isEmpty }
        if feed.join == .personName, parts.count == 2, parts.allSatisfy({ Self.isIdeographic($0.first) }) {
            parts.reverse()
        }
        var joined: [UInt8] = []
        for part in parts {
            if !joined.isEmpty, !(Self.isIdeographic(lastCharacterOf: joined) && Self.isIdeographic(part.first)) {
                joined.append(0x20)
            }
            joined.append(contentsOf: part)
        }
        return joined
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// Whether a character that begins with this byte of UTF-8 is an ideograph (U+3000 and above, roughly).
    private static func isIdeographic(_ first: UInt8?) -> Bool { first.map { $0 >= 0xE3 } ?? false }

    private static func isIdeographic(lastCharacterOf text: [UInt8]) -> Bool {
        isIdeographic(text.last { $0 & 0xC0 != 0x80 })
    }
}
