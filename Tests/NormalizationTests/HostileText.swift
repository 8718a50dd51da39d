import TestSupport

/// Bytes that something might trip over, from a seed.
enum HostileText {
    private static let pieces: [String] = [
        "0", "1", "9", "13800138000", "4294967296", "99999999999999999999", "E", "+", "-", ".", ",", "/", ":", "(", ")",
        "T", "Z", "年", "月",
        "日", "民国", "万", "亿", "￥", "$", "人", "以上", "有限公司", "分公司", "上海", "(中国)", "电子", "Ltd", "Co.", "&", " ", "\u{3000}",
        "\u{FEFF}", "?",
        "\u{FFFD}", "e\u{301}", "İ", "ß", "@", "www.", "a", "Jan", "PM", ";ext=", "转", "'", "=", "\u{0}", "👩‍👩‍👧", "ﬁ", "ǅ",
        "㍿", "ⅷ",
    ]

    static func any(_ generator: inout SeededGenerator) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...9, using: &generator) {
            if Int.random(in: 0..<8, using: &generator) == 0 {
                bytes.append(UInt8.random(in: 0...255, using: &generator))
            } else {
                bytes += Array(pieces[Int.random(in: 0..<pieces.count, using: &generator)].utf8)
            }
        }
        return bytes
    }
}
