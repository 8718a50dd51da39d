/// What a text's bytes outside ASCII look like in each encoding that has no signature: how many would be common
/// characters, rare ones, or none at all.
struct LegacyLooks {
    struct Tally {
        var common = 0
        var rare = 0
        var invalid = 0
        /// The first byte of a pair, while its second one is awaited.
        var lead: UInt8 = 0

        var total: Int { common + rare + invalid }
        var share: Double { total == 0 ? 0 : Double(common) / Double(total) }
        /// The share of common characters, reduced tenfold by what cannot be read.
        var score: Double { total == 0 ? 0 : share * max(0, 1 - 10 * Double(invalid) / Double(total)) }
    }

    private var gb18030 = Tally()
    private var big5 = Tally()
    private var shiftJIS = Tally()
    private var windows1252 = Tally()
    private var windows1251 = Tally()
    /// Bytes that a four-byte GB18030 sequence still needs.
    private var gbTail = 0
    private var previous: UInt8 = 0
    private var beforePrevious: UInt8 = 0

    /// One encoding's claim. `weight` is near 1 where there is much to judge from.
    struct Claim {
        var encoding: TextEncoding
        var score: Double
        var share: Double
        var weight: Double
    }

    /// The best claim first; of equal ones the encoding that Chinese exports use more.
    var ranked: [Claim] {
        let tallies: [(TextEncoding, Tally)] = [
            (.gb18030, gb18030), (.big5, big5), (.shiftJIS, shiftJIS), (.windows1252, windows1252),
            (.windows1251, windows1251),
        ]
        let claims = tallies.map { encoding, tally in
            Claim(
                encoding: encoding, score: tally.score, share: tally.share,
                weight: Double(tally.total + 1) / Double(tally.total + 2))
        }
        return claims.indices.sorted { (-claims[$0].score, $0) < (-claims[$1].score, $1) }.map { claims[$0] }
    }

    mutating func update(_ byte: UInt8) {
        updateGB18030(byte)
        updateBig5(byte)
        updateShiftJIS(byte)
        judgePrevious(byte)
    }

    mutating func finish() {
        for path in [\Self.gb18030, \Self.big5, \Self.shiftJIS] where self[keyPath: path].lead != 0 {
            self[keyPath: path].invalid += 1
        }
        judgePrevious(0x20)
    }

    /// Level 1 of GB 2312 (rows B0-D7), its 3,755 commonest hanzi, and its punctuation are common.
    private mutating func updateGB18030(_ byte: UInt8) {
        if gbTail > 0 {
            gbTail -= 1
            return
        }
        let lead = gb18030.lead
        gb18030.lead = 0
        switch (lead, byte) {
        case (0, 0x00...0x7F): break
        case (0, 0x80), (0, 0xFF): gb18030.invalid += 1
        case (0, _): gb18030.lead = byte
        case (_, 0x30...0x39):
            gb18030.rare += 1
            gbTail = 2
        case (0xB0...0xD7, 0xA1...0xFE), (0xA1...0xA3, 0xA1...0xFE): gb18030.common += 1
        case (_, 0x40...0x7E), (_, 0x80...0xFE): gb18030.rare += 1
        default: gb18030.invalid += 1
        }
    }

    /// Level 1 of Big5 (rows A4-C6), its 5,401 commonest hanzi, and its punctuation are common.
    private mutating func updateBig5(_ byte: UInt8) {
        let lead = big5.lead
        big5.lead = 0
        switch (lead, byte) {
        case (0, 0x00...0x7F): break
        case (0, 0xA1...0xF9): big5.lead = byte
        case (0, _): big5.invalid += 1
        case (0xA1...0xC6, 0x40...0x7E), (0xA1...0xC6, 0xA1...0xFE): big5.common += 1
        case (0xC7...0xC8, _): big5.invalid += 1
        case (_, 0x40...0x7E), (_, 0xA1...0xFE): big5.rare += 1
        default: big5.invalid += 1
        }
    }

    /// Kana, punctuation and level 1 kanji (rows 88-97) are common.
    private mutating func updateShiftJIS(_ byte: UInt8) {
        let lead = shiftJIS.lead
        shiftJIS.lead = 0
        switch (lead, byte) {
        case (0, 0x00...0x7F): break
        case (0, 0xA1...0xDF): shiftJIS.rare += 1
        case (0, 0x81...0x9F), (0, 0xE0...0xFC): shiftJIS.lead = byte
        case (0, _): shiftJIS.invalid += 1
        case (0x81, 0x40...0xAC), (0x82, 0x4F...0xF1), (0x83, 0x40...0x96): shiftJIS.common += 1
        case (0x88...0x97, 0x40...0x7E), (0x88...0x97, 0x80...0xFC): shiftJIS.common += 1
        case (_, 0x40...0x7E), (_, 0x80...0xFC): shiftJIS.rare += 1
        default: shiftJIS.invalid += 1
        }
    }

    /// Where one byte is one character, the one before and the one behind tell what it is.
    private mutating func judgePrevious(_ next: UInt8) {
        if previous >= 0x80 {
            judgeWindows1252(next)
            judgeWindows1251(next)
        }
        (beforePrevious, previous) = (previous, next)
    }

    /// Western letters stand between ASCII ones: a high byte alone is common, a run of them is rare.
    private mutating func judgeWindows1252(_ next: UInt8) {
        switch previous {
        case 0x81, 0x8D, 0x8F, 0x90, 0x9D: windows1252.invalid += 1
        default:
            if beforePrevious < 0x80, next < 0x80 { windows1252.common += 1 } else { windows1252.rare += 1 }
        }
    }

    /// Cyrillic letters stand beside each other and not beside Latin ones, and a capital begins a word, if it is not all
    /// of capitals. Half of the first bytes of GB 2312 are such capitals, in the middle of words.
    private mutating func judgeWindows1251(_ next: UInt8) {
        if previous == 0x98 {
            windows1251.invalid += 1
            return
        }
        let isAlone = !Self.isCyrillic(beforePrevious) && !Self.isCyrillic(next)
        let isBesideLatin = isLatin(beforePrevious) || isLatin(next)
        let isMisplaced = Self.isCapital(previous) && Self.isSmall(beforePrevious)
        if Self.isCyrillic(previous), !isAlone, !isBesideLatin, !isMisplaced {
            windows1251.common += 1
        } else {
            windows1251.rare += 1
        }
    }

    private static func isCyrillic(_ byte: UInt8) -> Bool { isCapital(byte) || isSmall(byte) }
    private static func isCapital(_ byte: UInt8) -> Bool { (0xC0...0xDF).contains(byte) || byte == 0xA8 }
    private static func isSmall(_ byte: UInt8) -> Bool { byte >= 0xE0 || byte == 0xB8 }
    private func isLatin(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
