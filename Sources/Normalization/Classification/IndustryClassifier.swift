import Records

/// Finds a customer's industry (GB/T 4754-2017) from whatever the record says, and says what it rests on.
///
/// What is built in and what the workspace taught give one probability for each division. The industry is what is at least
/// as likely as the threshold; otherwise it is unknown, and a person may say it.
package struct IndustryClassifier: Sendable {
    /// A guess below it would steer allocation without anyone noticing.
    package static let defaultThreshold = 0.7

    package let learned: IndustryModel?
    private let threshold: Double
    /// For what rests on texts alone, once something was learnt.
    package let learnedThreshold: Double

    /// `threshold`: `nil`: the default, and what was learnt decides by the precision it had.
    package init(learned: IndustryModel? = nil, threshold: Double? = nil) {
        self.learned = learned
        self.threshold = threshold ?? Self.defaultThreshold
        learnedThreshold = threshold ?? max(Self.defaultThreshold, Double(learned?.threshold ?? 0))
    }

    /// The industry that a code, a picklist's text and the other texts speak for. A damaged name gives no evidence.
    package func industry(code: String, industry: String, texts: IndustryTexts = IndustryTexts()) -> Industry {
        let given = Given(code: code, industry: industry)
        var texts = texts
        texts.given = given.understood
        texts.unread = given.unread.map(\.text)
        return self.industry(given: given.evidence, texts: texts, words: texts.words)
    }

    /// The industry of a stored record, as this classifier sees it now. What code and picklist said stays.
    package func industry(of row: Row<CustomerRecord>) -> Industry {
        let texts = IndustryTexts(of: row)
        let given = row.value.customer.industry.evidence.filter { $0.isGiven && $0.kind != .person }
        return industry(given: given, texts: texts, words: texts.words)
    }

    func industry(given: [Evidence], texts: @autoclosure () -> IndustryTexts, words: [Evidence]) -> Industry {
        var scores = IndustryScores()
        for word in words { scores.add(word) }
        var evidence = given + words
        if let learned {
            let texts = texts()
            let traits = IndustryTraits(texts, words: words).traits
            scores.add(learned, traits)
            if let piece = Self.evidence(learned, scores, traits, texts, words) { evidence.append(piece) }
        }
        scores.add(given: given)
        return verdict(scores, evidence)
    }

    /// The industry that pieces of evidence of several records of one customer speak for together, whatever their order.
    ///
    /// What was learnt has taken the words of name and notes into account, and counts instead of them.
    package func industry(from evidence: [Evidence]) -> Industry {
        let (scores, pieces) = scores(of: evidence)
        return verdict(scores, pieces)
    }

    /// What is likeliest, however unlikely: a section, or a division where it is likelier than the rest of its section.
    package func suggestion(from evidence: [Evidence]) -> (code: String, probability: Double)? {
        guard !evidence.isEmpty else { return nil }
        let best = scores(of: evidence).scores.best()
        return best.divisionProbability > best.probability / 2
            ? (IndustryDivisions.codes[best.division], rounded(best.divisionProbability))
            : (IndustryDivisions.sections[best.section].letter, rounded(best.probability))
    }

    private func scores(of evidence: [Evidence]) -> (scores: IndustryScores, pieces: [Evidence]) {
        var seen: Set<Evidence> = []
        let pieces = evidence.filter { seen.insert($0).inserted }
        let hasLearned = pieces.contains { $0.kind == .learned }
        // In a fixed order, since a sum of fractions depends on it in its last digits.
        let sorted = pieces.sorted { ($0.speaksFor, $0.weight, $0.found) < ($1.speaksFor, $1.weight, $1.found) }
        let given = sorted.filter(\.isGiven)
        var scores = IndustryScores()
        for piece in sorted where !given.contains(piece) && !(hasLearned && piece.kind == .keyword) {
            scores.add(piece)
        }
        scores.add(given: given)
        return (scores, pieces)
    }

    /// What a person decided, with everything else that speaks for an industry; `when`: the day, in words.
    package static func industry(decided code: String, by: String, when: String, evidence: [Evidence]) -> Industry {
        let decision = Evidence(
            kind: .person, field: .industry, found: "\(by), \(when)", speaksFor: code, weight: 1)
        return Industry(
            section: String(code.prefix(1)),
            division: code.utf8.count >= 3 ? String(code.dropFirst().prefix(2)) : nil, confidence: 1,
            evidence: [decision] + evidence.filter { $0.kind != .person })
    }

    /// The section, division or group that a code names, in its usual form; `nil`: there is none.
    package static func code(_ text: String) -> String? {
        guard let code = IndustryCatalogue.shared.code(text) ?? IndustryCatalogue.shared.value(named: text) else {
            return nil
        }
        return code.code
    }

    /// What a code, of whichever classification, or a picklist says for sure; what they agree on, where several speak.
    static func givenCode(in evidence: [Evidence]) -> String? {
        let sure = evidence.filter { $0.kind.isLabel && $0.weight >= 0.75 }
        guard let first = sure.first else { return nil }
        let codes: [String] = sure.map(\.speaksFor)
        if codes.allSatisfy({ $0.hasPrefix(first.speaksFor) }) {
            return codes.max { $0.utf8.count < $1.utf8.count }
        }
        let section = String(first.speaksFor.prefix(1))
        return sure.allSatisfy { $0.speaksFor.hasPrefix(section) } ? section : nil
    }

    private func verdict(_ scores: IndustryScores, _ evidence: [Evidence]) -> Industry {
        guard !evidence.isEmpty else { return .unknown }
        let best = scores.best()
        let (section, division) = (rounded(best.probability), rounded(best.divisionProbability))
        let isGuess = evidence.contains { $0.kind == .learned } && !evidence.contains(where: \.isGiven)
        let threshold = isGuess ? learnedThreshold : threshold
        guard section >= threshold else {
            return Industry(section: nil, division: nil, confidence: 0, evidence: evidence)
        }
        let letter = IndustryDivisions.sections[best.section].letter
        guard division >= threshold else {
            return Industry(section: letter, division: nil, confidence: section, evidence: evidence)
        }
        return Industry(
            section: letter, division: String(IndustryDivisions.codes[best.division].dropFirst()), confidence: division,
            evidence: evidence)
    }

    /// What was learnt, as a piece of evidence: the division or section that it finds likeliest, for the sake of which traits.
    private static func evidence(
        _ learned: IndustryModel, _ scores: IndustryScores, _ traits: [IndustryTraits.Trait], _ texts: IndustryTexts,
        _ words: [Evidence]
    ) -> Evidence? {
        let best = scores.best()
        var strong: [(place: Int, weight: Float)] = []
        for (place, trait) in traits.enumerated() where trait.number != 0 {
            let weight = learned.weight(of: trait, for: best.division)
            if weight > 0.1 { strong.append((place, weight)) }
        }
        guard !strong.isEmpty else { return nil }
        strong.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.place < $1.place }
        let shown = IndustryTraits(texts, words: words, wanted: strong.prefix(3).map(\.place)).texts
        let isSure = best.divisionProbability > best.probability / 2
        return Evidence(
            kind: .learned, field: .name, found: shown.joined(separator: ", "),
            speaksFor: isSure
                ? IndustryDivisions.codes[best.division] : IndustryDivisions.sections[best.section].letter,
            weight: rounded(isSure ? best.divisionProbability : best.probability))
    }
}

private func rounded(_ value: Float) -> Double { (Double(value) * 10_000).rounded() / 10_000 }

extension IndustryClassifier {
    /// What the cells of an industry code and of an industry's name say.
    struct Given: Sendable {
        var evidence: [Evidence] = []
        /// The cells that say something which nothing built in understands.
        var unread: [(field: Field, text: String)] = []
        /// The texts that are a code or a picklist's value as a whole.
        var understood: [String] = []

        /// `crosswalks`: the cells of columns of other classifications.
        init(code: String, industry: String, crosswalks: [(IndustryCrosswalk.Scheme, String)] = []) {
            if !code.isEmpty { read(code: code) }
            if !industry.isEmpty { read(industry: industry) }
            for (scheme, text) in crosswalks {
                if let reading = IndustryCrosswalk.shared.reading(text, in: scheme) {
                    add(reading, scheme.field)
                } else {
                    unread.append((scheme.field, text))
                }
            }
        }

        private mutating func read(code text: String) {
            let catalogue = IndustryCatalogue.shared
            if let other = IndustryCrosswalk.shared.named(text) { return add(other, .industryCode) }
            guard let code = catalogue.code(text) ?? catalogue.value(named: text) else {
                return unread.append((.industryCode, text))
            }
            add(.industryCode, .industryCode, text, code)
        }

        private mutating func read(industry text: String) {
            let catalogue = IndustryCatalogue.shared
            if let value = catalogue.value(named: text) { return add(.picklist, .industry, text, value) }
            // A code in the column of names, with its letter: digits alone are some CRM's own numbering.
            if let first = text.utf8.first, isLetter(first), text.utf8.count > 1, let code = catalogue.code(text) {
                return add(.industryCode, .industry, text, code)
            }
            if let other = IndustryCrosswalk.shared.named(text) { return add(other, .industry) }
            let words = IndustryWords.evidence(of: IndustryWords.words(in: text), field: .industry, share: 0.95)
            if words.isEmpty { unread.append((.industry, text)) } else { evidence += words }
        }

        /// A code that belongs nowhere is understood, and no evidence.
        private mutating func add(_ reading: IndustryCrosswalk.Reading, _ field: Field) {
            guard let value = reading.value else { return }
            add(.crosswalk, field, reading.found, value)
        }

        private mutating func add(
            _ kind: Evidence.Kind, _ field: Field, _ text: String, _ value: IndustryCatalogue.Value
        ) {
            understood.append(text)
            evidence.append(
                Evidence(kind: kind, field: field, found: text, speaksFor: value.code, weight: value.weight))
        }
    }

    /// An industry, and what follows from it for every customer that it holds for.
    struct Verdict: Sendable {
        var industry: Industry
        var size: SizeRule.Scope
    }
}

extension Evidence {
    /// Whether it stands in a column of industries: somebody gave it, and did not only name or describe the customer so.
    var isGiven: Bool {
        guard kind != .learned else { return false }
        switch field {
        case .industry, .industryCode, .naicsCode, .sicCode, .isicCode, .naceCode: return true
        default: return false
        }
    }
}

extension Evidence.Kind {
    /// Whether it is a value of a closed list, as a whole.
    var isLabel: Bool { self == .industryCode || self == .picklist || self == .crosswalk }
}
