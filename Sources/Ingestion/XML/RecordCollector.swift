import Records

/// Gathers the leaf values of each record element: the cells of a row, under paths such as `name`, `address/city`,
/// `@id`, `field[@name='email']` or `field[@name='user_id']/@ref`.
///
/// A leaf that occurs again in a record is `name#2`, `name#3` …, as with columns of one name; what stands in an element
/// that occurs again is `contact#2/phone`, so that the values of two contacts never mix.
///
/// One parser calls it, and it calls nothing that calls it back: that nobody else is at its state need not be checked at
/// every access, which took a fifth of the time.
final class RecordCollector: XMLVisitor {
    private struct Open {
        var place: Int
        /// Where its text begins in `text`.
        var start: Int
        /// Whether it has elements or attributes, so that it counts among those of its name.
        var isClaimed: Bool
    }

    private let pattern: RecordPattern
    private let file: String
    private let visit: (_ cells: CellTexts, _ line: Int) throws -> Void
    /// The paths in the order of their columns: those that were given, then others as they appear.
    @exclusivity(unchecked) private(set) var header: [String]
    @exclusivity(unchecked) private var columns: [String: Int] = [:]
    /// So many cells every row has.
    private let width: Int

    @exclusivity(unchecked) private var ancestors: [RecordPattern.Ancestor] = []
    @exclusivity(unchecked) private var places = RecordPlaces()
    /// The elements that are open in the record, the record first; empty outside records.
    @exclusivity(unchecked) private var open: [Open] = []
    @exclusivity(unchecked) private var recordNumber = 0
    @exclusivity(unchecked) private var recordLine = 0
    /// The texts of the open elements, one behind the other.
    @exclusivity(unchecked) private var text = ByteBuffer()
    /// The values of the record, as they come, and where each column's is; a column without one has an old number.
    @exclusivity(unchecked) private var values = ByteBuffer()
    @exclusivity(unchecked) private var cells: [(start: Int, end: Int, record: Int)] = []
    @exclusivity(unchecked) private var lastColumn = 0

    /// `header` are paths that are known to occur, in the order in which the cells of a row are wanted.
    init(
        _ pattern: RecordPattern, header: [String] = [], file: String,
        _ visit: @escaping (_ cells: CellTexts, _ line: Int) throws -> Void
    ) {
        self.pattern = pattern
        self.file = file
        self.visit = visit
        self.header = header
        width = header.count
        cells = Array(repeating: (0, 0, -1), count: header.count)
        for (index, path) in header.enumerated() { columns[path] = index }
    }

    func start(_ tag: XMLTag) throws {
        guard let parent = open.last else {
            guard pattern.matches(tag, in: ancestors) else {
                ancestors.append(RecordPattern.Ancestor(tag))
                return
            }
            recordNumber += 1
            recordLine = tag.line
            text.removeAll()
            values.removeAll()
            lastColumn = width - 1
            open.append(Open(place: RecordPlaces.root, start: 0, isClaimed: true))
            try fillAttributes(of: tag, at: RecordPlaces.root, except: nil)
            return
        }
        if !parent.isClaimed { claim(open.count - 1) }
        let key = places.keyAttribute(of: tag)
        let place = places.element(tag, keyIndex: key, in: open[open.count - 1].place)
        open.append(Open(place: place, start: text.count, isClaimed: false))
        if places.count > 4 * XMLLimits.columns { throw tooManyValues }
        if tag.attributeCount > (key == nil ? 0 : 1) {
            claim(open.count - 1)
            try fillAttributes(of: tag, at: open[open.count - 1].place, except: key)
        }
    }

    /// Counts an element among those of its name in this record: the second one is another place.
    @inline(__always)
    private func claim(_ index: Int) {
        open[index].isClaimed = true
        let first = open[index].place
        let isFirst = places[first].claimedIn != recordNumber
        let place = isFirst ? first : places.again(places[first].claimed)
        places[first].claimedIn = recordNumber
        places[first].claimed = place
        open[index].place = place
    }

    private func fillAttributes(of tag: XMLTag, at place: Int, except key: Int?) throws {
        for index in 0..<tag.attributeCount where index != key {
            guard let name = tag.attributeName(index) else { continue }
            try fill(places.attribute(name, of: place), tag.value(index))
        }
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) throws {
        guard let last = open.last else { return }
        text.append(utf8)
        if text.count - last.start > XMLLimits.textBytes { throw textTooLong }
    }

    func end() throws {
        guard let last = open.popLast() else {
            if !ancestors.isEmpty { ancestors.removeLast() }
            return
        }
        let own = text[last.start..<text.count]
        // Blanks around child elements are layout; an empty leaf is a cell that says nothing.
        let isBlank = own.isBlank
        if !isBlank {
            if last.place == RecordPlaces.root { try fillText(own) } else { try fill(last.place, own) }
        }
        text.removeLast(text.count - last.start)
        guard open.isEmpty else { return }
        try visit(row(), recordLine)
    }

    /// The text of a record element itself.
    private func fillText(_ own: UnsafeBufferPointer<UInt8>) throws {
        let column = try places[RecordPlaces.root].column ?? column(".")
        places[RecordPlaces.root].column = column
        set(column, own)
    }

    @inline(__always)
    private func fill(_ first: Int, _ value: UnsafeBufferPointer<UInt8>) throws {
        var place = first
        while true {
            let column: Int
            if let known = places[place].column {
                column = known
            } else {
                column = try self.column(places[place].path)
                places[place].column = column
            }
            if cells[column].record != recordNumber {
                set(column, value)
                return
            }
            place = places.again(place)
        }
    }

    @inline(__always)
    private func set(_ column: Int, _ value: UnsafeBufferPointer<UInt8>) {
        let start = values.count
        values.append(value)
        cells[column] = (start, values.count, recordNumber)
        lastColumn = max(lastColumn, column)
    }

    private func column(_ path: String) throws -> Int {
        if let column = columns[path] { return column }
        if header.count >= XMLLimits.columns { throw tooManyValues }
        columns[path] = header.count
        header.append(path)
        cells.append((0, 0, -1))
        return header.count - 1
    }

    /// The cells of the record in the order of the header; of columns that were not known before, up to the last filled.
    private func row() -> CellTexts {
        let count = lastColumn + 1
        var ends = [Int32]()
        let bytes = [UInt8](unsafeUninitializedCapacity: values.count) { bytes, byteCount in
            ends = [Int32](unsafeUninitializedCapacity: count) { ends, endCount in
                for column in 0..<count {
                    let cell = cells[column]
                    if cell.record == recordNumber, let to = bytes.baseAddress {
                        byteCount += values.copy(cell.start..<cell.end, to: to + byteCount)
                    }
                    ends[column] = Int32(clamping: byteCount)
                }
                endCount = count
            }
        }
        return CellTexts(bytes: bytes, ends: ends)
    }

    private var tooManyValues: InputError {
        InputError(
            file: file, line: recordLine,
            message: "the records have more than \(XMLLimits.columns) different values",
            advice: ["This is no list of records. Check where the file comes from.", nothingImported])
    }

    private var textTooLong: InputError {
        InputError(
            file: file, line: recordLine, message: "the record that begins here has a text longer than 1 MB",
            advice: ["Shorten it, or leave that element out of the export.", nothingImported])
    }
}
