import Records

/// A file's text as UTF-8, piece by piece, without its byte order mark.
///
/// A sequence that cannot be decoded leaves a byte that is no UTF-8, so that its row can be told from the others.
struct TextStream {
    private let bytes: ByteStream
    private let decoder: TextDecoder?
    /// The first bytes, until it is clear whether they are a byte order mark.
    private var start: [UInt8]? = []
    private var markLength: Int
    /// Bytes of the file taken so far.
    private(set) var byteCount = 0

    init(_ file: FileBytes, encoding: EncodingGuess) throws(InputError) {
        bytes = try file.stream()
        decoder = encoding.encoding == .utf8 ? nil : try TextDecoder(encoding.encoding, file: file.shownAs)
        // A mark in the text's own encoding is seen after decoding; a foreign one must go before.
        markLength = encoding.markLength % max(1, encoding.encoding.unitSize) == 0 ? 0 : encoding.markLength
    }

    /// Appends the next piece to `window`; false at the end of the text.
    mutating func append(to window: inout [UInt8]) throws(InputError) -> Bool {
        guard var chunk = try bytes.next() else {
            var rest = start ?? []
            decoder?.decode([], isLast: true, into: &rest)
            window.append(contentsOf: start == nil ? rest[...] : Self.withoutMark(rest))
            start = nil
            return false
        }
        byteCount += chunk.count
        if markLength > 0 {
            let dropped = min(markLength, chunk.count)
            chunk.removeFirst(dropped)
            markLength -= dropped
        }
        guard var held = start else {
            if let decoder {
                decoder.decode(chunk, isLast: false, into: &window)
            } else {
                window.append(contentsOf: chunk)
            }
            return true
        }
        if let decoder { decoder.decode(chunk, isLast: false, into: &held) } else { held.append(contentsOf: chunk) }
        if held.count < 3 {
            start = held
        } else {
            start = nil
            window.append(contentsOf: Self.withoutMark(held))
        }
        return true
    }

    private static func withoutMark(_ text: [UInt8]) -> ArraySlice<UInt8> {
        text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text[...]
    }
}
