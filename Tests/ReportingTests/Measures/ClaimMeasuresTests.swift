import Records
import Rules
import Testing

@testable import Reporting

@Suite struct ClaimMeasuresTests {
    @Test("spells that began on the date are split by kind, with customers and re-claims")
    func started() {
        var small = SmallNight()
        small.addSpell(1, start: 0)
        small.addSpell(2, kind: .allocation, start: 0, ordinal: 2)
        small.addSpell(3, kind: .transfer, start: 0)
        small.addSpell(3, rep: 2, kind: .claim, start: 0, ordinal: 2)
        small.addSpell(4, start: 1)
        small.addSpell(5, kind: .opening, start: 0)
        let claims = small.night.claims
        #expect(claims.started(.claim) == 2 && claims.started(.allocation) == 1 && claims.started(.transfer) == 1)
        #expect(claims.customers == 3)
        #expect(claims.reclaims == 2)
    }

    @Test("refusals are counted by reason, most frequent first, ties by code")
    func refusals() {
        var small = SmallNight()
        small.decide(.claim, 1, granted: true, .firstCome)
        for reason in [ReasonCode.coolingOff, .claimLimit, .alreadyOwned, .claimLimit] {
            small.decide(.claim, 2, granted: false, reason)
        }
        let claims = small.night.claims
        #expect(claims.refusals.map(\.reason) == [.claimLimit, .alreadyOwned, .coolingOff])
        #expect(claims.refusals.map(\.count) == [2, 1, 1])
        #expect(claims.granted.count == 1)
    }

    @Test("limits are those of the tier that the rep's standing names")
    func limits() {
        var small = SmallNight()
        small.facts.reps[0].tier = "金牌"
        let limits = small.night.claims.limits
        #expect(limits[SmallNight.rep(1)]?.claims == 15)
        #expect(limits[SmallNight.rep(2)]?.claims == 10)
    }
}
