import Records

/// What a workspace taught: how much each trait of a customer's texts speaks for each division of GB/T 4754-2017, on top of
/// what is built in.
///
/// A multinomial logistic regression on hashed traits (`IndustryTraits`). Its weights are whole numbers of a step of each
/// trait's own, so that a stored model is small and says the same on every machine.
package struct IndustryModel: Sendable, Equatable {
    /// Weights of one trait: one for each division, and room up to a multiple of eight.
    static let width = (IndustryDivisions.codes.count + 7) / 8 * 8
    /// Hashed traits and those that have a place of their own.
    static let traits = 1 << 16

    /// Row by row; a trait that was never seen has no row.
    var weights: [Int8] = []
    /// What a weight of 1 is worth in each row.
    var steps: [Float] = []
    /// The row of each trait, plus one; 0: none.
    var rows = [UInt16](repeating: 0, count: traits)
    /// Scores are divided by it, so that a probability is what share of such verdicts is right.
    var temperature: Float = 1
    /// The share of verdicts that are wrong however clear they look.
    var doubt: Float = 0
    /// What a probability has to reach for verdicts at or above it to be right as often as `IndustryLearner.wantedPrecision`.
    var threshold: Float = 0

    /// Keeps of full weights what is not nothing.
    init(weights full: UnsafeBufferPointer<Float>, temperature: Float, doubt: Float, threshold: Float) {
        self.temperature = temperature
        self.doubt = doubt
        self.threshold = threshold
        for trait in 0..<Self.traits {
            let row = UnsafeBufferPointer(rebasing: full[trait * Self.width..<(trait + 1) * Self.width])
            let largest = row.reduce(Float(0)) { max($0, abs($1)) }
            guard largest > 0.002, steps.count < Int(UInt16.max) else { continue }
            let step = largest / 127
            steps.append(step)
            weights.append(contentsOf: row.map { Int8(($0 / step).rounded()) })
            rows[trait] = UInt16(steps.count)
        }
    }

    init(weights: [Int8], steps: [Float], rows: [UInt16]) {
        self.weights = weights
        self.steps = steps
        self.rows = rows
    }

    /// Adds what the traits speak for to scores, one per division.
    func add(_ traits: [IndustryTraits.Trait], to scores: UnsafeMutablePointer<Float>) {
        weights.withUnsafeBufferPointer { weights in
            guard let base = weights.baseAddress else { return }
            for trait in traits {
                let row = Int(rows[Int(trait.number)])
                if row == 0 { continue }
                let weight = base + (row - 1) * Self.width
                let value = steps[row - 1] * trait.value
                for place in 0..<Self.width { scores[place] += Float(weight[place]) * value }
            }
        }
    }

    /// What one trait speaks for a division.
    func weight(of trait: IndustryTraits.Trait, for division: Int) -> Float {
        let row = Int(rows[Int(trait.number)])
        return row == 0 ? 0 : Float(weights[(row - 1) * Self.width + division]) * steps[row - 1] * trait.value
    }
}

/// The divisions of GB/T 4754-2017 as places of a score: sorted, so that those of a section lie together.
enum IndustryDivisions {
    static let codes: [String] = IndustryCatalogue.shared.divisions
    static let sections: [(letter: String, places: Range<Int>)] = {
        var found: [(String, Range<Int>)] = []
        for (place, code) in codes.enumerated() {
            let letter = String(code.prefix(1))
            if let last = found.last, last.0 == letter {
                found[found.count - 1].1 = last.1.lowerBound..<(place + 1)
            } else {
                found.append((letter, place..<(place + 1)))
            }
        }
        return found
    }()

    /// The places that a code covers: one for a division or a group of it, several for a section; none for no code.
    static func places(of code: String) -> Range<Int> {
        placesByCode[code.utf8.count > 3 ? String(code.prefix(3)) : code] ?? 0..<0
    }

    /// The places of the section of a code.
    static func section(of code: String) -> Range<Int> { placesByCode[String(code.prefix(1))] ?? 0..<0 }

    private static let placesByCode: [String: Range<Int>] = {
        var places = Dictionary(uniqueKeysWithValues: sections.map { ($0.letter, $0.places) })
        for (place, code) in codes.enumerated() { places[code] = place..<(place + 1) }
        return places
    }()
}
