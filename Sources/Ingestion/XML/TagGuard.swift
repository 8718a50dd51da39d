/// Finds start tags with more attributes than `XMLLimits` allows before libxml2 sees them: it compares each attribute of
/// a tag with every other, which takes minutes where there are some hundred thousand.
///
/// It knows just enough XML to tell tags from comments, CDATA sections and instructions. What is not well-formed it
/// leaves to the parser.
struct TagGuard {
    private enum State {
        case text
        /// Behind `<`, and behind `<!`.
        case opened, declared
        case tag
        /// In an attribute's value, up to this quote.
        case value(UInt8)
        /// Up to `>` behind this byte, so many times: `-->`, `]]>`, `?>`.
        case special(UInt8, times: Int)
    }

    private var state = State.text
    private var attributes = 0
    /// How often the byte that ends a special section was met in a row.
    private var run = 0

    /// Whether no tag in this next piece of the text has too many attributes.
    mutating func admits(_ bytes: [UInt8]) -> Bool {
        for byte in bytes {
            switch state {
            case .text:
                if byte == UInt8(ascii: "<") { state = .opened }
            case .opened: open(byte)
            case .declared: declare(byte)
            case .tag:
                switch byte {
                case UInt8(ascii: ">"): state = .text
                case UInt8(ascii: "\""), UInt8(ascii: "'"): state = .value(byte)
                case UInt8(ascii: "="):
                    attributes += 1
                    if attributes > XMLLimits.attributes { return false }
                default: break
                }
            case .value(let quote):
                if byte == quote { state = .tag }
            case .special(let end, let times):
                if byte == end {
                    run += 1
                } else {
                    if byte == UInt8(ascii: ">"), run >= times { state = .text }
                    run = 0
                }
            }
        }
        return true
    }

    private mutating func open(_ byte: UInt8) {
        attributes = 0
        run = 0
        switch byte {
        case UInt8(ascii: "!"): state = .declared
        case UInt8(ascii: "?"): state = .special(UInt8(ascii: "?"), times: 1)
        default: state = .tag
        }
    }

    private mutating func declare(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "-"): state = .special(UInt8(ascii: "-"), times: 2)
        case UInt8(ascii: "["): state = .special(UInt8(ascii: "]"), times: 2)
        // A DOCTYPE, which the parser's callback refuses.
        default: state = .text
        }
    }
}
