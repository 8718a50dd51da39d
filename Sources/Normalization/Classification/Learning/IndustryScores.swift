import Records

/// What speaks for each division of GB/T 4754-2017, as logarithms of odds, and what follows from it.
///
/// Before anything is known every section is as likely, and every division within it. A piece of evidence of weight w lifts
/// its section so that, were it the only one, the section would be right in a share of w; independent pieces add up.
struct IndustryScores {
    private(set) var scores: [Float]

    init() { scores = Self.nothing }

    mutating func add(_ piece: Evidence) {
        for lift in Self.lifts(of: piece) { for place in lift.places { scores[place] += lift.lift } }
    }

    mutating func add(_ model: IndustryModel, _ traits: [IndustryTraits.Trait]) {
        scores.withUnsafeMutableBufferPointer { scores in
            guard let base = scores.baseAddress else { return }
            model.add(traits, to: base)
            for place in 0..<scores.count { base[place] /= model.temperature }
        }
        if model.doubt > 0 { soften(model.doubt) }
    }

    /// What a piece lifts: the section that it speaks for against the others, and a division against those beside it, about
    /// which a piece that is right about the section is rarely wrong.
    static func lifts(of piece: Evidence) -> [(places: Range<Int>, lift: Float)] {
        let weight = Float(min(max(piece.weight, 0.001), 0.9995))
        let section = IndustryDivisions.section(of: piece.speaksFor)
        guard !section.isEmpty else { return [] }
        let lift = logarithm(weight / (1 - weight) * Float(IndustryDivisions.sections.count - 1))
        let division = IndustryDivisions.places(of: piece.speaksFor)
        guard division.count == 1, section.count > 1 else { return [(section, lift)] }
        let siblings = Float(section.count - 1)
        let odds = (1 + weight) / (1 - weight) * siblings
        // What the division gains the others lose, so that the section's share stays.
        return [(section, lift - logarithm((odds + siblings) / Float(section.count))), (division, logarithm(odds))]
    }

    /// Adds what somebody gave, by code or picklist, to what the other texts say.
    mutating func add(given: [Evidence]) {
        guard !given.isEmpty else { return }
        // One verdict in ten: a code that somebody gave outweighs what a name says.
        if scores != Self.nothing { soften(0.1) }
        for piece in given { add(piece) }
    }

    /// Leaves room for doubt, however clear the scores are: such a share of verdicts may be any section.
    mutating func soften(_ share: Float) {
        var shares = scores
        let total = shares.withUnsafeMutableBufferPointer { softmax($0) }
        let doubt = share / Float(IndustryDivisions.sections.count)
        for section in IndustryDivisions.sections {
            for place in section.places {
                scores[place] = logarithm(
                    (1 - share) * shares[place] / total + doubt / Float(section.places.count))
            }
        }
    }

    private static let nothing: [Float] = {
        var scores = [Float](repeating: -1_000, count: IndustryModel.width)
        for section in IndustryDivisions.sections {
            for place in section.places { scores[place] = -logarithm(Float(section.places.count)) }
        }
        return scores
    }()

    /// The likeliest section, and the likeliest division in it.
    func best() -> (section: Int, probability: Float, division: Int, divisionProbability: Float) {
        var shares = scores
        let total = shares.withUnsafeMutableBufferPointer { softmax($0) }
        var best = (section: 0, probability: Float(0), division: 0, divisionProbability: Float(0))
        for (number, section) in IndustryDivisions.sections.enumerated() {
            let probability = shares[section.places].reduce(0, +) / total
            if probability > best.probability { best.section = number; best.probability = probability }
        }
        for place in IndustryDivisions.sections[best.section].places {
            let probability = shares[place] / total
            if probability > best.divisionProbability { best.division = place; best.divisionProbability = probability }
        }
        return best
    }
}

/// Makes scores into shares in place and returns their sum.
func softmax(_ scores: UnsafeMutableBufferPointer<Float>) -> Float {
    let largest = scores.reduce(-Float.greatestFiniteMagnitude) { max($0, $1) }
    for place in 0..<scores.count { scores[place] = exponential(scores[place] - largest) }
    return scores.reduce(0, +)
}

/// e to the power of `x` at most 0, to seven digits; by itself, so that every machine gets the same bits.
@inline(__always)
func exponential(_ x: Float) -> Float {
    let scaled = max(x, -80) * 1.442_695_04
    let whole = scaled.rounded(.down)
    let part = (scaled - whole) * 0.693_147_18
    var sum = 1 + part * 0.2 * (1 + part * (1.0 / 6))
    sum = 1 + part * 0.25 * sum
    sum = 1 + part * (1.0 / 3) * sum
    sum = 1 + part * 0.5 * sum
    sum = 1 + part * sum
    return sum * Float(bitPattern: UInt32(Int32(whole) + 127) << 23)
}

/// The natural logarithm of a positive number, to six digits.
func logarithm(_ x: Float) -> Float {
    let exponent = x.exponent
    let ratio = (x.significand - 1) / (x.significand + 1)
    let square = ratio * ratio
    let series = 1 + square * (1.0 / 3 + square * (0.2 + square * (1.0 / 7 + square * (1.0 / 9 + square / 11))))
    return Float(exponent) * 0.693_147_18 + 2 * ratio * series
}
