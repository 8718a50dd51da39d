import Records
import Testing

@testable import Rules

@Suite("Pools and exceptions that cannot be")
struct PoolRuleErrorTests {
    @Test("the last pool takes every customer, and only it: nobody falls between, and none is never reached")
    func order() {
        let open = refusal("pools: [{name: east, regions: [江苏]}]")
        #expect(open?.contains("the last pool, 'east', does not take every customer") == true, "\(open ?? "")")
        #expect(open?.contains("add one with a name and members only") == true)
        let early = refusal("pools: [{name: all}, {name: rest}]")
        #expect(early?.contains("the pool 'all' takes every customer") == true, "\(early ?? "")")
        #expect(refusal("pools: [{name: a, levels: [A]}, {name: a}]")?.contains("stands twice") == true)
    }

    @Test("a pool for a tier that there is not would be nobody's")
    func tiers() {
        let text = refusal("pools: [{name: best, tiers: [gold]}]\ntiers: {levels: [{name: standard}]}")
        #expect(text?.contains("the pool 'best' is for the tier 'gold'") == true, "\(text ?? "")")
        #expect(refusal("pools: [{name: best, tiers: [standard]}]\ntiers: {levels: [{name: standard}]}") == nil)
    }

    @Test("an exception says for which customers it is")
    func exception() {
        let text = refusal("follow_up: {exceptions: [{within_days: 3}]}")
        #expect(text?.contains("'follow_up.exceptions[1]' does not say for which customers it is") == true)
    }

    @Test("a share of 0 would wait for ever")
    func share() {
        #expect(refusal("go_live_share_per_night: 0")?.contains("'go_live_share_per_night' is 0") == true)
        #expect(refusal("go_live_share_per_night: 1") == nil)
    }
}
