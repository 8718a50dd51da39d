import Records

/// Finds a customer's industry (GB/T 4754-2017) from whatever the record says, and says what it rests on.
package enum IndustryClassifier {
    /// Below it the industry is unknown: a guess would steer allocation without anyone noticing.
    static let threshold = 0.5

    /// The texts that speak for an industry; cleaned, each possibly empty.
    package struct Texts: Sendable, Equatable {
        package var name: String
        package var industryCode: String
        package var industry: String
        package var notes: String

        package init(name: String = "", industryCode: String = "", industry: String = "", notes: String = "") {
            self.name = name
            self.industryCode = industryCode
            self.industry = industry
            self.notes = notes
        }
    }

    /// The industry that the texts speak for. A damaged name gives no evidence.
    package static func industry(of texts: Texts) -> Industry { industry(from: evidence(in: texts)) }

    /// Every piece of evidence in the texts, the strongest kind first.
    ///
    /// A code weighs 0.9 to 0.98, a value of a known picklist or the name of an industry 0.55 to 0.95, a word of a name or
    /// of notes at most 0.85: words alone are right in three cases of four.
    package static func evidence(in texts: Texts) -> [Evidence] {
        var stated: [Evidence] = []
        let catalogue = IndustryCatalogue.shared
        if let code = catalogue.code(texts.industryCode) ?? catalogue.value(named: texts.industryCode) {
            stated.append(
                Evidence(
                    kind: "industry_code", field: .industryCode, found: texts.industryCode, speaksFor: code.code,
                    weight: code.weight))
        }
        stated += evidenceOfIndustry(texts.industry)
        let name = texts.name.withBytes { DamagedText.problem(in: $0) } == nil ? texts.name : ""
        return stated
            + evidence(ofName: IndustryWords.words(in: name), notes: IndustryWords.words(in: texts.notes))
    }

    private static func evidence(ofName name: [IndustryWords.Word], notes: [IndustryWords.Word]) -> [Evidence] {
        IndustryWords.evidence(of: name, field: .name, share: 0.85)
            + IndustryWords.evidence(of: notes, field: .notes, share: 0.4)
    }

    /// An industry, and what follows from it for every customer that it holds for.
    struct Verdict: Sendable {
        var industry: Industry
        var size: SizeRule.Scope
        /// Of `industry_code` and `industry`, those that say something and speak for nothing.
        var unknown: [Field] = []
    }

    /// What the cells of an industry say together with the words of a sound name and of notes.
    static func verdict(
        industryCode: String, industry: String, nameWords: [IndustryWords.Word], noteWords: [IndustryWords.Word]
    ) -> Verdict {
        let stated = evidence(in: Texts(industryCode: industryCode, industry: industry))
        let found = Self.industry(from: stated + evidence(ofName: nameWords, notes: noteWords))
        var verdict = Verdict(industry: found, size: SizeRule.Scope(found))
        for (field, text) in [(Field.industryCode, industryCode), (.industry, industry)] where !text.isEmpty {
            if !stated.contains(where: { $0.field == field }) { verdict.unknown.append(field) }
        }
        return verdict
    }

    private static func evidenceOfIndustry(_ text: String) -> [Evidence] {
        guard !text.isEmpty else { return [] }
        let catalogue = IndustryCatalogue.shared
        if let value = catalogue.value(named: text) {
            return [
                Evidence(kind: "picklist", field: .industry, found: text, speaksFor: value.code, weight: value.weight)
            ]
        }
        // A code in the column of names, with its letter: digits alone are some CRM's own numbering.
        if let first = text.utf8.first, isLetter(first), let code = catalogue.code(text), text.utf8.count > 1 {
            return [
                Evidence(
                    kind: "industry_code", field: .industry, found: text, speaksFor: code.code, weight: code.weight)
            ]
        }
        return IndustryWords.evidence(of: IndustryWords.words(in: text), field: .industry, share: 0.85)
    }

    /// The industry that the evidence speaks for: also used on the evidence of several records of one customer.
    ///
    /// Independent pieces add up (1 − ∏(1 − weight)); the strongest contrary section takes 0.3 × its square away, and one
    /// that comes within 0.1 leaves the industry unknown. A division is named where it is as clear within its section.
    package static func industry(from evidence: [Evidence]) -> Industry {
        let sections = ranking(evidence) { String($0.prefix(1)) }
        guard let section = decide(sections) else {
            return Industry(section: nil, division: nil, confidence: 0, evidence: evidence)
        }
        let inSection = evidence.filter { $0.speaksFor.hasPrefix(section.code) && $0.speaksFor.utf8.count >= 3 }
        let divisions = ranking(inSection) { String($0.dropFirst().prefix(2)) }
        let division = decide(divisions)
        return Industry(
            section: section.code, division: division?.code,
            confidence: rounded(min(section.confidence, division?.confidence ?? 1)), evidence: evidence)
    }

    private static func ranking(_ evidence: [Evidence], _ key: (String) -> String) -> [(code: String, support: Double)]
    {
        var doubt: [String: Double] = [:]
        // In a fixed order, since a product of fractions depends on it in its last digits.
        for piece in evidence.sorted(by: { ($0.speaksFor, $0.weight) < ($1.speaksFor, $1.weight) }) {
            doubt[key(piece.speaksFor), default: 1] *= 1 - min(max(piece.weight, 0), 1)
        }
        return doubt.map { ($0.key, 1 - $0.value) }.sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.isOrderedBefore($1.0) }
    }

    private static func decide(_ ranking: [(code: String, support: Double)]) -> (code: String, confidence: Double)? {
        guard let best = ranking.first else { return nil }
        let second = ranking.dropFirst().first?.support ?? 0
        let confidence = best.support - 0.3 * second * second
        guard confidence >= threshold, best.support - second >= 0.1 else { return nil }
        return (best.code, confidence)
    }

    private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
