#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import Records

/// Turns bytes of another encoding into UTF-8, piece by piece; a character may be cut by the end of a piece.
final class TextDecoder {
    /// Stands for what cannot be decoded: never part of UTF-8, so the row that holds it is found later.
    static let undecodable: UInt8 = 0xFF

    private let converter: iconv_t
    private let encoding: TextEncoding
    private var pending: [UInt8] = []
    private var scratch = [UInt8](repeating: 0, count: 1 << 16)

    init(_ encoding: TextEncoding, file: String) throws(InputError) {
        self.encoding = encoding
        guard let converter = iconv_open("UTF-8", encoding.iconvName), converter != iconv_t(bitPattern: -1) else {
            throw InputError(
                file: file, message: "this system cannot convert \(encoding.rawValue): its iconv does not know it",
                advice: ["Install the C library's converters (gconv), or save the file as UTF-8.", nothingImported])
        }
        self.converter = converter
    }

    deinit { iconv_close(converter) }

    /// Appends the UTF-8 of `bytes` to `output`. What is incomplete waits for the next piece, unless this is the last.
    func decode(_ bytes: [UInt8], isLast: Bool, into output: inout [UInt8]) {
        pending.append(contentsOf: bytes)
        let consumed = pending.withUnsafeMutableBytes { buffer in
            var consumed = 0
            while consumed < buffer.count {
                switch convert(UnsafeMutableRawBufferPointer(rebasing: buffer[consumed...]), into: &output, &consumed) {
                case nil, E2BIG?: break
                case EINVAL? where !isLast: return consumed
                case EINVAL?:
                    output.append(Self.undecodable)
                    return buffer.count
                default:
                    // GB18030 has no 0x80, but Windows writes the euro sign so.
                    let isEuro = encoding == .gb18030 && buffer[consumed] == 0x80
                    if isEuro { output.append(contentsOf: "€".utf8) } else { output.append(Self.undecodable) }
                    consumed = min(buffer.count, consumed + encoding.unitSize)
                }
            }
            return consumed
        }
        pending.removeFirst(consumed)
    }

    /// Converts as much as goes and fits; returns iconv's errno, `nil` when everything was converted.
    private func convert(
        _ source: UnsafeMutableRawBufferPointer, into output: inout [UInt8], _ consumed: inout Int
    ) -> Int32? {
        var failure: Int32?
        scratch.withUnsafeMutableBytes { target in
            var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
            var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = source.count
            var room = target.count
            let result = iconv(converter, &from, &left, &to, &room)
            if result == Int(bitPattern: UInt.max) { failure = errno }
            consumed += source.count - left
            output.append(contentsOf: target.prefix(target.count - room))
        }
        return failure
    }
}
