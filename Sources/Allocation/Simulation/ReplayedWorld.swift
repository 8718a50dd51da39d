import Foundation
import Records

/// What a workspace knows that a world can be made of.
package struct WorldFacts: Sendable {
    /// Those at work on `date`.
    package var reps: [Rep]
    /// Per rep, obligations met of those that fell due.
    package var compliance: [RepID: (met: Int, due: Int)]
    package var counts: [ConversionCount]
    package var pool: [CustomerSummary]
    package var date: BusinessDate
    package var zone: Zone
    package var currency: String

    package init(
        reps: [Rep], compliance: [RepID: (met: Int, due: Int)], counts: [ConversionCount], pool: [CustomerSummary],
        date: BusinessDate, zone: Zone, currency: String
    ) {
        self.reps = reps
        self.compliance = compliance
        self.counts = counts
        self.pool = pool
        self.date = date
        self.zone = zone
        self.currency = currency
    }
}

extension World {
    /// The next half year of a workspace: its reps, its pool, its history.
    ///
    /// What cannot be known is drawn anew for every seed, as far as the history leaves it open: each rep's chances from
    /// their posterior, the customers' hidden interest and true value as in the invented world, and who arrives from those
    /// who came in the last 90 days. Diligence is what the reps' punctuality says of a working day. Everybody begins with an
    /// empty book and has time for 25 customers. What follows from these assumptions is a comparison, no forecast.
    package static func replayed(_ facts: WorldFacts, seed: UInt64) -> World {
        var chance = Chance(seed: seed, for: "replay")
        let estimate = ConversionEstimate(facts.counts, exploration: 1, chance: &chance)
        let keys = Set(
            facts.pool.map { [$0.section ?? "", $0.size.rawValue] }
                + facts.counts.map { [$0.section ?? "", $0.size.rawValue] })
        let names = keys.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
        let segments = names.map { name -> Segment in
            let size = Size.Class(rawValue: name[1]) ?? .unknown
            let section = name[0].isEmpty ? nil : name[0]
            let minimum = size == .large ? 4 : size == .medium ? 3 : 2
            let win = Self.win(
                estimate.probability(section: section, size: size), minimum: minimum, diligence: 0.35)
            return Segment(section: section, size: size, minimumFollowUps: minimum, logit: Self.logit(win))
        }
        let people = facts.reps.map { rep -> Person in
            let (met, due) = facts.compliance[rep.id] ?? (0, 0)
            // Drawn to 0.9 with the weight of ten obligations; five working days to meet one.
            let punctuality = (Double(met) + 9) / (Double(due) + 10)
            let diligence = min(0.9, max(0.05, 1 - pow(1 - min(0.999, punctuality), 0.2)))
            var rep = rep
            (rep.leave, rep.startsOn, rep.endsOn) = ([], nil, nil)
            return Person(
                rep: rep,
                skill: segments.map { segment in
                    let own = estimate.probability(of: rep.id, section: segment.section, size: segment.size)
                    return Self.logit(Self.win(own, minimum: segment.minimumFollowUps, diligence: diligence))
                        - segment.logit
                }, diligence: diligence, capacity: 25, startDay: 0)
        }
        var world = World(
            people: people, segments: segments, initial: [], arrivals: [], history: facts.counts,
            currency: facts.currency)
        world.populate(
            from: facts, places: Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) }), &chance)
        return world
    }

    private mutating func populate(from facts: WorldFacts, places: [[String]: Int], _ chance: inout Chance) {
        let worth = Worth(date: facts.date, zone: facts.zone)
        func prospect(_ customer: CustomerSummary, freshness: Double, _ chance: inout Chance) -> Prospect? {
            guard let segment = places[[customer.section ?? "", customer.size.rawValue]] else { return nil }
            let value = max(1, pow(worth.value(of: customer), 2))
            return Prospect(
                segment: segment, value: value * exp(0.5 * chance.normal()), visibleValue: value,
                interest: 0.8 * chance.normal(), freshness: freshness)
        }
        let pool = facts.pool.sorted { $0.id < $1.id }
        initial = pool.compactMap { prospect($0, freshness: worth.freshness(of: $0), &chance) }
        // The first import brought everything there was: arrivals are what came on later days.
        let entered = pool.compactMap { customer in customer.poolSince.map { (customer, facts.zone.date(of: $0)) } }
        let first = entered.map(\.1).min() ?? facts.date
        let recent = entered.filter { $0.1 > first && facts.date - $0.1 < 91 && $0.0.formerOwners.isEmpty }.map(\.0)
        let workdays = max(1, min(91, facts.date - first)) * 5 / 7
        arrivals = (0..<Self.days).map { day in
            let count = recent.count * (day + 1) / max(1, workdays) - recent.count * day / max(1, workdays)
            return (0..<count).compactMap { _ in prospect(recent[chance.below(recent.count)], freshness: 1, &chance) }
        }
    }

    /// The chance of a win on a follow-up that makes a spell end in one with `spell`.
    private static func win(_ spell: Double, minimum: Int, diligence: Double) -> Double {
        var (low, high) = (0.0001, 0.9999)
        for _ in 0..<40 {
            let middle = (low + high) / 2
            if spellChance(win: middle, minimum: minimum, diligence: diligence) < spell {
                low = middle
            } else {
                high = middle
            }
        }
        return (low + high) / 2
    }

    private static func logit(_ chance: Double) -> Double { log(chance / (1 - chance)) }
}
