import Records

/// Reads Excel's XML of 2003, which several systems write as `.xls`: one worksheet as rows, or the names of all.
final class SpreadsheetML: XMLVisitor {
    private enum Element {
        case worksheet, row, cell, data, remark, other
    }

    private static let namespace = Array("urn:schemas-microsoft-com:office:spreadsheet".utf8)

    /// Whether a text is such a workbook, from its beginning.
    static func begins(_ head: [UInt8]) -> Bool {
        let start = head.prefix(1 << 13)
        return start.firstRange(of: Array("Workbook".utf8)) != nil && start.firstRange(of: namespace) != nil
    }

    private let file: String
    private let position: Int?
    private let width: Int
    private let visit: (borrowing CSVRow) throws -> Void
    private(set) var names: [String] = []
    /// Whether a worksheet holds any cell at all.
    private(set) var isFilled: [Bool] = []
    private var open: [Element] = []
    private var row = SheetRow()
    private var line = 0
    private var column = -1
    private var kind: UInt8 = 0
    private var data = ByteBuffer()
    /// Rows that stand behind the last one and are as empty as it.
    private var spare = 0
    /// Columns that a merged cell takes beside its own.
    private var spareCells = 0

    /// The names of the worksheets only.
    init(file: String) {
        self.file = file
        position = nil
        width = 0
        visit = { _ in }
    }

    /// The rows of the worksheet at a position, from 0.
    init(file: String, position: Int, width: Int, _ visit: @escaping (borrowing CSVRow) throws -> Void) {
        self.file = file
        self.position = position
        self.width = width
        self.visit = visit
    }

    func start(_ tag: XMLTag) throws {
        var element = Element.other
        if tag.name.isNamed("Worksheet") {
            element = .worksheet
            names.append(tag.text(of: "Name") ?? "")
            isFilled.append(false)
            line = 0
            spare = 0
        } else if open.contains(.worksheet) {
            if tag.name.isNamed("Row"), !open.contains(.row) {
                element = .row
                line = index(tag) ?? line + spare + 1
                spare = tag.value(of: "Span").flatMap(WorksheetReader.number) ?? 0
                column = -1
                row.removeAll()
                spareCells = 0
            } else if tag.name.isNamed("Cell"), open.last == .row {
                element = .cell
                column = index(tag).map { $0 - 1 } ?? column + spareCells + 1
                spareCells = tag.value(of: "MergeAcross").flatMap(WorksheetReader.number) ?? 0
                data.removeAll()
                kind = 0
            } else if tag.name.isNamed("Data"), open.last == .cell {
                element = .data
                kind = tag.value(of: "Type")?.first ?? 0
            } else if tag.name.isNamed("Comment") || tag.name.isNamed("PhoneticText") {
                element = .remark
            }
        }
        open.append(element)
    }

    /// `ss:Index`, from 1.
    private func index(_ tag: XMLTag) -> Int? {
        tag.value(of: "Index").flatMap(WorksheetReader.number).flatMap { $0 > 0 ? $0 : nil }
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) throws {
        guard open.contains(.data), !open.contains(.remark) else { return }
        data.append(utf8)
        if data.count > XMLLimits.textBytes {
            throw InputError(
                file: file, line: line, column: column + 1, message: "the cell's text is longer than 1 MB",
                advice: ["Shorten it.", nothingImported])
        }
    }

    func end() throws {
        switch open.popLast() ?? .other {
        case .cell: endCell()
        case .row:
            guard !row.isEmpty else { return }
            if !isFilled.isEmpty { isFilled[isFilled.count - 1] = true }
            if position == names.count - 1 { try row.give(line: line, width: width, visit) }
        case .worksheet, .data, .remark, .other: break
        }
    }

    private func endCell() {
        let text = data[0..<data.count]
        guard !text.isEmpty else { return }
        switch kind {
        case UInt8(ascii: "N"): NumberText.plain(text).withUnsafeBufferPointer { row.put($0, at: column) }
        case UInt8(ascii: "B"):
            let word: StaticString = text.first == UInt8(ascii: "1") ? "TRUE" : "FALSE"
            row.put(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount), at: column)
        case UInt8(ascii: "D"): row.put(NumberText.time(text), at: column)
        default: row.put(text, at: column)
        }
    }
}
