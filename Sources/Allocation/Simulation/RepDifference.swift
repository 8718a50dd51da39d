import Records

/// Whether reps differ in what they win, beyond what chance makes of equal ones: without that, matching has nothing to go by.
package struct RepDifference: Sendable, Equatable {
    /// Resolved spells per rep who has any.
    package var spellsPerRep: Double
    /// The variance of reps' chances by section around their segments' (1 is as large as the chances): moments.
    package var variance: Double
    /// Squared deviations in units of what chance alone makes of them: 1 where reps are equal.
    package var dispersion: Double
    /// Cells of (rep, section) that it rests on.
    package var cells: Int

    package init(_ counts: [ConversionCount]) {
        let estimate = ConversionEstimate(counts)
        var cells: [[String]: (won: Double, expected: Double)] = [:]
        for count in counts {
            let chance = estimate.probability(section: count.section, size: count.size)
            let attempt = estimate.recontact[min(2, max(0, count.attempt))]
            cells[[count.rep.rawValue, count.section ?? ""], default: (0, 0)].won += Double(count.conversions)
            cells[[count.rep.rawValue, count.section ?? ""], default: (0, 0)].expected +=
                chance * attempt * count.exposure
        }
        let sums = cells.sorted { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }.map(\.value).filter {
            $0.expected > 0
        }
        let squares = sums.reduce(0) { $0 + $1.expected * $1.expected }
        let excess = sums.reduce(0) { $0 + ($1.won - $1.expected) * ($1.won - $1.expected) - $1.expected }
        variance = squares > 0 ? max(0, excess / squares) : 0
        dispersion =
            sums.isEmpty
            ? 1
            : sums.reduce(0) { $0 + ($1.won - $1.expected) * ($1.won - $1.expected) / $1.expected } / Double(sums.count)
        self.cells = sums.count
        let reps = Set(counts.map(\.rep)).count
        spellsPerRep = reps > 0 ? Double(counts.reduce(0) { $0 + $1.spells }) / Double(reps) : 0
    }

    package enum Verdict: String, Sendable { case differ, alike, tooLittle }

    /// Too little under ten spells a rep; alike where the dispersion is within two standard errors of chance.
    package var verdict: Verdict {
        if spellsPerRep < 10 || cells < 4 { return .tooLittle }
        return dispersion > 1 + 2 * (2 / Double(cells)).squareRoot() ? .differ : .alike
    }
}
