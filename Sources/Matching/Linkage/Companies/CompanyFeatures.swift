import Records

/// What of a company is compared: hashes, numbers, and where its letters lie. 0 stands for no value.
package struct CompanyFeatures: Sendable {
    var code: UInt64 = 0
    /// The last eight digits as a number.
    var mobile: UInt32 = 0
    var phone: UInt32 = 0
    var email: UInt64 = 0
    var mailDomain: UInt64 = 0
    var webDomain: UInt64 = 0
    var city: UInt64 = 0
    var province: UInt64 = 0
    /// The region that the name itself tells.
    var namedPlace: UInt64 = 0
    var contact: UInt64 = 0
    var core: UInt64 = 0
    /// How the core sounds: its pinyin, or its Latin letters without blanks.
    var sound: UInt64 = 0
    /// How else it may be read, where a trade that nobody knows, or a city in pinyin, counts to the core.
    var readings = Readings()
    /// Section and division of the industry, 0 where unknown.
    var section: UInt8 = 0
    var division: UInt16 = 0
    var houseNumber: UInt32 = 0
    /// The legal form; several ways to write one are one.
    var form: UInt8 = 0
    var isBranch = false
    var isLatin = false
    /// Letters of the core, then of what follows it, then of the street.
    var lettersStart: UInt32 = 0
    var coreCount: UInt8 = 0
    var tailCount: UInt8 = 0
    var streetCount: UInt8 = 0
    /// Breaks ties between records.
    var rank: UInt64 = 0
    /// How many records of the pool have the same value, by `CountedValue`.
    var sharers = SIMD8<UInt16>()

    var coreSharers: UInt16 { sharers[CountedValue.core.rawValue] }
    var mobileSharers: UInt16 { sharers[CountedValue.mobile.rawValue] }
    var phoneSharers: UInt16 { sharers[CountedValue.phone.rawValue] }
    var emailSharers: UInt16 { sharers[CountedValue.email.rawValue] }
    var domainSharers: UInt16 { sharers[CountedValue.domain.rawValue] }

    var domain: UInt64 { webDomain != 0 ? webDomain : mailDomain }
}

/// A value of which it is counted how many records have it.
enum CountedValue: Int { case core, mobile, phone, email, domain }

extension CompanyFeatures {
    /// Appends the letters to `letters` and keeps where they lie.
    init(_ customer: Customer, letters: inout [UInt16]) {
        code = LetterHash.of(customer.creditCode)
        mobile = PhoneDigits.last(of: customer.mobile)
        phone = PhoneDigits.last(of: customer.phone)
        if let email = customer.email {
            self.email = LetterHash.of(email.utf16.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
            mailDomain = LetterHash.of(MailDomain.organisation(ofAddress: email))
        }
        if let website = customer.website { webDomain = LetterHash.of(MailDomain.organisation(of: website)) }
        province = LetterHash.of(Self.withoutRank(customer.province))
        city = LetterHash.of(Self.withoutRank(customer.city))
        contact = LetterHash.of((customer.contact ?? "").utf16.lazy.filter { $0 != 0x20 })
        section = customer.industry.section?.utf8.first ?? 0
        division = customer.industry.division.flatMap { UInt16($0) } ?? 0
        lettersStart = UInt32(letters.count)
        let form = LegalForm(of: customer.name)
        let name = NameParts(of: customer, form: form)
        isBranch = name.isBranch
        if case .company(let word) = form, !isBranch { self.form = UInt8(truncatingIfNeeded: LetterHash.of(word) | 1) }
        readName(name, &letters)
        let street = StreetAddress(customer.address)
        houseNumber = street.number
        streetCount = UInt8(street.letters.count)
        letters += street.letters
    }

    private mutating func readName(_ name: NameParts, _ letters: inout [UInt16]) {
        core = LetterHash.of(name.core)
        namedPlace = LetterHash.of(name.place)
        isLatin = name.core.allSatisfy { $0 < 0x80 }
        coreCount = UInt8(name.core.count)
        tailCount = UInt8(name.tail.count)
        letters += name.core
        letters += name.tail
        guard !isBranch, name.core.count >= 2 else { return }
        if isLatin {
            sound = LetterHash.of(name.core.lazy.filter { $0 != 0x20 })
            readings = Readings(latin: name.core)
        } else if let letters = Pinyin.letters(of: name.core) {
            sound = LetterHash.of(letters)
            readings = Readings(chinese: name.core)
        }
    }

    /// 深圳市 and 深圳, 广东省 and 广东 are one.
    private static func withoutRank(_ place: String?) -> ArraySlice<UInt16> {
        let letters = Array((place ?? "").utf16)
        return NameParts.withoutRank(letters[...])
    }
}

/// Up to three hashes of how a core may be read beside as a whole.
struct Readings: Sendable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0

    init() {}

    /// Of a long core its first two, three and four ideographs, since a trade may stand behind them.
    init(chinese core: [UInt16]) {
        func sound(_ count: Int) -> UInt64 {
            core.count > count && core.count >= 4
                ? Pinyin.letters(of: core.prefix(count)).map { LetterHash.of($0) } ?? 0 : 0
        }
        (first, second, third) = (sound(2), sound(3), sound(4))
    }

    /// The words in pinyin at the beginning, and those behind the first of them, which may be a city.
    init(latin core: [UInt16]) {
        let words = core.split(separator: 0x20).prefix { Pinyin.isPinyin($0) }
        guard words.joined().count >= 4 else { return }
        first = LetterHash.of(words.joined())
        second = words.count > 1 ? LetterHash.of(words.dropFirst().joined()) : 0
    }

    func contains(_ sound: UInt64) -> Bool { sound != 0 && (first == sound || second == sound || third == sound) }
}

extension CompanyFeatures {
    /// Whether a name in pinyin and one in ideographs, in whatever order, may be one.
    func isRead(like other: CompanyFeatures) -> Bool {
        readings.contains(other.sound) || other.readings.contains(sound) || other.readings.contains(readings.first)
            || other.readings.contains(readings.second)
    }
}

/// The digits by which phone numbers are compared.
enum PhoneDigits {
    /// The last eight digits without the extension; 0 for fewer than seven and for numbers that people type to get past a
    /// form (hardly two kinds of digit, 12345678).
    static func last(of phone: String?) -> UInt32 {
        guard let phone else { return 0 }
        var number: UInt32 = 0
        var count = 0
        for byte in phone.utf8 {
            if byte == UInt8(ascii: ";") { break }
            guard (0x30...0x39).contains(byte) else { continue }
            number = number % 10_000_000 * 10 + UInt32(byte - 0x30)
            count += 1
        }
        guard count >= 8, ![12_345_678, 23_456_789, 87_654_321].contains(number) else { return 0 }
        var kinds: UInt16 = 0
        var rest = number
        for _ in 0..<8 {
            kinds |= 1 << UInt16(rest % 10)
            rest /= 10
        }
        return kinds.nonzeroBitCount > 2 ? number : 0
    }

    /// Whether one digit differs, or two neighbours are exchanged.
    static func isNear(_ left: UInt32, _ right: UInt32) -> Bool {
        guard left != 0, right != 0 else { return false }
        var (one, other) = (left, right)
        while one % 10 == other % 10, one != other { (one, other) = (one / 10, other / 10) }
        guard one != other else { return false }
        if one / 10 == other / 10 { return true }
        return one / 100 == other / 100 && one % 10 == other / 10 % 10 && one / 10 % 10 == other % 10
    }
}
