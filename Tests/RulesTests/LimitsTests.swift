import Records
import Rules
import Testing

@Suite("Limits")
struct LimitsTests {
    @Test("a limit is the rep's own, else the tier's, else the rules'; intake without one equals the claim limit")
    func order() {
        var rep = Rep(id: RepID("a:1"), name: "A")
        var rules = ClaimRules()
        rules.holdingLimit = 60
        #expect(Limits(rep: rep, tier: nil, rules: rules).claims == 10)
        #expect(Limits(rep: rep, tier: nil, rules: rules).intake == 10)
        var gold = TierRules.Tier(name: "gold")
        gold.claimLimit = 15
        gold.holdingLimit = 80
        #expect(Limits(rep: rep, tier: gold, rules: rules).claims == 15)
        #expect(Limits(rep: rep, tier: gold, rules: rules).intake == 15)
        #expect(Limits(rep: rep, tier: gold, rules: rules).holdings == 80)
        rep.claimLimit = 3
        rep.holdingLimit = 5
        rules.intakeLimit = 20
        let own = Limits(rep: rep, tier: gold, rules: rules)
        #expect(own.claims == 3 && own.intake == 20 && own.holdings == 5)
    }

    @Test("no limit at all stays none")
    func none() {
        var rules = ClaimRules()
        rules.limit = nil
        let limits = Limits(rep: Rep(id: RepID("a:1"), name: "A"), tier: nil, rules: rules)
        #expect(limits.claims == nil && limits.intake == nil && limits.holdings == nil)
    }
}
