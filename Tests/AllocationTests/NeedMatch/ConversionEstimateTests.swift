import Records
import TestSupport
import Testing

@testable import Allocation

@Suite("ConversionEstimate")
struct ConversionEstimateTests {
    static func count(
        _ rep: String, _ section: String, _ spells: Int, won: Int, attempt: Int = 0, exposure: Double? = nil
    ) -> ConversionCount {
        ConversionCount(
            rep: RepID(rep), section: section, size: .small, attempt: attempt, spells: spells, conversions: won,
            exposure: exposure ?? Double(spells))
    }

    static func chance(_ estimate: ConversionEstimate, _ rep: String, _ section: String) -> Double {
        estimate.probability(of: RepID(rep), section: section, size: .small)
    }

    @Test("the worked example: one rep, one segment, every level by hand")
    func byHand() {
        let estimate = ConversionEstimate([Self.count("a", "C", 40, won: 10)])
        let overall = 11.0 / 50
        let size = 14 / (40 + 4 / overall)
        let segment = 14 / (40 + 4 / size)
        var expected = 40 * segment
        var multiplier = 1.0
        for weight in [6.0, 4, 8, 8] {
            let ratio = (10 + weight) / (expected + weight)
            expected *= ratio
            multiplier *= ratio
        }
        #expect(abs(Self.chance(estimate, "a", "C") - segment * multiplier) < 1e-12)
        #expect(abs(Self.chance(estimate, "nobody", "C") - segment) < 1e-12)
    }

    @Test(
        "one lucky deal moves a rep less than thirty of a hundred, and a rep without history has the segment's chance"
    )
    func shrinks() {
        let others = (0..<8).map { Self.count("r\($0)", "C", 100, won: 10) }
        let estimate = ConversionEstimate(
            others + [Self.count("lucky", "C", 1, won: 1), Self.count("good", "C", 100, won: 30)])
        let (lucky, good) = (Self.chance(estimate, "lucky", "C"), Self.chance(estimate, "good", "C"))
        #expect(lucky < good)
        #expect(lucky > Self.chance(estimate, "r0", "C"))
        #expect(good < 0.31)
        #expect(Self.chance(estimate, "new", "C") == estimate.probability(section: "C", size: .small))
    }

    @Test("what a rep is good at shows in that section only")
    func sections() {
        let estimate = ConversionEstimate([
            Self.count("a", "C", 100, won: 40), Self.count("a", "F", 100, won: 5), Self.count("b", "C", 100, won: 5),
            Self.count("b", "F", 100, won: 40),
        ])
        #expect(Self.chance(estimate, "a", "C") > 2 * Self.chance(estimate, "b", "C"))
        #expect(Self.chance(estimate, "b", "F") > 2 * Self.chance(estimate, "a", "F"))
    }

    @Test("later attempts never count for more than earlier ones")
    func recontact() {
        let worse = ConversionEstimate([
            Self.count("a", "C", 200, won: 40), Self.count("a", "C", 200, won: 10, attempt: 1),
            Self.count("a", "C", 100, won: 30, attempt: 2),
        ])
        #expect(worse.recontact[0] == 1)
        #expect(worse.recontact[1] < 0.7)
        #expect(worse.recontact[2] == worse.recontact[1])
    }

    @Test("without history every chance is the same, and none is above 0.95")
    func extremes() {
        let nothing = ConversionEstimate([])
        #expect(Self.chance(nothing, "a", "C") == Self.chance(nothing, "b", "F"))
        let all = ConversionEstimate([Self.count("a", "C", 10_000, won: 10_000)])
        #expect(Self.chance(all, "a", "C") <= 0.95)
    }

    @Test("the order of the counts changes nothing")
    func shuffled() {
        var generator = SeededGenerator(seed: 3)
        var counts: [ConversionCount] = []
        for rep in 0..<12 {
            for section in ["A", "B", "C"] {
                for attempt in 0..<3 {
                    let spells = Int.random(in: 0...40, using: &generator)
                    counts.append(
                        Self.count(
                            "r\(rep)", section, spells, won: Int.random(in: 0...spells, using: &generator),
                            attempt: attempt, exposure: Double(spells) * 0.7))
                }
            }
        }
        let straight = ConversionEstimate(counts)
        let mixed = ConversionEstimate(counts.shuffled(using: &generator))
        for rep in 0..<12 { #expect(Self.chance(straight, "r\(rep)", "B") == Self.chance(mixed, "r\(rep)", "B")) }
    }

    @Test("exploration of 0 draws nothing; draws with it spread around the estimate")
    func exploration() {
        let counts = [Self.count("a", "C", 50, won: 10), Self.count("b", "C", 50, won: 10)]
        var chance = Chance(seed: 1)
        let before = chance
        let plain = ConversionEstimate(counts, exploration: 0, chance: &chance)
        var untouched = before
        #expect(chance.bits() == untouched.bits())
        let draws = (0..<400).map { _ in
            Self.chance(ConversionEstimate(counts, exploration: 1, chance: &chance), "a", "C")
        }
        let mean = draws.reduce(0, +) / 400
        #expect(abs(mean - Self.chance(plain, "a", "C")) < 0.05)
        #expect(Set(draws).count == 400)
    }
}
