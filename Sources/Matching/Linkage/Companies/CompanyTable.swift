import Records

/// Companies made ready to be compared with each other.
package struct CompanyTable: LinkageTable, Sendable {
    package var features: [CompanyFeatures] = []
    var letters: [UInt16] = []

    package init() {}

    package var count: Int { features.count }

    /// `rank`: the same for the same record in whatever order records come; `nil`: that order will do.
    package mutating func add(_ customer: Customer, rank: UInt64? = nil) {
        var company = CompanyFeatures(customer, letters: &letters)
        company.rank = rank ?? UInt64(features.count)
        features.append(company)
    }

    /// Adds the companies of another table, in their order.
    package mutating func add(_ other: CompanyTable) {
        for company in other.features {
            features.append(company)
            features[features.count - 1].lettersStart += UInt32(letters.count)
        }
        letters += other.letters
    }

    package func rank(_ record: Int) -> UInt64 { features[record].rank }

    // MARK: What is compared

    enum Field: Int, CaseIterable { case code, name, phone, mail, place, address, contact, form, industry }

    enum NameLevel: Int {
        case whole = 1, placeLeftOut, short, sound, near, close, part, sibling, elsewhere, branch, different
    }

    package static let comparisons: [Comparison] = [
        Comparison(
            "credit_code", [.init("same", m: 0.98, u: 1e-7, isBlocked: true), .init("different", m: 0.02, u: 1)]),
        Comparison(
            "name",
            [
                .init("same", m: 0.42, u: 1e-7, isBlocked: true),
                .init("same but for the place", m: 0.1, u: 1e-7, isBlocked: true),
                .init("same, one in short", m: 0.14, u: 3e-7, isBlocked: true),
                .init("sounds the same", m: 0.07, u: 1e-6, isBlocked: true),
                .init("one letter off", m: 0.1, u: 1e-6),
                .init("nearly the same", m: 0.06, u: 3e-5),
                .init("partly the same", m: 0.05, u: 5e-3),
                .init("same core, other trade", m: 0.01, u: 1e-5, isBlocked: true),
                .init("same, of another place", m: 0.01, u: 1e-6, isBlocked: true),
                .init("a branch and its head office, or another branch", m: 0.001, u: 1e-6),
                .init("different", m: 0.04, u: 0.995),
            ]),
        Comparison(
            "phone",
            [
                .init("same mobile", m: 0.4, u: 1e-6, isBlocked: true),
                .init("same number", m: 0.3, u: 2e-6, isBlocked: true),
                .init("one digit off", m: 0.02, u: 2e-6), .init("different", m: 0.28, u: 1),
            ]),
        Comparison(
            "mail_and_web",
            [
                .init("same address", m: 0.45, u: 1e-6, isBlocked: true),
                .init("same domain", m: 0.3, u: 2e-6, isBlocked: true),
                .init("different domain", m: 0.08, u: 0.5), .init("different address", m: 0.17, u: 0.5),
            ]),
        Comparison(
            "place",
            [
                .init("same city", m: 0.93, u: 0.03), .init("same province", m: 0.03, u: 0.05),
                .init("different", m: 0.04, u: 0.92),
            ]),
        Comparison(
            "address",
            [
                .init("same number and street", m: 0.7, u: 1e-5), .init("same street", m: 0.1, u: 0.01),
                .init("different", m: 0.2, u: 0.99),
            ]),
        Comparison("contact", [.init("same", m: 0.5, u: 0.001), .init("different", m: 0.5, u: 0.999)]),
        Comparison("legal_form", [.init("same", m: 0.9, u: 0.5), .init("different", m: 0.1, u: 0.5)]),
        Comparison(
            "industry",
            [
                .init("same division", m: 0.9, u: 0.05), .init("same section", m: 0.04, u: 0.1),
                .init("different", m: 0.06, u: 0.85),
            ]),
    ]

    // MARK: Comparing

    package static let costly = [Field.name.rawValue, Field.address.rawValue]

    package func pattern(_ left: Int, _ right: Int) -> LevelPattern {
        features.withUnsafeBufferPointer { features in
            letters.withUnsafeBufferPointer { letters in
                // Not all similarities are the same from both sides.
                let isInOrder = features[left].rank <= features[right].rank
                let (one, other) = (features[isInOrder ? left : right], features[isInOrder ? right : left])
                var pattern = Self.cheapPattern(one, other)
                pattern[Field.name.rawValue] = CompanyNames.level(one, other, letters)
                pattern[Field.address.rawValue] = Self.address(one, other, letters)
                return pattern
            }
        }
    }

    package func cheapPattern(_ left: Int, _ right: Int) -> LevelPattern {
        features.withUnsafeBufferPointer { Self.cheapPattern($0[left], $0[right]) }
    }

    /// The same from both sides.
    private static func cheapPattern(_ left: CompanyFeatures, _ right: CompanyFeatures) -> LevelPattern {
        var pattern = LevelPattern()
        func set(_ field: Field, _ level: Int) { pattern[field.rawValue] = level }
        if left.code != 0, right.code != 0 { set(.code, left.code == right.code ? 1 : 2) }
        set(.phone, phone(left, right))
        set(.mail, mail(left, right))
        set(.place, place(left, right))
        if left.contact != 0, right.contact != 0 { set(.contact, left.contact == right.contact ? 1 : 2) }
        if left.form != 0, right.form != 0 { set(.form, left.form == right.form ? 1 : 2) }
        if left.section != 0, right.section != 0 { set(.industry, industry(left, right)) }
        return pattern
    }

    private static func phone(_ left: CompanyFeatures, _ right: CompanyFeatures) -> Int {
        if left.mobile != 0, left.mobile == right.mobile { return 1 }
        guard left.mobile | left.phone != 0, right.mobile | right.phone != 0 else { return 0 }
        if left.phone != 0, left.phone == right.phone || left.phone == right.mobile { return 2 }
        if left.mobile != 0, left.mobile == right.phone { return 2 }
        if PhoneDigits.isNear(left.mobile, right.mobile) || PhoneDigits.isNear(left.phone, right.phone) { return 3 }
        // A mobile beside a switchboard contradicts nothing.
        let isComparable = left.mobile != 0 && right.mobile != 0 || left.phone != 0 && right.phone != 0
        return isComparable ? 4 : 0
    }

    private static func mail(_ left: CompanyFeatures, _ right: CompanyFeatures) -> Int {
        if left.email != 0, left.email == right.email { return 1 }
        let domains = (left.webDomain, left.mailDomain, right.webDomain, right.mailDomain)
        if domains.0 != 0, domains.0 == domains.2 || domains.0 == domains.3 { return 2 }
        if domains.1 != 0, domains.1 == domains.2 || domains.1 == domains.3 { return 2 }
        if left.domain != 0, right.domain != 0 { return 3 }
        return left.email != 0 && right.email != 0 ? 4 : 0
    }

    private static func place(_ left: CompanyFeatures, _ right: CompanyFeatures) -> Int {
        if left.city != 0, right.city != 0 {
            if left.city == right.city { return 1 }
            return left.province != 0 && left.province == right.province ? 2 : 3
        }
        let (one, other) = (
            left.city != 0 ? left.city : left.namedPlace, right.city != 0 ? right.city : right.namedPlace
        )
        // What a name says may be a district or a province: only that it is the same says something.
        if one != 0, one == other { return 1 }
        guard left.province != 0, right.province != 0 else { return 0 }
        return left.province == right.province ? 2 : 3
    }

    private static func address(
        _ left: CompanyFeatures, _ right: CompanyFeatures, _ letters: UnsafeBufferPointer<UInt16>
    ) -> Int {
        guard left.streetCount > 0, right.streetCount > 0 else { return 0 }
        let (one, other) = (left.street(letters), right.street(letters))
        guard one.elementsEqual(other) || Similarity.jaroWinkler(one, other) >= 0.88 else { return 3 }
        return left.houseNumber != 0 && left.houseNumber == right.houseNumber ? 1 : 2
    }

    private static func industry(_ left: CompanyFeatures, _ right: CompanyFeatures) -> Int {
        guard left.section == right.section else { return 3 }
        return left.division == right.division && left.division != 0 ? 1 : 2
    }

    // MARK: What the levels mean

    /// Two credit codes, a branch and its head office, two trades under one name, one name of two places.
    package func isApart(_ pattern: LevelPattern) -> Bool {
        let code = pattern[Field.code.rawValue]
        guard code != 2, let name = NameLevel(rawValue: pattern[Field.name.rawValue]) else { return code == 2 }
        // A branch may go under the head office's code, and is another customer all the same.
        if name == .branch { return true }
        return code != 1 && (name == .sibling || name == .elsewhere)
    }

    /// Without something of the name in common, only a credit code joins.
    package func mayJoin(_ pattern: LevelPattern) -> Bool {
        let code = pattern[Field.code.rawValue]
        if isApart(pattern) { return false }
        let name = pattern[Field.name.rawValue]
        return code == 1 || name != 0 && name < NameLevel.sibling.rawValue
    }

    /// A name in short, a reading or a part may be that of any company of a family, which shares phone and domain, too.
    package func isVague(_ pattern: LevelPattern) -> Bool {
        pattern[Field.code.rawValue] != 1
            && [.short, .sound, .close, .part].contains(NameLevel(rawValue: pattern[Field.name.rawValue]))
    }

    /// What it is called that two records which compare so are one customer.
    package static func rule(of pattern: LevelPattern) -> MatchRule {
        if pattern[Field.code.rawValue] == 1 { return .creditCode }
        let name = pattern[Field.name.rawValue]
        guard name != 0, name <= NameLevel.short.rawValue else { return .weights }
        if (1...2).contains(pattern[Field.phone.rawValue]) { return .coreNameAndPhone }
        switch pattern[Field.mail.rawValue] {
        case 1: return .coreNameAndEmail
        case 2: return .coreNameAndDomain
        default: return name == NameLevel.whole.rawValue ? .fullName : .weights
        }
    }

    package func sharers(_ comparison: Int, _ pattern: LevelPattern, _ left: Int, _ right: Int) -> Int? {
        let (one, other) = (features[left], features[right])
        switch (Field(rawValue: comparison), pattern[comparison]) {
        case (.name, 1...3), (.name, 8), (.name, 9): return Int(max(one.coreSharers, other.coreSharers))
        case (.phone, 1): return Int(max(one.mobileSharers, other.mobileSharers))
        case (.phone, 2):
            return Int(
                one.phone != 0 && one.phone == other.phone
                    ? max(one.phoneSharers, other.phoneSharers)
                    : max(min(one.mobileSharers, other.phoneSharers), min(one.phoneSharers, other.mobileSharers)))
        case (.mail, 1): return Int(max(one.emailSharers, other.emailSharers))
        case (.mail, 2): return Int(max(one.domainSharers, other.domainSharers))
        default: return nil
        }
    }
}

extension CompanyTable {
    package func sharedValues() -> [Int: Int] {
        var shared = (name: 0, phone: 0, mail: 0)
        func others(_ count: UInt16) -> Int { max(Int(count) - 1, 0) }
        for company in features {
            shared.name += others(company.coreSharers)
            shared.phone += max(others(company.mobileSharers), others(company.phoneSharers))
            shared.mail += max(others(company.emailSharers), others(company.domainSharers))
        }
        return [
            Field.name.rawValue: shared.name, Field.phone.rawValue: shared.phone, Field.mail.rawValue: shared.mail,
        ]
    }
}

extension CompanyFeatures {
    func coreLetters(_ letters: UnsafeBufferPointer<UInt16>) -> LetterBuffer {
        letters[Int(lettersStart)..<Int(lettersStart) + Int(coreCount)]
    }
    func tail(_ letters: UnsafeBufferPointer<UInt16>) -> LetterBuffer {
        let start = Int(lettersStart) + Int(coreCount)
        return letters[start..<start + Int(tailCount)]
    }
    /// Core and tail together.
    func local(_ letters: UnsafeBufferPointer<UInt16>) -> LetterBuffer {
        letters[Int(lettersStart)..<Int(lettersStart) + Int(coreCount) + Int(tailCount)]
    }
    func street(_ letters: UnsafeBufferPointer<UInt16>) -> LetterBuffer {
        let start = Int(lettersStart) + Int(coreCount) + Int(tailCount)
        return letters[start..<start + Int(streetCount)]
    }
}
