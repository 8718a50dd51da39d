import Records

/// A file's text as UTF-8, piece by piece, without its byte order mark.
///
/// A sequence that cannot be decoded leaves a byte that is no UTF-8, so that its row can be told from the others.
struct TextStream {
    private let bytes: ByteStream
    private let decoder: TextDecoder?
    private var lines: LineDecoder?
    private let chunkSize: Int
    /// The first bytes, until it is clear whether they are a byte order mark.
    private var start: [UInt8]? = []
    private var markLength: Int
    /// Bytes of the file taken so far.
    private(set) var byteCount = 0

    /// Lines that were decoded by `EncodingGuess.lineEncoding`.
    var foreignLines: Int { lines?.foreignLines ?? 0 }

    init(_ file: FileBytes, encoding: EncodingGuess) throws(InputError) {
        bytes = try file.stream()
        chunkSize = file.chunkSize
        decoder = encoding.encoding == .utf8 ? nil : try TextDecoder(encoding.encoding, file: file.shownAs)
        lines = try encoding.lineEncoding.map { other throws(InputError) in
            try LineDecoder(other, file: file.shownAs)
        }
        // A mark in the text's own encoding is seen after decoding; a foreign one must go before.
        markLength = encoding.markLength % max(1, encoding.encoding.unitSize) == 0 ? 0 : encoding.markLength
    }

    /// Appends the next piece to `window`; false at the end of the text.
    mutating func append(to window: inout ByteWindow) throws(InputError) -> Bool {
        guard decoder == nil, lines == nil, start == nil, markLength == 0 else {
            var piece: [UInt8] = []
            let isMore = try append(to: &piece)
            piece.withUnsafeBufferPointer { window.append($0) }
            return isMore
        }
        let before = window.count
        let bytes = bytes
        try window.append(upTo: chunkSize) { room throws(InputError) in try bytes.read(into: room) }
        byteCount += window.count - before
        return window.count > before
    }

    /// Appends the next piece to `window`; false at the end of the text.
    mutating func append(to window: inout [UInt8]) throws(InputError) -> Bool {
        guard var chunk = try bytes.next() else {
            var rest = start ?? []
            decoder?.decode([], isLast: true, into: &rest)
            lines?.decode([], isLast: true, into: &rest)
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
            decode(chunk, into: &window)
            return true
        }
        decode(chunk, into: &held)
        if held.count < 3 {
            start = held
        } else {
            start = nil
            window.append(contentsOf: Self.withoutMark(held))
        }
        return true
    }

    private mutating func decode(_ chunk: [UInt8], into text: inout [UInt8]) {
        if let decoder {
            decoder.decode(chunk, isLast: false, into: &text)
        } else if lines != nil {
            lines?.decode(chunk, isLast: false, into: &text)
        } else {
            text.append(contentsOf: chunk)
        }
    }

    private static func withoutMark(_ text: [UInt8]) -> ArraySlice<UInt8> {
        text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text[...]
    }
}
