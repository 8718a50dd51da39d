import Records

/// The texts that cells of a workbook refer to by number, one behind the other.
struct SharedStrings: Sendable {
    /// More are refused: they are all in memory while the sheets are read.
    static let byteLimit = 1 << 27

    fileprivate(set) var bytes: [UInt8] = []
    fileprivate(set) var ends: [Int32] = []

    func give(_ number: Int, to visit: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
        guard ends.indices.contains(number) else { return false }
        let start = number == 0 ? 0 : Int(ends[number - 1])
        let end = Int(ends[number])
        bytes.withUnsafeBufferPointer { visit(UnsafeBufferPointer(rebasing: $0[start..<end])) }
        return true
    }
}

/// Reads `sharedStrings.xml`: plain texts and those in several fonts; how a text is pronounced is no part of it.
final class SharedStringsReader: XMLVisitor {
    private(set) var strings = SharedStrings()
    private let file: String
    private var text = CellText()

    init(file: String) { self.file = file }

    func start(_ tag: XMLTag) throws { text.start(tag) }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) throws { text.add(utf8) }

    func end() throws {
        guard text.end() == .item else { return }
        text.give { strings.bytes.append(contentsOf: $0) }
        strings.ends.append(Int32(clamping: strings.bytes.count))
        if strings.bytes.count > SharedStrings.byteLimit {
            throw InputError(
                file: file,
                message: "the workbook has more than \(SharedStrings.byteLimit >> 20) MB of different texts",
                advice: ["Split the list into several files, or save it as CSV UTF-8.", nothingImported])
        }
    }
}

/// The text of a shared string or of one that stands in its cell.
struct CellText: ~Copyable {
    enum Element {
        /// `si` or `is`: the whole text.
        case item
        /// `t`: a part of it.
        case part
        /// `rPh`: how it is pronounced.
        case phonetic
        case other
    }

    private var open: [Element] = []
    private var bytes = ByteBuffer()
    private var phonetics = 0

    mutating func start(_ tag: XMLTag) {
        let element: Element
        if tag.name.isNamed("t") {
            element = .part
        } else if tag.name.isNamed("si") || tag.name.isNamed("is") {
            element = .item
            bytes.removeAll()
        } else if tag.name.isNamed("rPh") {
            element = .phonetic
            phonetics += 1
        } else {
            element = .other
        }
        open.append(element)
    }

    mutating func add(_ utf8: UnsafeBufferPointer<UInt8>) {
        if open.last == .part, phonetics == 0 { bytes.append(utf8) }
    }

    mutating func end() -> Element {
        let element = open.popLast() ?? .other
        if element == .phonetic { phonetics -= 1 }
        return element
    }

    /// The text; characters that XML cannot hold are written `_x000D_` in it.
    func give(to visit: (UnsafeBufferPointer<UInt8>) -> Void) { Self.unescape(bytes[0..<bytes.count], visit) }

    static func unescape(_ text: UnsafeBufferPointer<UInt8>, _ visit: (UnsafeBufferPointer<UInt8>) -> Void) {
        var isEscaped = false
        if text.count >= 7 {
            for index in 0..<(text.count - 6) where escape(in: text, at: index) != nil {
                isEscaped = true
                break
            }
        }
        guard isEscaped else { return visit(text) }
        var plain: [UInt8] = []
        var index = 0
        while index < text.count {
            if let code = escape(in: text, at: index), let scalar = Unicode.Scalar(code), code != 0 {
                plain.append(contentsOf: Array(String(Character(scalar)).utf8))
                index += 7
            } else {
                plain.append(text[index])
                index += 1
            }
        }
        plain.withUnsafeBufferPointer(visit)
    }

    private static func escape(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
        guard index + 7 <= text.count, text[index] == UInt8(ascii: "_"), text[index + 1] == UInt8(ascii: "x"),
            text[index + 6] == UInt8(ascii: "_")
        else { return nil }
        var code: UInt32 = 0
        for byte in text[(index + 2)..<(index + 6)] {
            switch byte {
            case 0x30...0x39: code = code << 4 | UInt32(byte - 0x30)
            case 0x41...0x46: code = code << 4 | UInt32(byte - 0x41 + 10)
            case 0x61...0x66: code = code << 4 | UInt32(byte - 0x61 + 10)
            default: return nil
            }
        }
        return code
    }
}
