/// How two companies' names compare.
enum CompanyNames {
    private typealias Level = CompanyTable.NameLevel

    /// A `NameLevel`, or 0 where one has no name.
    static func level(
        _ left: CompanyFeatures, _ right: CompanyFeatures, _ letters: UnsafeBufferPointer<UInt16>
    ) -> Int {
        guard left.core != 0, right.core != 0 else { return 0 }
        if left.isBranch || right.isBranch {
            let level = branches(left, right, letters)
            let isNumbered = haveOtherNumbers(left.coreLetters(letters), right.coreLetters(letters))
            return (isNumbered && level != .different ? .branch : level).rawValue
        }
        let level = left.core == right.core ? sameCore(left, right, letters) : otherCore(left, right, letters)
        if level.rawValue > Level.placeLeftOut.rawValue, level != .different,
            haveOtherNumbers(left.local(letters), right.local(letters))
        {
            return Level.sibling.rawValue
        }
        return (isOfOtherPlace(left, right) && level.rawValue < Level.part.rawValue ? .elsewhere : level).rawValue
    }

    /// 第一机床 and 第二机床, 21 and 22: one letter apart, and never a slip.
    private static func haveOtherNumbers(_ one: LetterBuffer, _ other: LetterBuffer) -> Bool {
        var numbers = (nextNumber(in: one, from: 0), nextNumber(in: other, from: 0))
        guard numbers.0 != nil, numbers.1 != nil else { return false }
        while let left = numbers.0, let right = numbers.1, left.value == right.value {
            numbers = (nextNumber(in: one, from: left.end), nextNumber(in: other, from: right.end))
        }
        return numbers.0 != nil || numbers.1 != nil
    }

    private static func nextNumber(in letters: LetterBuffer, from start: Int) -> (value: Int, end: Int)? {
        for index in start..<letters.count {
            switch letters.letter(index) {
            case let digit where (0x30...0x39).contains(digit): return (Int(digit) - 0x30, index + 1)
            case let letter where letter < 0x3000: continue
            case let letter:
                if let value = numerals.firstIndex(of: letter) { return (value, index + 1) }
            }
        }
        return nil
    }

    private static let numerals = Array("〇一二三四五六七八九十".utf16)

    /// A branch is itself only, and its head office's sibling.
    private static func branches(
        _ left: CompanyFeatures, _ right: CompanyFeatures, _ letters: UnsafeBufferPointer<UInt16>
    ) -> Level {
        let (one, other) = (left.coreLetters(letters), right.coreLetters(letters))
        guard left.isBranch, right.isBranch else {
            let (short, long) = left.isBranch ? (other, one) : (one, other)
            return Similarity.isPrefix(short.prefix(4), of: long) || Similarity.contains(long, short)
                ? .branch : .different
        }
        if left.core == right.core { return .whole }
        // Its own place stands at the end; what differs must stand before that.
        guard hasSameEnd(one, other, left.isLatin) else {
            // 惠州分公司 and 广州分公司 are one letter apart as well, but not in one city.
            let isSameCity = left.city != 0 && left.city == right.city
            let isSlip = Similarity.isWithinOneEdit(one, other)
            if isSameCity, isSlip { return .near }
            guard Similarity.isPrefix(one.prefix(4), of: other) else { return .different }
            // 广州市分公司 is 广州分公司; another place is another branch, and all may go under one credit code.
            return isSlip && one.count != other.count ? .sibling : .branch
        }
        if Similarity.isWithinOneEdit(one, other) { return .near }
        return Similarity.jaroWinkler(one, other) >= 0.85 ? .close : .part
    }

    /// Whether two branches' names end in the same place and mark: 珠海分公司, 珠海第一分公司, two words of Latin letters.
    private static func hasSameEnd(_ one: LetterBuffer, _ other: LetterBuffer, _ isLatin: Bool) -> Bool {
        var common = 0
        var blanks = 0
        while common < min(one.count, other.count),
            one.letter(one.count - 1 - common) == other.letter(other.count - 1 - common)
        {
            if one.letter(one.count - 1 - common) == 0x20 { blanks += 1 }
            common += 1
        }
        if isLatin { return blanks >= 2 }
        return common >= (one.suffix(5).contains(ordinal) ? 7 : 5)
    }

    private static let ordinal: UInt16 = 0x7B2C

    private static func sameCore(
        _ left: CompanyFeatures, _ right: CompanyFeatures, _ letters: UnsafeBufferPointer<UInt16>
    ) -> Level {
        let (one, other) = (left.tail(letters), right.tail(letters))
        if one.elementsEqual(other) {
            return left.namedPlace == right.namedPlace ? .whole : .placeLeftOut
        }
        // 华强 and 华强电子, 华强电子 and 华强电子科技; but 华强电子 and 华强物流 are two.
        return goTogether(one, other) ? .short : .sibling
    }

    private static func goTogether(_ one: LetterBuffer, _ other: LetterBuffer) -> Bool {
        Similarity.isPrefix(one, of: other) || Similarity.isPrefix(other, of: one)
    }

    /// Where a trade is not known as such, or was mistyped, it counts to the core: 华强智造 has another core than 华强电子,
    /// and is still its sibling. `nil`: neither core begins the other name.
    private static func sharedCore(
        _ left: CompanyFeatures, _ right: CompanyFeatures, _ letters: UnsafeBufferPointer<UInt16>
    ) -> Level? {
        let (short, long) = left.coreCount <= right.coreCount ? (left, right) : (right, left)
        let (core, whole) = (short.coreLetters(letters), long.local(letters))
        guard core.count >= (short.isLatin ? 5 : 2), core.count < whole.count, Similarity.isPrefix(core, of: whole)
        else { return nil }
        var rest = whole.dropFirst(core.count)
        if short.isLatin {
            guard rest.first == 0x20 else { return nil }
            rest = rest.dropFirst()
        }
        rest = withoutDamagedForm(rest)
        let tail = short.tail(letters)
        if goTogether(tail, rest) { return .short }
        return isMistyped(tail, rest) ? .close : .sibling
    }

    /// What a typo left of 有限公司 and its like at the end of a name.
    private static func withoutDamagedForm(_ letters: LetterBuffer) -> LetterBuffer {
        let kept = letters.indices.first { index in
            let behind = letters[index...].prefix(6)
            return behind.count >= 2 && behind.count(where: formLetters.contains) * 4 >= behind.count * 3
                && letters[index...].count(where: { !formLetters.contains($0) }) <= 1
        }
        return kept.map { letters[..<$0] } ?? letters
    }

    private static let formLetters: Set<UInt16> = Set("股份有限责任公司".utf16)

    /// Whether two trades are one but for a slip: every letter but one at its place, or one edit.
    private static func isMistyped(_ one: LetterBuffer, _ other: LetterBuffer) -> Bool {
        guard min(one.count, other.count) >= 2 else { return false }
        if Similarity.isWithinOneEdit(one, other) { return true }
        let count = min(one.count, other.count)
        let (head, rest) = (one.prefix(count), other.prefix(count))
        return count >= 3 && Similarity.isWithinOneEdit(head, rest)
    }

    private static func otherCore(
        _ left: CompanyFeatures, _ right: CompanyFeatures, _ letters: UnsafeBufferPointer<UInt16>
    ) -> Level {
        let (one, other) = (left.local(letters), right.local(letters))
        if one.elementsEqual(other) { return left.namedPlace == right.namedPlace ? .whole : .placeLeftOut }
        if sounds(left, right) {
            return left.isLatin == right.isLatin ? sameTail(left, right, letters, .sound) : .sound
        }
        if Similarity.isWithinOneEdit(one, other) {
            let sameLetters = zip(one, other).prefix { $0 == $1 }.count
            let isCoreLong = left.isLatin && min(left.coreCount, right.coreCount) >= 6
            // One letter of two or three makes another name; behind them it is most likely a slip.
            return isCoreLong || sameLetters >= 3 ? .near : .close
        }
        if let shared = sharedCore(left, right, letters) { return shared }
        let similarity = Similarity.jaroWinkler(one, other)
        if similarity >= (left.isLatin ? 0.95 : 0.9) { return sameTail(left, right, letters, .close) }
        let (short, long) = one.count < other.count ? (one, other) : (other, one)
        let isPart = short.count >= (left.isLatin ? 6 : 2) && Similarity.contains(long, short)
        return isPart || similarity >= (left.isLatin ? 0.88 : 0.75) ? .part : .different
    }

    private static func sounds(_ left: CompanyFeatures, _ right: CompanyFeatures) -> Bool {
        guard left.sound != 0, right.sound != 0 else { return false }
        if left.sound == right.sound { return true }
        return left.isLatin != right.isLatin && left.isRead(like: right)
    }

    /// `level`, unless what follows the cores are two trades.
    private static func sameTail(
        _ left: CompanyFeatures, _ right: CompanyFeatures, _ letters: UnsafeBufferPointer<UInt16>, _ level: Level
    ) -> Level {
        let (one, other) = (left.tail(letters), right.tail(letters))
        guard one.count > 0, other.count > 0 else { return level }
        return goTogether(one, other) ? level : .sibling
    }

    private static func isOfOtherPlace(_ left: CompanyFeatures, _ right: CompanyFeatures) -> Bool {
        guard left.namedPlace != 0, right.namedPlace != 0, left.namedPlace != right.namedPlace else { return false }
        // 广东华强 of Shenzhen and 深圳华强: what one names, the other is in.
        return ![left.city, left.province].contains(right.namedPlace)
            && ![right.city, right.province].contains(left.namedPlace)
    }
}
