import Foundation
import Records

extension World {
    /// The world of SIMULATION.md, section 7: 60 reps with hidden skills, ten of them new on day 40, and 27,600 customers in
    /// 26 weeks. The same seed gives the same world. `specialisation` is how much reps differ, 1 in the base world, 0: not at
    /// all beside their general skill; `history` the resolved spells per rep from before.
    package static func invented(seed: UInt64, specialisation: Double = 1, history: Int = 50) -> World {
        var chance = Chance(seed: seed, for: "world")
        let segments = (0..<24).map { index in
            Segment(
                section: String(UnicodeScalar(UInt8(65 + index / 3))), size: [.small, .medium, .large][index % 3],
                minimumFollowUps: 2 + index % 3, logit: [-1.9, -2.2, -2.5][index % 3])
        }
        let people = Self.people(specialisation: specialisation, chance: &chance)
        func prospects(_ count: Int, isOld: Bool) -> [Prospect] {
            (0..<count).map { _ in prospect(isOld: isOld, chance: &chance) }
        }
        var world = World(
            people: people, segments: segments, initial: prospects(12_000, isOld: true),
            arrivals: (0..<days).map { _ in prospects(120, isOld: false) }, history: [], currency: "CNY")
        world.history = world.spells(perRep: history, chance: &chance)
        return world
    }

    private static func people(specialisation: Double, chance: inout Chance) -> [Person] {
        let general = (0..<60).map { _ in 0.4 * chance.normal() }
        let hidden = (0..<60).map { _ in [chance.normal(), chance.normal()] }
        let loads = (0..<24).map { _ in [chance.normal(), chance.normal()] }
        return (0..<60).map { number in
            let specialties = Set(chance.shuffled(Array(0..<8)).prefix(2))
            let skill = (0..<24).map { segment in
                let product = hidden[number][0] * loads[segment][0] + hidden[number][1] * loads[segment][1]
                let special = (specialties.contains(segment / 3) ? 1 : 0) - 0.25
                return general[number]
                    + specialisation * (0.45 * product / 2.0.squareRoot() + 0.2 * chance.normal() + 0.9 * special)
            }
            let name = "R\(number < 10 ? "0" : "")\(number)"
            return Person(
                rep: Rep(id: RepID("sim:\(name)"), name: name), skill: skill,
                diligence: chance.beta(0.35 * 12, 0.65 * 12), capacity: max(6, 25 + 6 * chance.normal()),
                startDay: number < 50 ? 0 : 40)
        }
    }

    private static func prospect(isOld: Bool, chance: inout Chance) -> Prospect {
        let industry = drawn(from: (0..<8).map { 1.6 - 1.2 * Double($0) / 7 }, chance: &chance)
        let size = drawn(from: [0.6, 0.3, 0.1], chance: &chance)
        let value = [3000.0, 12_000, 60_000][size] * exp(0.8 * chance.normal())
        let visible = value * exp(0.5 * chance.normal())
        let interest = 0.8 * chance.normal()
        return Prospect(
            segment: industry * 3 + size, value: value, visibleValue: visible, interest: interest,
            freshness: isOld ? exp2(-60 * chance.uniform() / 30) : 1)
    }

    private static func drawn(from weights: [Double], chance: inout Chance) -> Int {
        var left = chance.uniform() * weights.reduce(0, +)
        for (index, weight) in weights.enumerated() {
            left -= weight
            if left < 0 { return index }
        }
        return weights.count - 1
    }

    /// What reps who are there from the beginning did before.
    private func spells(perRep count: Int, chance: inout Chance) -> [ConversionCount] {
        var counts: [ConversionCount] = []
        for person in people where person.startDay == 0 {
            var bySegment = segments.map {
                ConversionCount(
                    rep: person.rep.id, section: $0.section, size: $0.size, attempt: 0, spells: 0, conversions: 0,
                    exposure: 0)
            }
            for _ in 0..<count {
                let prospect = Self.prospect(isOld: false, chance: &chance)
                let segment = segments[prospect.segment]
                let freshness = 0.5 + 0.5 * chance.uniform()
                let logit = segment.logit + person.skill[prospect.segment] + prospect.interest
                let won = Self.spellChance(
                    win: Self.logistic(logit) * freshness, minimum: segment.minimumFollowUps,
                    diligence: person.diligence)
                bySegment[prospect.segment].spells += 1
                bySegment[prospect.segment].exposure += freshness
                if chance.uniform() < won { bySegment[prospect.segment].conversions += 1 }
            }
            counts += bySegment.filter { $0.spells > 0 }
        }
        return counts
    }
}
