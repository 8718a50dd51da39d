/// Hashes of letters: the same on every machine, since stores keep them. 0 is no text.
enum LetterHash {
    static func of(_ letters: some Sequence<UInt16>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var isEmpty = true
        for letter in letters {
            hash = (hash ^ UInt64(letter)) &* 0x100_0000_01b3
            isEmpty = false
        }
        return isEmpty ? 0 : mixed(hash)
    }

    static func of(_ text: String?) -> UInt64 {
        guard let text, !text.isEmpty else { return 0 }
        return of(text.utf16)
    }

    static func both(_ one: UInt64, _ other: UInt64) -> UInt64 { mixed(one &* 0x9e37_79b9_7f4a_7c15 ^ other) }

    private static func mixed(_ hash: UInt64) -> UInt64 {
        var hash = hash ^ hash >> 33
        hash = hash &* 0xff51_afd7_ed55_8ccd
        hash ^= hash >> 33
        return hash == 0 ? 1 : hash
    }
}
