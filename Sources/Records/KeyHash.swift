/// 40 bits of a hash of a text, by which a store finds what may have that text: whatever is found so is compared.
///
/// The same on every machine and in every version, since stores keep it (FNV-1a of 64 bits, its upper bits after mixing).
package struct KeyHash: Hashable, Comparable, Sendable {
    package let bits: UInt64

    /// `kind` keeps equal texts of different meaning apart.
    package init(kind: Unicode.Scalar, _ text: String) {
        var text = text
        self = text.withUTF8 { KeyHash(kind: kind, utf8: $0) }
    }

    private init(kind: Unicode.Scalar, utf8: UnsafeBufferPointer<UInt8>) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        hash = (hash ^ UInt64(kind.value)) &* 0x100_0000_01b3
        for byte in utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash ^= hash >> 33
        hash = hash &* 0xff51_afd7_ed55_8ccd
        hash ^= hash >> 33
        bits = hash >> 24
    }

    package static func < (left: Self, right: Self) -> Bool { left.bits < right.bits }
}
