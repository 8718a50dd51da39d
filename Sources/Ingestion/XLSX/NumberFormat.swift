/// How a workbook shows a number, as far as it changes what the number says.
enum NumberFormat: Sendable, Equatable {
    case plain
    /// A point in time: whether its day is shown, or hours that may pass 24.
    case time(hasDay: Bool, isElapsed: Bool)
    /// A whole number of at least so many digits: `000000` keeps the zeros of an id.
    case digits(Int)

    /// The formats that every workbook has; those of East Asian ones (27-36, 50-58) are days and times too.
    init(builtIn number: Int) {
        switch number {
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .time(hasDay: true, isElapsed: false)
        case 18...21, 32...35, 45, 47, 55, 56: self = .time(hasDay: false, isElapsed: false)
        case 46: self = .time(hasDay: false, isElapsed: true)
        default: self = .plain
        }
    }

    /// A format as it is written: `yyyy"年"m"月"d"日"`, `[$-409]h:mm AM/PM;@`, `000000`.
    init(code: String) {
        let letters = Self.letters(Array(code.utf8))
        func has(_ letter: Character) -> Bool { letters.shown.contains(letter.asciiValue ?? 0) }
        if letters.shown.count >= 2, letters.shown.allSatisfy({ $0 == UInt8(ascii: "0") }) {
            self = .digits(letters.shown.count)
            return
        }
        let hasClock = has("h") || has("s") || letters.isElapsed
        // An `m` is minutes beside hours or seconds, and a month elsewhere.
        let hasDay = has("y") || has("d") || has("m") && !hasClock
        self = hasDay || hasClock ? .time(hasDay: hasDay, isElapsed: letters.isElapsed && !hasDay) : .plain
    }

    /// The first section's letters in lower case, without what is quoted, escaped or a condition; whether hours run on.
    private static func letters(_ code: [UInt8]) -> (shown: [UInt8], isElapsed: Bool) {
        var shown: [UInt8] = []
        var isElapsed = false
        var index = 0
        while index < code.count, code[index] != UInt8(ascii: ";") {
            let byte = code[index]
            switch byte {
            case UInt8(ascii: "\""): index = code[(index + 1)...].firstIndex(of: byte) ?? code.count
            // The next character is shown as it is, is a width, or fills the cell.
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): index += 1
            case UInt8(ascii: "["):
                let end = code[index...].firstIndex(of: UInt8(ascii: "]")) ?? code.count
                let inside = code[(index + 1)..<max(index + 1, end)].map { $0 | 0x20 }
                if let first = inside.first, "hms".utf8.contains(first), inside.allSatisfy({ $0 == first }) {
                    isElapsed = true
                }
                index = end
            // `AM/PM` is no month, and `General` neither a day nor hours.
            case UInt8(ascii: "A"), UInt8(ascii: "a"):
                if code[index...].prefix(5).map({ $0 | 0x20 }) == Array("am/pm".utf8).map({ $0 | 0x20 }) { index += 4 }
            case UInt8(ascii: "G"):
                if code[index...].starts(with: Array("General".utf8)) { index += 6 }
            default: shown.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            }
            index += 1
        }
        return (shown, isElapsed)
    }
}

/// Reads `styles.xml`: the number format of each cell style, in order.
final class StylesReader: XMLVisitor {
    private(set) var formats: [NumberFormat] = []
    private var custom: [Int: NumberFormat] = [:]
    private var isInCellStyles = false
    private var depth = 0
    private var cellStylesDepth = 0

    func start(_ tag: XMLTag) throws {
        depth += 1
        if tag.name.isNamed("numFmt") {
            guard let number = tag.text(of: "numFmtId").flatMap({ Int($0) }) else { return }
            custom[number] = NumberFormat(code: tag.text(of: "formatCode") ?? "")
        } else if tag.name.isNamed("cellXfs") {
            isInCellStyles = true
            cellStylesDepth = depth
        } else if isInCellStyles, depth == cellStylesDepth + 1, tag.name.isNamed("xf") {
            let number = tag.text(of: "numFmtId").flatMap { Int($0) } ?? 0
            formats.append(custom[number] ?? NumberFormat(builtIn: number))
        }
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) throws {}

    func end() throws {
        if isInCellStyles, depth == cellStylesDepth { isInCellStyles = false }
        depth -= 1
    }
}
