import Records

/// Reads the cells of one worksheet of an XLSX file, row by row.
final class WorksheetReader: XMLVisitor {
    private enum Element {
        case row, cell, value, other
    }

    /// What the value of a cell is.
    private enum Kind {
        case number, shared, inline, boolean, day, text
    }

    private let workbook: Workbook
    private let width: Int
    private let visit: (borrowing CSVRow) throws -> Void
    private var open: [Element] = []
    private var row = SheetRow()
    private var line = 0
    private var column = -1
    private var kind = Kind.number
    private var format = NumberFormat.plain
    private var value = ByteBuffer()
    private var inline = CellText()
    private var hasFormula = false
    /// Formulas whose result the file does not hold.
    private var unknownResults = 0

    init(_ workbook: Workbook, width: Int, _ visit: @escaping (borrowing CSVRow) throws -> Void) {
        self.workbook = workbook
        self.width = width
        self.visit = visit
    }

    var warnings: [String] {
        guard unknownResults > 0 else { return [] }
        let cells = unknownResults == 1 ? "cell holds a formula" : "cells hold formulas"
        return [
            "\(workbook.bytes.shownAs): \(unknownResults) \(cells) whose result is not in the file, and "
                + "\(unknownResults == 1 ? "is" : "are") empty: open it in Excel or WPS, save it, and import it again"
        ]
    }

    func start(_ tag: XMLTag) throws {
        var element = Element.other
        if open.contains(.cell) {
            if tag.name.isNamed("v") {
                element = .value
            } else {
                if tag.name.isNamed("f") { hasFormula = true }
                if kind == .inline { inline.start(tag) }
            }
        } else if tag.name.isNamed("c"), open.last == .row {
            element = .cell
            startCell(tag)
        } else if tag.name.isNamed("row") {
            element = .row
            let number = tag.value(of: "r").flatMap(Self.number)
            line = number ?? line + 1
            column = -1
            row.removeAll()
        }
        open.append(element)
    }

    private func startCell(_ tag: XMLTag) {
        value.removeAll()
        (kind, format, hasFormula) = (.number, .plain, false)
        var next = column + 1
        for index in 0..<tag.attributeCount {
            guard let name = tag.attributeName(index) else { continue }
            let text = tag.value(index)
            if name.isNamed("r") {
                next = Self.column(text) ?? next
            } else if name.isNamed("s") {
                let style = Self.number(text) ?? 0
                if workbook.styles.indices.contains(style) { format = workbook.styles[style] }
            } else if name.isNamed("t") {
                kind = Self.kind(text)
            }
        }
        column = next
        if kind == .inline { inline = CellText() }
    }

    private static func kind(_ text: UnsafeBufferPointer<UInt8>) -> Kind {
        switch (text.first, text.count) {
        case (UInt8(ascii: "s"), 1): .shared
        case (UInt8(ascii: "i"), _): .inline
        case (UInt8(ascii: "b"), _): .boolean
        case (UInt8(ascii: "d"), _): .day
        // Results of formulas (`str`) and errors (`e`) are their own text.
        case (UInt8(ascii: "s"), _), (UInt8(ascii: "e"), _): .text
        default: .number
        }
    }

    /// The 0-based column of `BC12`.
    static func column(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
        var column = 0
        for byte in reference {
            let letter = byte & 0xDF
            guard (0x41...0x5A).contains(letter) else { break }
            column = column * 26 + Int(letter - 0x40)
            if column > SheetRow.columnLimit { return nil }
        }
        return column == 0 ? nil : column - 1
    }

    static func number(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !text.isEmpty, text.count <= 9 else { return nil }
        var number = 0
        for byte in text {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return number
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) throws {
        if open.last == .value {
            value.append(utf8)
            if value.count > XMLLimits.textBytes { throw tooLong }
        } else if kind == .inline {
            inline.add(utf8)
        }
    }

    func end() throws {
        switch open.popLast() ?? .other {
        case .value: break
        case .other: if kind == .inline, open.contains(.cell) { _ = inline.end() }
        case .cell: try endCell()
        case .row: if !row.isEmpty { try row.give(line: line, width: width, visit) }
        }
    }

    private func endCell() throws {
        let text = value[0..<value.count]
        switch kind {
        case .inline: inline.give { row.put($0, at: column) }
        case .text: CellText.unescape(text) { row.put($0, at: column) }
        case .day: row.put(NumberText.time(text), at: column)
        case .boolean: put(text.first == UInt8(ascii: "1") ? "TRUE" : text.isEmpty ? "" : "FALSE")
        case .shared:
            guard !text.isEmpty else { break }
            guard let number = Self.number(text), workbook.strings.give(number, to: { row.put($0, at: column) }) else {
                throw InputError(
                    file: workbook.bytes.shownAs, line: line, column: column + 1,
                    message: "the cell refers to a text that the workbook does not have",
                    advice: ["The file is damaged: open it in Excel or WPS and save it again.", nothingImported])
            }
        case .number:
            guard !text.isEmpty else {
                // An empty text is a result, which has the type of one.
                if hasFormula { unknownResults += 1 }
                break
            }
            NumberText.shown(text, as: format, from1904: workbook.startsIn1904).withUnsafeBufferPointer {
                row.put($0, at: column)
            }
        }
        kind = .number
    }

    private func put(_ text: StaticString) {
        row.put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), at: column)
    }

    private var tooLong: InputError {
        InputError(
            file: workbook.bytes.shownAs, line: line, column: column + 1,
            message: "the cell's text is longer than 1 MB",
            advice: ["Shorten it.", nothingImported])
    }
}
