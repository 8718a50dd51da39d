import Records

/// Learns industries from customers whose industry is known: by a given code, a picklist, or a person's word.
package struct IndustryLearner {
    /// Names repeat themselves: more than so many teach nothing new.
    package static let mostExamples = 300_000
    /// Fewer teach nothing that holds for others.
    package static let fewestExamples = 30
    /// What a person said counts as so many given labels.
    private static let weightOfDecision = 3
    private static let mostPasses = 10
    private static let mostHeldOut = 20_000

    private var examples = IndustryExamples()
    /// The examples that each record makes.
    private var copies: [Range<Int>] = []
    private var sections: Set<String> = []
    private(set) var report = IndustryLearningReport()

    package init() {}

    /// Whether a code or a picklist says for sure what the industry of a record is.
    package static func isLabelled(_ row: Row<CustomerRecord>) -> Bool {
        IndustryClassifier.givenCode(in: row.value.customer.industry.evidence) != nil
    }

    /// Takes a record whose industry is known; the order of the calls matters, so it should be that of the ids.
    ///
    /// `decided`: what a person said; `nil`: what a code or a picklist says counts, if that is sure.
    package mutating func add(_ row: Row<CustomerRecord>, decided: String?) {
        let given = IndustryClassifier.givenCode(in: row.value.customer.industry.evidence)
        guard let code = decided ?? given else { return }
        let label = IndustryDivisions.places(of: code)
        guard !label.isEmpty else { return }
        var texts = IndustryTexts(of: row)
        // A label that a text gave cannot teach what that text means.
        if decided == nil { texts.given = [] }
        let words = texts.words
        let traits = IndustryTraits(texts, words: words).traits
        // A person's word is kept however many there are.
        guard decided != nil || examples.count < Self.mostExamples else { return }
        let start = examples.count
        for _ in 0..<(decided == nil ? 1 : Self.weightOfDecision) { examples.add(traits, words, label: label) }
        copies.append(start..<examples.count)
        report.examples += 1
        if decided != nil { report.decisions += 1 }
        sections.insert(String(code.prefix(1)))
    }

    /// What was learnt, and how it does on examples that it did not see; `nil`: there is too little to learn from.
    package func learn() -> (model: IndustryModel, report: IndustryLearningReport)? {
        guard report.examples >= Self.fewestExamples, sections.count >= 2 else { return nil }
        var report = report
        report.sections = sections.count
        // Every fifth is held out at first, with all its copies.
        let isHeldOut = copies.indices.map { $0 % 5 == 4 && $0 / 5 < Self.mostHeldOut }
        let heldOut = copies.indices.filter { isHeldOut[$0] }.map { copies[$0].lowerBound }
        let others = copies.indices.filter { !isHeldOut[$0] }.flatMap { copies[$0] }
        var training = IndustryTraining(examples)
        var best = (passes: 1, temperature: Float(1), loss: Float.greatestFiniteMagnitude)
        for passes in 1...Self.mostPasses {
            training.pass(over: others)
            let scores = heldOut.map { training.scores(of: $0) }
            let fitted = IndustryCalibration(scores, heldOut.map { examples.labels[$0] })
            let (temperature, loss) = fitted.temperature()
            if loss < best.loss * 0.999 {
                best = (passes, temperature, loss)
                report.heldOut = fitted.outcomes(at: temperature)
            } else if passes >= best.passes + 2 {
                break
            }
        }
        report.passes = best.passes
        var whole = IndustryTraining(examples)
        for _ in 0..<best.passes { whole.pass(over: 0..<examples.count) }
        return (whole.model(temperature: best.temperature), report)
    }
}

/// What a classifier learnt from and how it did on a fifth of it that it did not see at first.
package struct IndustryLearningReport: Sendable, Equatable {
    /// Records whose industry was known, and how many of them by a person's word.
    package internal(set) var examples = 0
    package internal(set) var decisions = 0
    package internal(set) var sections = 0
    package internal(set) var passes = 0
    /// Of the ones held out: how sure the section was, and whether it was right.
    package internal(set) var heldOut: [Outcome] = []

    package struct Outcome: Sendable, Equatable {
        package var confidence: Double
        package var isRight: Bool

        package init(confidence: Double, isRight: Bool) {
            self.confidence = confidence
            self.isRight = isRight
        }
    }

    /// Shares of those at or above a threshold: how many they are, and how many of them are right.
    package func measures(at threshold: Double) -> (coverage: Double, precision: Double)? {
        let stated = heldOut.filter { $0.confidence >= threshold }
        guard !heldOut.isEmpty, !stated.isEmpty else { return nil }
        return (
            Double(stated.count) / Double(heldOut.count), Double(stated.count(where: \.isRight)) / Double(stated.count)
        )
    }
}

/// How sure scores may be: the temperature at which the shares that they state are those that are right.
struct IndustryCalibration {
    private let scores: [[Float]]
    private let labels: [Range<Int>]

    init(_ scores: [[Float]], _ labels: [Range<Int>]) {
        self.scores = scores
        self.labels = labels
    }

    /// The temperature of the least mean logarithmic loss on the labels' sections.
    func temperature() -> (temperature: Float, loss: Float) {
        var best = (temperature: Float(1), loss: Float.greatestFiniteMagnitude)
        for step in 0..<24 {
            let temperature = 0.75 + Float(step) * 0.125
            let sample = scores.indices.prefix(4_000)
            let loss = sample.reduce(Float(0)) { sum, index in
                sum - logarithm(max(share(of: section(of: labels[index]), in: scores[index], temperature), 1e-6))
            }
            if loss < best.loss { best = (temperature, loss) }
        }
        return (best.temperature, best.loss / Float(max(min(scores.count, 4_000), 1)))
    }

    func outcomes(at temperature: Float) -> [IndustryLearningReport.Outcome] {
        scores.indices.map { index in
            let shares = IndustryDivisions.sections.map { share(of: $0.places, in: scores[index], temperature) }
            let best = shares.indices.max { shares[$0] < shares[$1] } ?? 0
            return IndustryLearningReport.Outcome(
                confidence: Double(shares[best]),
                isRight: IndustryDivisions.sections[best].places.contains(labels[index].lowerBound))
        }
    }

    private func section(of label: Range<Int>) -> Range<Int> {
        IndustryDivisions.sections.first { $0.places.contains(label.lowerBound) }?.places ?? label
    }

    private func share(of places: Range<Int>, in scores: [Float], _ temperature: Float) -> Float {
        var shares = scores.map { $0 / temperature }
        let total = shares.withUnsafeMutableBufferPointer { softmax($0) }
        return shares[places].reduce(0, +) / total
    }
}
