import Records

/// Decodes a text line by line that is UTF-8 on most lines and something else on others, as it comes about where people
/// put exports of two systems one behind the other.
struct LineDecoder {
    /// Lines that were no UTF-8 and could be read in the other encoding.
    private(set) var foreignLines = 0
    private let encoding: TextEncoding
    private let decoder: TextDecoder
    private var pending: [UInt8] = []

    /// Longer lines are decoded in pieces of this length.
    private static let lineLimit = 1 << 20

    init(_ encoding: TextEncoding, file: String) throws(InputError) {
        self.encoding = encoding
        decoder = try TextDecoder(encoding, file: file)
    }

    /// Appends the UTF-8 of the lines that are whole; the rest waits, unless this is the last piece.
    mutating func decode(_ bytes: [UInt8], isLast: Bool, into output: inout [UInt8]) {
        pending.append(contentsOf: bytes)
        var start = 0
        // Only a line feed: a lone carriage return is none of the second bytes of a character either, but rare.
        while let lineFeed = pending[start...].firstIndex(of: 0x0A) {
            decode(line: pending[start...lineFeed], into: &output)
            start = lineFeed + 1
        }
        if isLast || pending.count - start > Self.lineLimit {
            decode(line: pending[start...], into: &output)
            start = pending.count
        }
        pending.removeFirst(start)
    }

    private mutating func decode(line: ArraySlice<UInt8>, into output: inout [UInt8]) {
        guard LineKind(line, other: encoding) == .foreign else {
            output.append(contentsOf: line)
            return
        }
        foreignLines += 1
        decoder.decode(Array(line), isLast: true, into: &output)
    }
}

/// What a line of a text in UTF-8 and another encoding is.
enum LineKind: Equatable {
    /// Reads the same in both.
    case ascii
    case utf8
    /// Is no UTF-8, and looks like text in the other encoding.
    case foreign
    /// Is neither: damage, which its row is rejected for.
    case damaged

    init(_ line: ArraySlice<UInt8>, other encoding: TextEncoding) {
        var check = UTF8Check()
        line.withUnsafeBufferPointer { check.update($0) }
        check.finish()
        if check.errors == 0 {
            self = check.sequences == 0 ? .ascii : .utf8
            return
        }
        // A damaged line of UTF-8 still has its other characters; the bytes of another encoding make few by chance.
        guard check.errors > check.sequences else {
            self = .damaged
            return
        }
        var looks = LegacyLooks()
        for byte in line { looks.update(byte) }
        looks.finish()
        let claim = looks.ranked.first { $0.encoding == encoding }
        self = (claim?.score ?? 0) >= 0.7 ? .foreign : .damaged
    }
}
