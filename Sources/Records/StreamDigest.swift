import Crypto

/// SHA-256 of bytes that come in pieces, so that no file need be in memory whole.
package struct StreamDigest {
    private var hash = SHA256()

    package init() {}

    package mutating func update(_ bytes: UnsafeRawBufferPointer) { hash.update(bufferPointer: bytes) }

    /// The 32 bytes of the digest of everything given so far.
    package func finish() -> [UInt8] { Array(hash.finalize()) }
}
