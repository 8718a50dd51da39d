import Records

/// A company's name taken apart for comparing: 深圳市 · 华强 · 电子 (place · core · tail).
struct NameParts {
    /// The region before the core or in brackets, without 市 and 省; empty where the name has none.
    var place: [UInt16] = []
    var core: [UInt16]
    /// What follows the core, without blanks; a group (集团) counts as such.
    var tail: [UInt16] = []

    /// Whether it is one of several outlets: then the core is the whole name.
    let isBranch: Bool

    static let mostLetters = 60

    init(of customer: Customer, form: LegalForm) {
        core = Array(customer.nameCore.utf16.prefix(Self.mostLetters))
        let key = Self.withoutHeadOffice(Array(customer.nameKey.utf16))
        isBranch = form == .branch || Self.goesOnBehindForm(key)
        guard !isBranch else {
            core = Array(Self.withoutForms(key).prefix(Self.mostLetters))
            return
        }
        guard let start = Self.position(of: core, in: key) else { return }
        place = Array(Self.withoutRank(key[..<start].filter { $0 != 0x20 }[...]))
        tail = Array(key[(start + core.count)...].filter { $0 != 0x20 }.prefix(Self.mostLetters))
        let bracketed = Self.ideographsInBrackets(customer.name, behind: core.count)
        if bracketed > 0, bracketed < tail.count {
            if place.isEmpty { place = Array(Self.withoutRank(tail.prefix(bracketed))) }
            tail.removeFirst(bracketed)
        }
        if form == .company("group"), !tail.suffix(2).elementsEqual(Self.group) { tail += Self.group }
    }

    private static let group = Array("集团".utf16)
    private static let ranks: Set<UInt16> = Set("市省县区".utf16)

    static func withoutRank(_ place: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
        guard place.count > 2, let last = place.last, ranks.contains(last) else { return place }
        return place.dropLast()
    }

    /// How many ideographs, and nothing else, stand in brackets behind the first so many letters: 2 for
    /// 华强(深圳)电子有限公司. What they are is read from the folded name.
    private static func ideographsInBrackets(_ name: String, behind count: Int) -> Int {
        let letters = name.utf16.filter { $0 != 0x20 }
        guard letters.count > count, letters[count] == 0x28 || letters[count] == 0xFF08 else { return 0 }
        let inside = letters[(count + 1)...].prefix { $0 >= 0x3400 && $0 < 0xFF00 }
        guard inside.endIndex < letters.count, letters[inside.endIndex] == 0x29 || letters[inside.endIndex] == 0xFF09
        else { return 0 }
        return inside.count
    }

    private static let limited = Array("有限公司".utf16)
    private static let formsInside = ["股份有限公司", "有限责任公司", "有限公司"].map { Array($0.utf16) }

    /// A branch's name without its head office's legal form.
    private static func withoutForms(_ key: [UInt16]) -> [UInt16] {
        for form in formsInside {
            if let start = position(of: form, in: key), start > 1 {
                return Array(key[..<start] + key[(start + form.count)...])
            }
        }
        return key
    }

    private static let headOffices = ["本部", "总部", "总公司"].map { Array($0.utf16) }

    /// 华强电子有限公司(本部) is no branch, but the company itself: 华强电子.
    private static func withoutHeadOffice(_ key: [UInt16]) -> [UInt16] {
        guard let mark = headOffices.first(where: { key.count > $0.count && key.suffix($0.count).elementsEqual($0) })
        else { return key }
        return withoutForms(key.dropLast(mark.count))
    }

    private static let latinForms: Set<[UInt16]> = Set(
        ["ltd", "limited", "inc", "llc", "plc", "corp", "gmbh"].map { Array($0.utf16) })

    /// Whether words follow the legal form, as they do where the mark of a branch is misspelt.
    private static func goesOnBehindForm(_ key: [UInt16]) -> Bool {
        if let start = position(of: limited, in: key) { return start > 1 && start + limited.count + 2 <= key.count }
        guard key.first.map({ $0 < 0x80 }) ?? false else { return false }
        let words = key.split(separator: 0x20).map(Array.init)
        return words.dropFirst().dropLast().contains { latinForms.contains($0) }
    }

    private static func position(of part: [UInt16], in whole: [UInt16]) -> Int? {
        guard let first = part.first, part.count <= whole.count else { return nil }
        return (0...(whole.count - part.count)).first { start in
            whole[start] == first && part.indices.allSatisfy { whole[start + $0] == part[$0] }
        }
    }
}

/// An address for comparing: its street's letters and its first number.
struct StreetAddress {
    var letters: [UInt16] = []
    /// 0: it has none.
    var number: UInt32 = 0

    private static let mostLetters = 24
    private static let ranks: Set<UInt16> = Set("省市区县".utf16)
    private static let house: Set<UInt16> = Set("号號".utf16)
    private static let complicated: [UInt16: UInt16] = Dictionary(
        zip("區縣號樓東廣灣".utf16, "区县号楼东广湾".utf16), uniquingKeysWith: { first, _ in first })

    /// Districts before the street and what stands behind the house number, such as floors and rooms, are left out.
    init(_ address: String?) {
        guard let address else { return }
        var isBehindNumber = false
        for unit in address.utf16 {
            let letter = Self.complicated[unit] ?? unit
            switch letter {
            case 0x30...0x39:
                if isBehindNumber { return }
                number = number % 100_000_000 * 10 + UInt32(letter - 0x30)
            case 0x41...0x5A: add(letter | 0x20, &isBehindNumber)
            case 0x61...0x7A, 0x3400...0xFFFF: if add(letter, &isBehindNumber) { return }
            case 0x20: if number > 0 { isBehindNumber = true }
            default: continue
            }
        }
    }

    /// Returns whether the address is over, since the house number has come.
    @discardableResult
    private mutating func add(_ letter: UInt16, _ isBehindNumber: inout Bool) -> Bool {
        if number > 0 { isBehindNumber = true }
        if letter >= 0x3400, number > 0 { return true }
        if Self.ranks.contains(letter) {
            letters = []
        } else if letters.count < Self.mostLetters {
            letters.append(letter)
        }
        return false
    }
}
