extension KeyHash {
    /// Of a number that is a hash already, mixed again so that its upper bits are as good as its lower ones.
    package init(kind: Unicode.Scalar, hash: UInt64) {
        var mixed = (hash ^ UInt64(kind.value)) &* 0x9e37_79b9_7f4a_7c15
        mixed ^= mixed >> 32
        mixed = mixed &* 0xd6e8_feb8_6659_fd93
        mixed ^= mixed >> 29
        bits = mixed >> 24
    }
}
