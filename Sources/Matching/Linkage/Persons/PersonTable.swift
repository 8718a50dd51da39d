import Records

/// Persons made ready to be compared with each other: for lists of people rather than of companies.
package struct PersonTable: LinkageTable, Sendable {
    private var persons: [PersonFeatures] = []
    private var letters: [UInt16] = []
    /// How many records have each name, by its hash.
    private var names: [UInt64: Int] = [:]

    package init() {}

    package var count: Int { persons.count }

    package mutating func add(_ person: PersonRecord) {
        let features = PersonFeatures(person, letters: &letters)
        persons.append(features)
        names[features.name, default: 0] += 1
    }

    package func rank(_ record: Int) -> UInt64 { UInt64(record) }

    enum Field: Int { case name, born, identity, street, place, contact }

    package static let comparisons: [Comparison] = [
        Comparison(
            "name",
            [
                .init("same", m: 0.65, u: 1e-5, isBlocked: true),
                .init("given name and surname exchanged", m: 0.01, u: 1e-6, isBlocked: true),
                .init("one of both nearly the same", m: 0.18, u: 2e-5),
                .init("both nearly the same", m: 0.04, u: 2e-5),
                .init("same surname only", m: 0.05, u: 4e-3), .init("same given name only", m: 0.04, u: 8e-3),
                .init("different", m: 0.03, u: 0.988),
            ]),
        Comparison(
            "date_of_birth",
            [
                .init("same", m: 0.85, u: 3e-5, isBlocked: true), .init("one slip", m: 0.1, u: 1e-3),
                .init("different", m: 0.05, u: 0.999),
            ]),
        Comparison(
            "identity_number",
            [
                .init("same", m: 0.88, u: 1e-7, isBlocked: true), .init("one slip", m: 0.1, u: 1e-6),
                .init("different", m: 0.02, u: 1),
            ]),
        Comparison(
            "street",
            [
                .init("same number and street", m: 0.7, u: 1e-5, isBlocked: true),
                .init("same street", m: 0.15, u: 2e-3), .init("different", m: 0.15, u: 0.998),
            ]),
        Comparison(
            "place",
            [
                .init("same town and postcode", m: 0.7, u: 1e-3), .init("same town or postcode", m: 0.22, u: 3e-3),
                .init("different", m: 0.08, u: 0.996),
            ]),
        Comparison(
            "phone_or_mail",
            [.init("same", m: 0.7, u: 1e-6, isBlocked: true), .init("different", m: 0.3, u: 1)]),
    ]

    // MARK: Comparing

    package func pattern(_ left: Int, _ right: Int) -> LevelPattern {
        let (one, other) = (persons[left], persons[right])
        return letters.withUnsafeBufferPointer { letters in
            var pattern = LevelPattern()
            func set(_ field: Field, _ level: Int) { pattern[field.rawValue] = level }
            func part(_ range: Range<Int>) -> LetterBuffer { letters[range] }
            set(.name, Self.names(one, other, part))
            set(.born, Self.digits(part(one.born), part(other.born)))
            set(.identity, Self.digits(part(one.identity), part(other.identity)))
            set(.street, Self.street(one, other, part))
            set(.place, Self.place(one, other, part))
            set(.contact, Self.contact(one, other))
            return pattern
        }
    }

    private static func isNear(_ one: LetterBuffer, _ other: LetterBuffer) -> Bool {
        guard !one.isEmpty, !other.isEmpty else { return false }
        return Similarity.jaroWinkler(one, other) >= 0.88 || one.count > 3 && Similarity.isWithinOneEdit(one, other)
    }

    private static func names(
        _ one: PersonFeatures, _ other: PersonFeatures, _ part: (Range<Int>) -> LetterBuffer
    ) -> Int {
        let (given, surname) = ((part(one.given), part(other.given)), (part(one.surname), part(other.surname)))
        guard !(given.0.isEmpty && surname.0.isEmpty), !(given.1.isEmpty && surname.1.isEmpty) else { return 0 }
        let isGiven = !given.0.isEmpty && given.0.elementsEqual(given.1)
        let isSurname = !surname.0.isEmpty && surname.0.elementsEqual(surname.1)
        if isGiven, isSurname { return 1 }
        if !given.0.isEmpty, !surname.0.isEmpty, given.0.elementsEqual(surname.1), surname.0.elementsEqual(given.1) {
            return 2
        }
        let (nearGiven, nearSurname) = (isGiven || isNear(given.0, given.1), isSurname || isNear(surname.0, surname.1))
        if isGiven && nearSurname || isSurname && nearGiven { return 3 }
        if nearGiven, nearSurname { return 4 }
        return isSurname ? 5 : isGiven ? 6 : 7
    }

    private static func digits(_ one: LetterBuffer, _ other: LetterBuffer) -> Int {
        guard !one.isEmpty, !other.isEmpty else { return 0 }
        if one.elementsEqual(other) { return 1 }
        return one.count >= 5 && Similarity.isWithinOneEdit(one, other) ? 2 : 3
    }

    private static func street(
        _ one: PersonFeatures, _ other: PersonFeatures, _ part: (Range<Int>) -> LetterBuffer
    ) -> Int {
        let streets = (part(one.street), part(other.street))
        guard !streets.0.isEmpty, !streets.1.isEmpty else { return 0 }
        guard isNear(streets.0, streets.1) else { return 3 }
        return one.houseNumber != 0 && one.houseNumber == other.houseNumber ? 1 : 2
    }

    private static func place(
        _ one: PersonFeatures, _ other: PersonFeatures, _ part: (Range<Int>) -> LetterBuffer
    ) -> Int {
        let (town, code) = ((part(one.town), part(other.town)), (part(one.postcode), part(other.postcode)))
        let hasTown = !town.0.isEmpty && !town.1.isEmpty
        let hasCode = !code.0.isEmpty && !code.1.isEmpty
        guard hasTown || hasCode else { return 0 }
        let isTown = hasTown && (town.0.elementsEqual(town.1) || isNear(town.0, town.1))
        let isCode = hasCode && code.0.elementsEqual(code.1)
        return isTown && isCode ? 1 : isTown || isCode ? 2 : 3
    }

    private static func contact(_ one: PersonFeatures, _ other: PersonFeatures) -> Int {
        let isSame = one.phone != 0 && one.phone == other.phone || one.email != 0 && one.email == other.email
        if isSame { return 1 }
        return (one.phone != 0 && other.phone != 0) || (one.email != 0 && other.email != 0) ? 2 : 0
    }

    // MARK: What the levels mean

    package func isApart(_ pattern: LevelPattern) -> Bool { false }
    package func mayJoin(_ pattern: LevelPattern) -> Bool { true }
    package func isVague(_ pattern: LevelPattern) -> Bool { false }

    package func sharers(_ comparison: Int, _ pattern: LevelPattern, _ left: Int, _ right: Int) -> Int? {
        comparison == Field.name.rawValue && pattern[comparison] == 1 ? names[persons[left].name] : nil
    }

    package func sharedValues() -> [Int: Int] {
        [Field.name.rawValue: names.values.reduce(0) { $0 + $1 * ($1 - 1) }]
    }

    // MARK: Finding pairs

    /// The pairs that share one of several keys: the numbers, or two of name, birth, street and place.
    package func candidates() -> CandidatePairs {
        var blocks: [UInt64: [Int]] = [:]
        for (record, person) in persons.enumerated() {
            let hash = { (range: Range<Int>) in LetterHash.of(letters[range]) }
            let (given, surname, born) = (hash(person.given), hash(person.surname), hash(person.born))
            let (town, code, street) = (hash(person.town), hash(person.postcode), hash(person.street))
            let pairs: [(UInt64, UInt64)] = [
                (hash(person.identity), 1), (given, surname), (surname, given), (surname, born), (given, born),
                (born, code), (born, town), (surname, code), (given, code), (surname, town), (given, town),
                (street, UInt64(person.houseNumber)), (street, born), (street, surname), (street, given),
                (person.phone, 1), (person.email, 1),
            ]
            for (one, other) in pairs where one != 0 && other != 0 {
                blocks[LetterHash.both(one, other), default: []].append(record)
            }
        }
        var candidates = CandidatePairs()
        for block in blocks.values { candidates.add(Set(block).sorted()) }
        candidates.finish()
        return candidates
    }
}
