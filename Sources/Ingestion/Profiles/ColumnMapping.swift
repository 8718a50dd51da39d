import Records

/// How the columns of one file are read: which fields they feed, and how a cell becomes a field's text.
package struct ColumnMapping: Sendable, Equatable {
    /// Per column of the header, the field it feeds, alone or joined with others; `nil`: kept with the record only.
    /// A column that feeds two fields (a stage that also tells the status) shows the first.
    package let fields: [Field?]
    /// Per column of the header, the unit in which its bare numbers are read since its name says so (`年营收(万元)`);
    /// `nil`: in none.
    package let units: [String?]
    let feeds: [Feed]
    private let nullTokens: [[UInt8]]
    /// Bit n: a null token has n bytes; bit 63: one has 63 or more.
    private let nullLengths: UInt64
    /// Bit n: a null token begins with a byte whose low six bits are n.
    private let nullStarts: UInt64
    private let plan: [Step]
    /// Whether every text is part of a cell.
    private let isPlain: Bool
    /// How many feeds read the column that most of them read, and the most bytes that are added to what stands in cells.
    private let uses: Int
    private let added: Int

    /// One source of one field. Several feeds of a field stand one behind the other; the first with a text decides.
    struct Feed: Sendable, Equatable {
        var field: Field
        var columns: [Int]
        var join = Profile.Alternative.Join.inOrder
        var values: Profile.ValueMap?
        /// What a bare number gets behind it; empty: nothing.
        var unit: [UInt8] = []
        /// Whether a feed before it is of the same field.
        var isLater = false
    }

    init(_ header: [String], feeds given: [Feed], nullTokens: [String]) {
        var fields = [Field?](repeating: nil, count: header.count)
        var units = [String?](repeating: nil, count: header.count)
        var uses = [Int](repeating: 0, count: header.count)
        var feeds = Self.grouped(given)
        var added = 0
        for index in feeds.indices {
            let feed = feeds[index]
            for column in feed.columns where fields.indices.contains(column) {
                if fields[column] == nil { fields[column] = feed.field }
                uses[column] += 1
            }
            feeds[index].isLater = index > 0 && feeds[index - 1].field == feed.field
            if feed.field.isMeasured, feed.columns.count == 1, let column = feed.columns.first,
                header.indices.contains(column), let unit = HeaderUnit(header[column])
            {
                units[column] = unit.text
                feeds[index].unit = Array(unit.text.utf8)
            }
            let longest = feed.values.map { max($0.targets.values.map(\.count).max() ?? 0, $0.otherwise?.count ?? 0) }
            added += max(longest ?? 0, feed.columns.count + feeds[index].unit.count)
        }
        self.fields = fields
        self.units = units
        self.feeds = feeds
        self.nullTokens = nullTokens.map { Array($0.utf8) }
        nullLengths = nullTokens.reduce(0) { $0 | 1 << UInt64(min(63, $1.utf8.count)) }
        nullStarts = nullTokens.reduce(0) { $0 | 1 << UInt64(($1.utf8.first ?? 0) & 63) }
        plan = feeds.map { feed in
            Step(
                field: feed.field, column: feed.columns.first ?? 0,
                isPlain: feed.columns.count == 1 && feed.values == nil && feed.unit.isEmpty, isLater: feed.isLater)
        }
        isPlain = plan.allSatisfy(\.isPlain)
        self.uses = max(1, uses.max() ?? 1)
        self.added = added
    }

    /// The feeds of each field one behind the other, the fields in the order of their first ones.
    private static func grouped(_ feeds: [Feed]) -> [Feed] {
        var places: [Field: Int] = [:]
        for (index, feed) in feeds.enumerated() where places[feed.field] == nil { places[feed.field] = index }
        return feeds.enumerated()
            .map { (place: places[$0.element.field] ?? 0, index: $0.offset, feed: $0.element) }
            .sorted { ($0.place, $0.index) < ($1.place, $1.index) }
            .map(\.feed)
    }

    /// The texts of one row. Blanks around a cell go, a cell that is a null token is empty, words are translated, the
    /// apostrophe goes that some systems put before what a spreadsheet would evaluate (`'+86…`), and a bare number gets
    /// the unit of its column's name.
    package func texts(of cells: CellTexts) -> FieldTexts {
        let (bytes, ends) = cells.parts
        return texts(ofCells: bytes, ends: ends)
    }

    /// The same for cells that stand one behind the other in `bytes`: this is done for every row.
    func texts(ofCells bytes: [UInt8], ends: [Int32]) -> FieldTexts {
        bytes.withUnsafeBufferPointer { cells in
            ends.withUnsafeBufferPointer { ends in
                isPlain ? FieldTexts(bytes: bytes, slots: slots(cells, ends)) : copied(cells, ends)
            }
        }
    }

    /// Where the texts stand among the cells, where every text is part of a cell.
    private func slots(
        _ cells: UnsafeBufferPointer<UInt8>, _ ends: UnsafeBufferPointer<Int32>
    ) -> [FieldTexts.Slot] {
        [FieldTexts.Slot](unsafeUninitializedCapacity: plan.count) { slots, count in
            var row = RowTexts(room: UnsafeMutableBufferPointer(start: nil, count: 0), slots: slots)
            for index in plan.indices {
                let step = plan[index]
                if row.isDone(step.isLater) { continue }
                let text = text(of: step.column, cells, ends)
                guard let start = text.baseAddress, let base = cells.baseAddress else { continue }
                row.append(step.field, from: start - base, count: text.count)
            }
            count = row.slotCount
        }
    }

    private func copied(_ cells: UnsafeBufferPointer<UInt8>, _ ends: UnsafeBufferPointer<Int32>) -> FieldTexts {
        var slots: [FieldTexts.Slot] = []
        let bytes = [UInt8](unsafeUninitializedCapacity: cells.count * uses + added) { room, byteCount in
            slots = [FieldTexts.Slot](unsafeUninitializedCapacity: plan.count) { slots, slotCount in
                var row = RowTexts(room: room, slots: slots)
                for index in plan.indices {
                    let step = plan[index]
                    if row.isDone(step.isLater) { continue }
                    guard step.isPlain else {
                        give(feeds[index], cells, ends, to: &row)
                        continue
                    }
                    row.write(text(of: step.column, cells, ends))
                    row.end(step.field)
                }
                (byteCount, slotCount) = (row.byteCount, row.slotCount)
            }
        }
        return FieldTexts(bytes: bytes, slots: slots)
    }

    /// What is done for one feed, without what most feeds do not need.
    private struct Step: Sendable, Equatable {
        var field: Field
        var column: Int
        /// One column, whose text is taken as it is.
        var isPlain: Bool
        var isLater: Bool
    }

    private func give(
        _ feed: Feed, _ cells: UnsafeBufferPointer<UInt8>, _ ends: UnsafeBufferPointer<Int32>, to row: inout RowTexts
    ) {
        guard feed.columns.count == 1 else {
            joined(feed, cells, ends).withUnsafeBufferPointer { give($0, of: feed, to: &row) }
            return
        }
        give(text(of: feed.columns[0], cells, ends), of: feed, to: &row)
    }

    private func give(_ text: UnsafeBufferPointer<UInt8>, of feed: Feed, to row: inout RowTexts) {
        if text.isEmpty { return }
        if let values = feed.values, let target = values.target(of: text) {
            target.withUnsafeBufferPointer { row.write($0) }
        } else {
            row.write(text)
            if !feed.unit.isEmpty, Self.isBareNumber(text) { feed.unit.withUnsafeBufferPointer { row.write($0) } }
        }
        row.end(feed.field)
    }

    @inline(__always)
    private func text(
        of column: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ ends: UnsafeBufferPointer<Int32>
    ) -> UnsafeBufferPointer<UInt8> {
        let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        guard column < ends.count, let base = bytes.baseAddress else { return nothing }
        var start = column == 0 ? 0 : Int(ends[column - 1])
        var end = Int(ends[column])
        while start < end, Self.isBlank(base[start]) { start += 1 }
        while start < end, Self.isBlank(base[end - 1]) { end -= 1 }
        guard start < end else { return nothing }
        let text = UnsafeBufferPointer(start: base + start, count: end - start)
        if base[start] == UInt8(ascii: "'") { return withoutGuard(text) }
        if base[start] == UInt8(ascii: "="), let quoted = Self.quotedByFormula(text) {
            return quoted.first.map { isNull(quoted, first: $0) } ?? true ? nothing : quoted
        }
        return isNull(text, first: base[start]) ? nothing : text
    }

    /// What `="00123"` means, which some systems write so that spreadsheets keep the zeros; `nil`: it is no such text.
    private static func quotedByFormula(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        guard text.count >= 3, text[1] == UInt8(ascii: "\""), text[text.count - 1] == UInt8(ascii: "\"") else {
            return nil
        }
        let inner = UnsafeBufferPointer(rebasing: text[2..<(text.count - 1)])
        return inner.contains(UInt8(ascii: "\"")) ? nil : inner
    }

    /// Without the apostrophe before what a spreadsheet would evaluate.
    private func withoutGuard(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let rest = UnsafeBufferPointer(rebasing: text.dropFirst())
        let bare = FormulaText.isEvaluated(rest) ? rest : text
        return bare.first.map { isNull(bare, first: $0) } ?? true ? UnsafeBufferPointer(start: nil, count: 0) : bare
    }

    @inline(__always)
    private func isNull(_ text: UnsafeBufferPointer<UInt8>, first: UInt8) -> Bool {
        guard nullLengths >> UInt64(min(63, text.count)) & 1 != 0, nullStarts >> UInt64(first & 63) & 1 != 0 else {
            return false
        }
        return nullTokens.contains { text.elementsEqual($0) }
    }

    private func joined(
        _ feed: Feed, _ bytes: UnsafeBufferPointer<UInt8>, _ ends: UnsafeBufferPointer<Int32>
    ) -> [UInt8] {
        var parts = feed.columns.map { text(of: $0, bytes, ends) }.filter { !$0.isEmpty }
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

    @inline(__always)
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// Digits with signs and separators, and nothing that may be a unit of its own.
    private static func isBareNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let last = text.last, (0x30...0x39).contains(last) else { return false }
        return text.allSatisfy { (0x30...0x39).contains($0) || [0x2B, 0x2C, 0x2D, 0x2E, 0x20, 0x27].contains($0) }
    }

    /// Whether a character that begins with this byte of UTF-8 is an ideograph (U+3000 and above, roughly).
    private static func isIdeographic(_ first: UInt8?) -> Bool { first.map { $0 >= 0xE3 } ?? false }

    private static func isIdeographic(lastCharacterOf text: [UInt8]) -> Bool {
        isIdeographic(text.last { $0 & 0xC0 != 0x80 })
    }
}

/// The texts of one row while they are written.
private struct RowTexts {
    private let room: UnsafeMutableBufferPointer<UInt8>
    private let slots: UnsafeMutableBufferPointer<FieldTexts.Slot>
    private(set) var byteCount = 0
    private(set) var slotCount = 0
    private var start = 0
    /// How many fields had a text before the one that is being read.
    private var before = 0

    init(room: UnsafeMutableBufferPointer<UInt8>, slots: UnsafeMutableBufferPointer<FieldTexts.Slot>) {
        self.room = room
        self.slots = slots
    }

    /// Adds to the text that is being written; what there is no room for is left out.
    @inline(__always)
    mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
        guard let from = text.baseAddress, let to = room.baseAddress, text.count <= room.count - byteCount else {
            return
        }
        (to + byteCount).update(from: from, count: text.count)
        byteCount += text.count
    }

    /// Gives what was written since the last time to `field`; nothing is no text.
    @inline(__always)
    mutating func end(_ field: Field) {
        append(field, from: start, count: byteCount - start)
        start = byteCount
    }

    /// Gives `field` the text that stands there; an empty one is none.
    @inline(__always)
    mutating func append(_ field: Field, from start: Int, count: Int) {
        guard count > 0, slotCount < slots.count, let to = slots.baseAddress else { return }
        (to + slotCount).initialize(
            to: FieldTexts.Slot(
                field: field, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: start + count)))
        slotCount += 1
    }

    /// Whether the next feed is of the same field as the one before it (`isLater`), and that field has its text.
    @inline(__always)
    mutating func isDone(_ isLater: Bool) -> Bool {
        if !isLater { before = slotCount }
        return slotCount > before
    }
}

extension Profile.ValueMap {
    /// What a word means; `nil`: itself.
    fileprivate func target(of word: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        targets[Folding.folded(word)] ?? otherwise
    }
}
