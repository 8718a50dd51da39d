import Records
import Rules
import Testing

@testable import Allocation

@Suite("Exemption")
struct ExemptionTests {
    let date = day("2026-11-20")

    func exemption(
        owner: Rep? = makeRep("crm:anna"), rules: FollowUpRules = FollowUpRules(), _ change: (inout Holding) -> Void
    ) -> Exemption? {
        Exemption.of(makeHolding("C1", start: moment("2026-11-01"), change), owner: owner, rules: rules, date: date)
    }

    @Test("a plain holding has no exemption")
    func none() { #expect(exemption { _ in } == nil) }

    @Test("a won customer is exempt before anything else, with the day of the win")
    func won() {
        let exemption = exemption {
            $0.wonAt = moment("2026-11-05")
            $0.hasOpenDeal = true
        }
        #expect(exemption == .won(at: moment("2026-11-05")))
        #expect(exemption?.reason == .won)
        #expect(exemption?.cause(in: shanghai) == .won(on: day("2026-11-05")))
    }

    @Test("an open deal exempts unless the rules say no")
    func openDeal() {
        #expect(exemption { $0.hasOpenDeal = true } == .openDeal)
        var rules = FollowUpRules()
        rules.exemptsOpenDeals = false
        #expect(exemption(rules: rules) { $0.hasOpenDeal = true } == nil)
    }

    @Test("a lock exempts through its last day and not after; its end is named")
    func locked() {
        let last = exemption { $0.customer.hold = .locked(until: day("2026-11-20")) }
        #expect(last?.reason == .onHold)
        #expect(last?.cause(in: shanghai) == .onHold(.locked(until: day("2026-11-20"))))
        #expect(exemption { $0.customer.hold = .locked(until: day("2026-11-19")) } == nil)
    }

    @Test("disputed and quarantined customers are not recycled")
    func held() {
        #expect(exemption { $0.customer.hold = .disputed } == .held(.disputed))
        #expect(exemption { $0.customer.hold = .quarantined } == .held(.quarantined))
    }

    @Test("only the levels in the rules are exempt")
    func level() {
        var rules = FollowUpRules()
        rules.exemptLevels = [.a]
        #expect(exemption(rules: rules) { $0.customer.level = .a } == .level(.a))
        #expect(exemption(rules: rules) { $0.customer.level = .b } == nil)
        #expect(exemption { $0.customer.level = .a } == nil)
    }

    @Test("an owner's leave exempts while it lasts and where the rules pause; an unknown owner has none")
    func leave() {
        let away = makeRep("crm:anna") { $0.leave = [day("2026-11-18")...day("2026-11-22")] }
        #expect(exemption(owner: away) { _ in } == .onLeave(until: day("2026-11-22")))
        #expect(exemption(owner: nil) { _ in } == nil)
        var rules = FollowUpRules()
        rules.pausesOnLeave = false
        #expect(exemption(owner: away, rules: rules) { _ in } == nil)
    }
}
