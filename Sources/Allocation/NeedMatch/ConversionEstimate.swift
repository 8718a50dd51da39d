import Records

/// The chance that a rep converts a customer of a segment (section × size), from counts of resolved spells.
///
/// Few results say little: each level (all, size, segment, rep, rep × section, rep × size, rep × segment) is drawn to the
/// one above it with the weight of some expected conversions. A rep without history has the segment's chance.
///
/// - Source: SIMULATION.md, section 8.
package struct ConversionEstimate: Sendable {
    private let reps: [RepID: Int]
    private let sections: [String: Int]
    /// Per section and size: the chance for a fresh customer with anybody.
    private let base: [Double]
    /// Per rep, section and size: the rep's chance in proportion to the base.
    private let multipliers: [Double]
    /// Per attempt 0, 1, 2 or more: the chance in proportion to the first, never rising.
    package var recontact: [Double]
    /// Spells that the estimate rests on.
    package let spells: Int
    private let bySize: [Double]

    private static let sizes = Size.Class.allCases.count
    private static let attempts = 3

    /// What one level is drawn to the level above with, in expected conversions.
    private enum Weight {
        static let segment = 4.0
        static let rep = 6.0
        static let repSection = 4.0
        static let repSize = 8.0
        static let repSegment = 8.0
        static let attempt = 20.0
    }

    /// An estimate from these counts, whatever their order.
    ///
    /// `exploration` 0 uses the estimate as it is; 1 draws each multiplier from its posterior (Thompson sampling) with
    /// `chance`; what is between draws from so much of its width.
    package init(_ counts: [ConversionCount], exploration: Double = 0, chance: inout Chance) {
        // Sums do not depend on the order that counts come in; they mostly come in it.
        let isSorted = zip(counts, counts.dropFirst()).allSatisfy { !Self.isBefore($1, $0) }
        let counts = isSorted ? counts : counts.sorted(by: Self.isBefore)
        let reps = Self.indexed(counts.map(\.rep))
        let sections = Self.indexed(counts.map { $0.section ?? "" })
        let table = Table(counts, reps: reps, sections: sections)
        // Re-contacts count for less exposure by a factor that rests on the segments' chances, which rest on exposure:
        // the second round settles it.
        var recontact = [1.0, 1, 1]
        for _ in 0..<2 { recontact = table.recontact(table.base(exposures: table.exposures(recontact)).segments) }
        let exposures = table.exposures(recontact)
        let levels = table.base(exposures: exposures)
        self.reps = reps
        self.sections = sections
        self.recontact = recontact
        spells = counts.reduce(0) { $0 + $1.spells }
        bySize = levels.sizes
        base = levels.segments
        multipliers = table.multipliers(
            base: levels.segments, exposures: exposures, exploration: exploration, chance: &chance)
    }

    /// Chances that are known, of every rep in every segment.
    package init(known: [(rep: RepID, section: String?, size: Size.Class, chance: Double)]) {
        reps = Self.indexed(known.map(\.rep))
        sections = Self.indexed(known.map { $0.section ?? "" })
        recontact = [1, 0.7, 0.5]
        spells = .max
        base = [Double](repeating: 1, count: sections.count * Self.sizes)
        bySize = [Double](repeating: 1, count: Self.sizes)
        var chances = [Double](repeating: 0, count: reps.count * sections.count * Self.sizes)
        for (rep, section, size, chance) in known {
            guard let rep = reps[rep], let section = sections[section ?? ""] else { continue }
            chances[(rep * sections.count + section) * Self.sizes + Self.index(of: size)] = chance
        }
        multipliers = chances
    }

    package init(_ counts: [ConversionCount]) {
        var chance = Chance(seed: 0)
        self.init(counts, chance: &chance)
    }

    /// The chance for a fresh customer that nobody held before, at most 0.95.
    package func probability(of rep: RepID, section: String?, size: Size.Class) -> Double {
        let base = probability(section: section, size: size)
        guard let rep = reps[rep], let section = sections[section ?? ""] else { return min(0.95, base) }
        let size = Self.index(of: size)
        return min(0.95, base * multipliers[(rep * sections.count + section) * Self.sizes + size])
    }

    /// The chance with a rep nothing is known about.
    package func probability(section: String?, size: Size.Class) -> Double {
        let size = Self.index(of: size)
        return sections[section ?? ""].map { base[$0 * Self.sizes + size] } ?? bySize[size]
    }

    private static func isBefore(_ one: ConversionCount, _ two: ConversionCount) -> Bool {
        if one.rep != two.rep { return one.rep.rawValue < two.rep.rawValue }
        return (one.section ?? "", one.size.rawValue, one.attempt) < (two.section ?? "", two.size.rawValue, two.attempt)
    }

    private static func indexed<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
        var indices: [Key: Int] = [:]
        for key in keys where indices[key] == nil { indices[key] = indices.count }
        return indices
    }

    private static func index(of size: Size.Class) -> Int {
        switch size {
        case .large: 0
        case .medium: 1
        case .small: 2
        case .micro: 3
        case .unknown: 4
        }
    }

    /// Sums over cells of (rep, section, size), in that order.
    private struct Table {
        var reps: Int
        var sections: Int
        /// Conversions per cell.
        var conversions: [Double]
        /// Freshness per cell and attempt.
        var freshness: [Double]
        /// Conversions per attempt.
        var byAttempt = [0.0, 0, 0]

        init(_ counts: [ConversionCount], reps: [RepID: Int], sections: [String: Int]) {
            self.reps = reps.count
            self.sections = sections.count
            conversions = [Double](repeating: 0, count: reps.count * sections.count * ConversionEstimate.sizes)
            freshness = [Double](repeating: 0, count: conversions.count * ConversionEstimate.attempts)
            for count in counts {
                guard let rep = reps[count.rep], let section = sections[count.section ?? ""] else { continue }
                let size = ConversionEstimate.index(of: count.size)
                let cell = (rep * sections.count + section) * ConversionEstimate.sizes + size
                let attempt = min(max(0, count.attempt), 2)
                conversions[cell] += Double(count.conversions)
                freshness[cell * ConversionEstimate.attempts + attempt] += count.exposure
                byAttempt[attempt] += Double(count.conversions)
            }
        }

        var segments: Int { sections * ConversionEstimate.sizes }

        func exposures(_ recontact: [Double]) -> [Double] {
            conversions.indices.map { cell in
                (0..<ConversionEstimate.attempts).reduce(0) {
                    $0 + freshness[cell * ConversionEstimate.attempts + $1] * recontact[$1]
                }
            }
        }

        func base(exposures: [Double]) -> (overall: Double, sizes: [Double], segments: [Double]) {
            let overall = (conversions.reduce(0, +) + 1) / (exposures.reduce(0, +) + 10)
            let width = ConversionEstimate.sizes
            var (bySize, exposureBySize) = ([Double](repeating: 0, count: width), [Double](repeating: 0, count: width))
            var bySegment = [Double](repeating: 0, count: segments)
            var exposureBySegment = bySegment
            for cell in conversions.indices {
                bySize[cell % width] += conversions[cell]
                exposureBySize[cell % width] += exposures[cell]
                bySegment[cell % segments] += conversions[cell]
                exposureBySegment[cell % segments] += exposures[cell]
            }
            func drawn(_ conversions: Double, _ exposure: Double, to above: Double) -> Double {
                (conversions + Weight.segment) / (exposure + Weight.segment / above)
            }
            let sizes = (0..<width).map { drawn(bySize[$0], exposureBySize[$0], to: overall) }
            let segments = (0..<segments).map {
                drawn(bySegment[$0], exposureBySegment[$0], to: sizes[$0 % width])
            }
            return (overall, sizes, segments)
        }

        func recontact(_ base: [Double]) -> [Double] {
            var expected = [0.0, 0, 0]
            for cell in conversions.indices {
                for attempt in 0..<ConversionEstimate.attempts {
                    expected[attempt] +=
                        freshness[cell * ConversionEstimate.attempts + attempt] * base[cell % segments]
                }
            }
            let ratios = zip(byAttempt, expected).map { ($0 + Weight.attempt) / ($1 + Weight.attempt) }
            let second = min(1, ratios[1] / ratios[0])
            return [1, second, min(second, ratios[2] / ratios[0])]
        }

        /// Level by level: what a level explains is expected of the next.
        func multipliers(
            base: [Double], exposures: [Double], exploration: Double, chance: inout Chance
        ) -> [Double] {
            var expected = exposures.indices.map { exposures[$0] * base[$0 % segments] }
            var multipliers = [Double](repeating: 1, count: expected.count)
            let width = ConversionEstimate.sizes
            let levels: [(weight: Double, groups: Int, group: (Int) -> Int)] = [
                (Weight.rep, reps, { $0 / segments }),
                (Weight.repSection, reps * sections, { $0 / width }),
                (Weight.repSize, reps * width, { $0 / segments * width + $0 % width }),
                (Weight.repSegment, expected.count, { $0 }),
            ]
            for level in levels {
                var (found, predicted) = (
                    [Double](repeating: 0, count: level.groups), [Double](repeating: 0, count: level.groups)
                )
                for cell in expected.indices {
                    found[level.group(cell)] += conversions[cell]
                    predicted[level.group(cell)] += expected[cell]
                }
                let ratios = (0..<level.groups).map { group in
                    let shape = found[group] + level.weight
                    let drawn = exploration > 0 ? shape + exploration * (chance.gamma(shape) - shape) : shape
                    return max(0.01, drawn) / (predicted[group] + level.weight)
                }
                for cell in expected.indices {
                    expected[cell] *= ratios[level.group(cell)]
                    multipliers[cell] *= ratios[level.group(cell)]
                }
            }
            return multipliers
        }
    }
}
