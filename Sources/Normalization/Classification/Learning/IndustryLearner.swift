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
    fileprivate static let mostHeldOut = 20_000
    /// A wrong industry sends a customer to the wrong rep; an unknown one is asked about.
    package static let wantedPrecision = 0.97
    /// From so many on a fifth says enough of how well it does.
    private static let manyExamples = 5_000

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
        // Every example is held out once, or, where there are many, every fifth.
        let folds = copies.count > Self.manyExamples ? [4] : Array(0..<5)
        var trials = folds.map { fold in
            Trial(training: IndustryTraining(examples), heldOut: copies.indices.filter { $0 % 5 == fold }, of: copies)
        }
        var best = (passes: 1, calibration: IndustryCalibration.Fit())
        for passes in 1...Self.mostPasses {
            for index in trials.indices { trials[index].pass() }
            let calibration = IndustryCalibration(
                trials.flatMap(\.scores), trials.flatMap(\.heldOut).map { examples.labels[$0] })
            let fit = calibration.fit()
            if fit.loss < best.calibration.loss * 0.999 {
                best = (passes, fit)
                report.heldOut = calibration.outcomes(by: fit)
            } else if passes >= best.passes + 2 {
                break
            }
        }
        report.passes = best.passes
        var whole = IndustryTraining(examples)
        for _ in 0..<best.passes { whole.pass(over: 0..<examples.count) }
        return (
            whole.model(
                temperature: best.calibration.temperature, doubt: best.calibration.doubt,
                threshold: Float(report.threshold)), report
        )
    }

    /// Learns from some examples how those do that it does not see.
    private struct Trial {
        private var training: IndustryTraining
        private let others: [Int]
        /// One copy of each.
        let heldOut: [Int]

        init(training: IndustryTraining, heldOut chosen: [Int], of copies: [Range<Int>]) {
            self.training = training
            heldOut = chosen.prefix(IndustryLearner.mostHeldOut).map { copies[$0].lowerBound }
            let isHeldOut = Set(chosen.prefix(IndustryLearner.mostHeldOut))
            others = copies.indices.filter { !isHeldOut.contains($0) }.flatMap { copies[$0] }
        }

        mutating func pass() { training.pass(over: others) }

        var scores: [[Float]] { heldOut.map { training.scores(of: $0) } }
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

    /// The least threshold tried at and above which verdicts were right as often as wanted; the greatest, where none was.
    package var threshold: Double {
        let tried = [0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99]
        return tried.first { measures(at: $0).map { $0.precision >= IndustryLearner.wantedPrecision } ?? false } ?? 0.99
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

/// How sure scores may be: the temperature and the doubt at which the shares that they state are those that are right.
struct IndustryCalibration {
    struct Fit {
        var temperature: Float = 1
        var doubt: Float = 0
        /// The mean logarithmic loss on the labels' sections.
        var loss = Float.greatestFiniteMagnitude

        /// What a share becomes by the doubt.
        func softened(_ share: Float) -> Float {
            (1 - doubt) * share + doubt / Float(IndustryDivisions.sections.count)
        }
    }

    private let scores: [[Float]]
    private let labels: [Range<Int>]

    init(_ scores: [[Float]], _ labels: [Range<Int>]) {
        self.scores = scores
        self.labels = labels
    }

    /// The one with the least loss.
    func fit() -> Fit {
        var best = Fit()
        let sample = scores.indices.prefix(4_000)
        for step in 0..<24 {
            var fit = Fit(temperature: 0.75 + Float(step) * 0.125)
            let shares = sample.map { share(of: section(of: labels[$0]), in: scores[$0], fit.temperature) }
            for doubt: Float in [0, 0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2, 0.3] {
                fit.doubt = doubt
                let sum = shares.reduce(Float(0)) { $0 - logarithm(max(fit.softened($1), 1e-6)) }
                fit.loss = sum / Float(max(sample.count, 1))
                if fit.loss < best.loss { best = fit }
            }
        }
        return best
    }

    func outcomes(by fit: Fit) -> [IndustryLearningReport.Outcome] {
        scores.indices.map { index in
            let shares = IndustryDivisions.sections.map { share(of: $0.places, in: scores[index], fit.temperature) }
            let best = shares.indices.max { shares[$0] < shares[$1] } ?? 0
            return IndustryLearningReport.Outcome(
                confidence: Double(fit.softened(shares[best])),
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
