import Records

/// Finds reps of different systems who may be one person. Nobody is ever joined because of it: a person decides.
package enum RepCandidates {
    /// Pairs with what speaks for them: the same e-mail, the same telephone number, the same name, in one team or not.
    ///
    /// Of a pair the rep of a roster comes before one whom only history knows (`former`), an active one before others,
    /// then the smaller id. Two of one system are two persons, whatever they are called. Pairs that follow from others
    /// are left out: whoever is both the first and the second one, and the third, is asked about twice, not three times.
    package static func find(_ reps: [Rep], former: Set<RepID>, refused: Set<[RepID]> = []) -> [RepAliasCandidate] {
        let people = reps.sorted { left, right in
            let (one, other) = (rank(left, former), rank(right, former))
            return one == other ? left.id < right.id : one < other
        }.map(Person.init)
        var places: [String: [Int]] = [:]
        var pairs: Set<[Int]> = []
        for (place, person) in people.enumerated() {
            for key in person.keys {
                for earlier in places[key] ?? [] where people[earlier].source != person.source {
                    pairs.insert([earlier, place])
                }
                places[key, default: []].append(place)
            }
        }
        var asked: [Int: Set<Int>] = [:]
        var candidates: [RepAliasCandidate] = []
        for pair in pairs.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) {
            let (first, second) = (people[pair[0]], people[pair[1]])
            let isImplied = !(asked[pair[0]] ?? []).isDisjoint(with: asked[pair[1]] ?? [])
            guard !isImplied, !refused.contains([first.rep.id, second.rep.id].sorted()) else { continue }
            asked[pair[1], default: []].insert(pair[0])
            candidates.append(
                RepAliasCandidate(rep: first.rep, alias: second.rep, evidence: first.evidence(with: second)))
        }
        return candidates
    }

    private static func rank(_ rep: Rep, _ former: Set<RepID>) -> Int {
        former.contains(rep.id) ? 2 : rep.isActive ? 0 : 1
    }
}

/// A rep by what two systems may both know of a person.
private struct Person {
    let rep: Rep
    let source: Substring
    private let emails: Set<String>
    private let phones: Set<String>
    private let name: String
    private let team: String

    init(_ rep: Rep) {
        self.rep = rep
        let parts = rep.id.rawValue.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        source = parts.first ?? ""
        // Ids and aliases are often an address or a number.
        let texts = [rep.email, rep.name, parts.last.map(String.init)].compactMap(\.self) + rep.aliases
        emails = Set(texts.filter { $0.contains("@") }.map { Self.withoutSource($0).lowercased() })
        phones = Set(texts.compactMap { Self.phone(Self.withoutSource($0)) })
        name = Self.folded(rep.name)
        team = rep.team.map(Self.folded) ?? ""
    }

    var keys: [String] {
        emails.map { "e\($0)" } + phones.map { "p\($0)" }
            + (name.isEmpty || emails.contains(rep.name) ? [] : ["n\(name)"])
    }

    func evidence(with other: Person) -> [String] {
        var evidence: [String] = []
        if !emails.isDisjoint(with: other.emails) { evidence.append("email") }
        if !phones.isDisjoint(with: other.phones) { evidence.append("phone") }
        if name == other.name, !name.isEmpty {
            evidence.append(!team.isEmpty && team == other.team ? "name_and_team" : "name")
        }
        return evidence
    }

    /// `crm-b:li@x.cn` is the alias li@x.cn of another system.
    private static func withoutSource(_ text: String) -> String {
        text.split(separator: ":", maxSplits: 1).last.map(String.init) ?? text
    }

    /// The last eleven digits of what is a number of at least seven and nothing else.
    private static func phone(_ text: String) -> String? {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        let isPhone = text.allSatisfy { $0.isASCII && ($0.isNumber || "+- ()".contains($0)) }
        return isPhone && digits.count >= 7 ? String(digits.suffix(11)) : nil
    }

    /// The words of a name in small letters, sorted, so that `Na LI` is `Li Na`; full-width letters are letters.
    private static func folded(_ text: String) -> String {
        let narrow = String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
                    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
                }))
        let words = narrow.lowercased().split { !$0.isLetter && !$0.isNumber }.sorted {
            String($0).isOrderedBefore(String($1))
        }
        // Chinese names have no words: 李 娜 is 李娜.
        let isChinese = words.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x3400 } }
        return isChinese
            ? narrow.filter { $0.isLetter } : words.joined(separator: " ")
    }
}
