import Records

/// Fits the weights of an `IndustryModel`: gradient descent with a step of each trait's own (Adagrad), example by example
/// in the order given, so that the same examples give the same weights.
struct IndustryTraining {
    private let examples: IndustryExamples
    private var weights = [Float](repeating: 0, count: IndustryModel.traits * IndustryModel.width)
    /// The squared slopes that each trait has seen.
    private var slopes = [Float](repeating: 0, count: IndustryModel.traits)
    /// How much of its value each trait counts with: what few examples have proves little.
    private let shares: [Float]

    /// How far the first step goes.
    private static let pace: Float = 0.8

    init(_ examples: IndustryExamples) {
        self.examples = examples
        var seen = [Float](repeating: 0, count: IndustryModel.traits)
        for example in 0..<examples.count { for trait in examples.traits(of: example) { seen[Int(trait.number)] += 1 } }
        shares = seen.map { ($0 / ($0 + 3)).squareRoot() }
    }

    /// Goes through the examples once.
    mutating func pass(over chosen: some Sequence<Int>) {
        let (examples, shares) = (examples, shares)
        weights.withUnsafeMutableBufferPointer { weights in
            slopes.withUnsafeMutableBufferPointer { slopes in
                var scores = IndustryScores().scores
                let start = scores
                scores.withUnsafeMutableBufferPointer { scores in
                    for example in chosen {
                        for place in 0..<start.count { scores[place] = start[place] }
                        Self.score(examples, example, shares, weights, scores)
                        Self.makeSlope(scores, label: examples.labels[example])
                        Self.step(examples.traits(of: example), shares, scores, weights, slopes)
                    }
                }
            }
        }
    }

    /// What the weights say of an example, before the temperature.
    func scores(of example: Int) -> [Float] {
        var scores = IndustryScores().scores
        weights.withUnsafeBufferPointer { weights in
            scores.withUnsafeMutableBufferPointer { scores in
                Self.score(examples, example, shares, UnsafeMutableBufferPointer(mutating: weights), scores)
            }
        }
        return scores
    }

    /// The weights for traits that count in full.
    func model(temperature: Float, doubt: Float, threshold: Float) -> IndustryModel {
        var weights = weights
        for trait in shares.indices where shares[trait] < 1 {
            for place in trait * IndustryModel.width..<(trait + 1) * IndustryModel.width {
                weights[place] *= shares[trait]
            }
        }
        return weights.withUnsafeBufferPointer {
            IndustryModel(weights: $0, temperature: temperature, doubt: doubt, threshold: threshold)
        }
    }

    private static func score(
        _ examples: IndustryExamples, _ example: Int, _ shares: [Float], _ weights: UnsafeMutableBufferPointer<Float>,
        _ scores: UnsafeMutableBufferPointer<Float>
    ) {
        for lift in examples.lifts(of: example) {
            for place in Int(lift.first)..<Int(lift.end) { scores[place] += lift.lift }
        }
        guard let base = weights.baseAddress, let sums = scores.baseAddress else { return }
        for trait in examples.traits(of: example) {
            let row = base + Int(trait.number) * IndustryModel.width
            let value = trait.value * shares[Int(trait.number)]
            for place in 0..<IndustryModel.width { sums[place] += row[place] * value }
        }
    }

    /// Makes scores into what each is too high by. Of a label that leaves the division open, its divisions share the
    /// right answer as they share the score.
    private static func makeSlope(_ scores: UnsafeMutableBufferPointer<Float>, label: Range<Int>) {
        let total = softmax(scores)
        var right: Float = 0
        for place in label { right += scores[place] }
        for place in 0..<scores.count { scores[place] /= total }
        for place in label { scores[place] -= right > 0 ? scores[place] * total / right : 1 / Float(label.count) }
    }

    private static func step(
        _ traits: ArraySlice<IndustryTraits.Trait>, _ shares: [Float], _ slope: UnsafeMutableBufferPointer<Float>,
        _ weights: UnsafeMutableBufferPointer<Float>, _ slopes: UnsafeMutableBufferPointer<Float>
    ) {
        var square: Float = 0
        for place in 0..<slope.count { square += slope[place] * slope[place] }
        guard square > 1e-7, let base = weights.baseAddress, let slope = slope.baseAddress else { return }
        for trait in traits {
            let number = Int(trait.number)
            let value = trait.value * shares[number]
            slopes[number] += square * value * value
            let pace = Self.pace * value / (0.1 + slopes[number]).squareRoot()
            let row = base + number * IndustryModel.width
            for place in 0..<IndustryModel.width { row[place] -= pace * slope[place] }
        }
    }
}
