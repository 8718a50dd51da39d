/// One cell of a record: a slice of the window's bytes.
struct CSVField {
    private var first: Int32
    private var last: Int32
    private var marks: Int32

    @inline(__always)
    init(start: Int, end: Int, isQuoted: Bool = false, isEscaped: Bool = false) {
        first = Int32(truncatingIfNeeded: start)
        last = Int32(truncatingIfNeeded: end)
        marks = (isQuoted ? 1 : 0) | (isEscaped ? 2 : 0)
    }

    var start: Int { Int(first) }
    var end: Int { Int(last) }
    var isQuoted: Bool { marks & 1 != 0 }
    /// Holds doubled or escaped characters, so that its text is not its bytes.
    var isEscaped: Bool { marks & 2 != 0 }
}

/// Limits of one record: what passes them is damage, usually a quote that never closes (OPERATIONS.md, "Input attacks").
enum CSVLimits {
    static let fieldBytes = 1 << 16
    static let recordLines = 1_000
    static let recordBytes = 1 << 22
}

/// The cells of one record after the other. It grows to the widest record.
struct CSVFieldBuffer: ~Copyable {
    private var base: UnsafeMutablePointer<CSVField>
    private var capacity = 256
    private(set) var count = 0

    init() { base = .allocate(capacity: 256) }

    deinit { base.deallocate() }

    /// Valid until the next change.
    var fields: UnsafeBufferPointer<CSVField> { UnsafeBufferPointer(start: base, count: count) }

    @inline(__always)
    mutating func append(_ field: CSVField) {
        if count == capacity { grow() }
        (base + count).initialize(to: field)
        count += 1
    }

    mutating func removeAll() { count = 0 }

    @inline(never)
    private mutating func grow() {
        let wider = UnsafeMutablePointer<CSVField>.allocate(capacity: capacity * 2)
        wider.moveInitialize(from: base, count: count)
        base.deallocate()
        base = wider
        capacity *= 2
    }
}
