import Records

/// What one pass over all bytes of a file tells, before anything is decided about it.
struct FileSurvey: Sendable {
    /// SHA-256 of the bytes.
    var digest: [UInt8] = []
    var byteCount = 0
    /// The first bytes, up to `headLimit`; enough to see the dialect, the header and the profile.
    var head: [UInt8] = []
    var nulCount = 0
    /// The bytes read as UTF-8.
    var utf8 = UTF8Check()

    static let headLimit = 1 << 18

    init(_ bytes: FileBytes) throws(InputError) {
        let stream = try bytes.stream()
        var hash = StreamDigest()
        while let chunk = try stream.next() {
            byteCount += chunk.count
            if head.count < Self.headLimit { head.append(contentsOf: chunk.prefix(Self.headLimit - head.count)) }
            chunk.withUnsafeBufferPointer {
                hash.update(UnsafeRawBufferPointer($0))
                utf8.update($0)
            }
        }
        utf8.finish()
        nulCount = utf8.nuls
        digest = hash.finish()
    }

    var headIsWhole: Bool { head.count == byteCount }
}
