import Records
import Rules
import TestSupport
import Testing

@testable import Allocation

@Suite("A rule change is no mass recycling (EDGE-CASES, Rule change mid-period)")
struct RuleChangeTests {
    /// Rules that asked for `before` days until 2026-11-16, and ask for `after` from that day on.
    func changed(
        from before: Int, to after: Int, _ change: (inout FollowUpRules) -> Void = { _ in }
    ) -> FollowUpRules {
        var (old, new) = (FollowUpRules(), FollowUpRules())
        old.withinDays = before
        new.withinDays = after
        change(&new)
        new.former = [.init(rules: old, replacedOn: day("2026-11-16"))]
        return new
    }

    func deadline(
        _ rules: FollowUpRules, start: String, followUp: String? = nil, on date: String? = nil,
        customer: CustomerSummary? = nil
    ) -> Deadline {
        FollowUpClock.deadline(
            spellStartedAt: moment(start), lastFollowUpAt: followUp.map { moment($0) }, rules: rules, calendar: .china,
            zone: shanghai, customer: customer, on: date.map(day))
    }

    @Test("a deadline is the later of the new rule's and the day of the change plus its days")
    func floor() {
        let rules = changed(from: 30, to: 7)
        let running = deadline(rules, start: "2026-11-01")
        #expect(running.date == day("2026-11-23"))
        #expect(running.origin == .ruleChange)
        #expect(running.clockStart == day("2026-11-16"))
        #expect(deadline(rules, start: "2026-11-17").date == day("2026-11-24"), "began under the new rule")
        #expect(deadline(rules, start: "2026-11-01", on: "2026-11-15").date == day("2026-12-01"), "not changed yet")
    }

    @Test("a deadline that had passed stays passed, and a looser rule lengthens it")
    func passed() {
        #expect(deadline(changed(from: 7, to: 5), start: "2026-11-01").date == day("2026-11-08"))
        #expect(deadline(changed(from: 7, to: 30), start: "2026-11-01").date == day("2026-12-01"))
    }

    @Test("a level that is exempt no more has the full time from the change on")
    func exemptionTakenBack() {
        var rules = changed(from: 7, to: 7)
        rules.former[0].rules.exemptLevels = [.a]
        let customer = makeCustomer("C1") { $0.level = .a }
        #expect(deadline(rules, start: "2026-06-01", customer: customer).date == day("2026-11-23"))
        let other = makeCustomer("C2") { $0.level = .b }
        #expect(
            deadline(rules, start: "2026-06-01", customer: other).date == day("2026-06-08"), "nothing changed for it")
    }

    @Test("a change that does not concern a customer gives it no time")
    func unconcerned() {
        let rules = changed(from: 7, to: 7) {
            var exception = FollowUpRules.Exception()
            exception.customers.levels = [.c]
            exception.withinDays = 3
            $0.exceptions = [exception]
        }
        let c = makeCustomer("C1") { $0.level = .c }
        #expect(deadline(rules, start: "2026-11-15", customer: makeCustomer("C2")).date == day("2026-11-22"))
        #expect(deadline(rules, start: "2026-11-15", customer: c).date == day("2026-11-19"))
    }

    @Test("a change of one number of days gives no time to a duty that has another")
    func otherDuty() {
        var rules = changed(from: 7, to: 3) { $0.firstWithinDays = 7 }
        rules.former[0].rules.dealWithinDays = 30
        rules.dealWithinDays = 30
        #expect(
            deadline(rules, start: "2026-11-15").date == day("2026-11-22"), "the first contact still has seven days")
        #expect(deadline(rules, start: "2026-11-01", followUp: "2026-11-15").date == day("2026-11-19"))
        let holding = makeHolding("C1", start: moment("2026-10-20"), lastFollowUp: moment("2026-11-18"))
        let deal = FollowUpClock.deadline(of: holding, rules: rules, calendar: .china, zone: shanghai)
        #expect(deal.date == day("2026-11-19") && deal.duty == .deal)
    }

    @Test("a deal deadline that the rules ask for from now on runs from the change for who holds the customer already")
    func newDuty() {
        var rules = changed(from: 7, to: 7)
        rules.dealWithinDays = 20
        let holding = makeHolding("C1", start: moment("2026-05-01"), lastFollowUp: moment("2026-11-30"))
        let deadline = FollowUpClock.deadline(of: holding, rules: rules, calendar: .china, zone: shanghai)
        #expect(deadline.duty == .deal)
        #expect(deadline.date == day("2026-12-06"))
    }

    @Test("on the night of a change nobody is recycled who would not have been under the old rules (property)")
    func nobodyOvernight() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<300 {
            let date = day("2026-11-16")
            func random() -> FollowUpRules {
                var rules = FollowUpRules()
                rules.withinDays = Int.random(in: 1...40, using: &generator)
                rules.firstWithinDays = Bool.random(using: &generator) ? Int.random(in: 1...9, using: &generator) : nil
                rules.dealWithinDays = Bool.random(using: &generator) ? Int.random(in: 5...90, using: &generator) : nil
                rules.dayKind = Bool.random(using: &generator) ? .working : .calendar
                rules.exemptLevels = Bool.random(using: &generator) ? [.a] : []
                rules.requireReminder = .none
                return rules
            }
            let old = random()
            var new = random()
            new.former = [.init(rules: old, replacedOn: date)]
            let holdings = (0..<30).map { number in
                makeHolding(
                    "C\(number)", start: moment("2026-08-01") + Int64.random(in: 0...9_200_000, using: &generator)
                ) {
                    $0.customer.level = Bool.random(using: &generator) ? .a : .b
                    $0.lastFollowUpAt =
                        Bool.random(using: &generator)
                        ? $0.spell.startedAt + Int64.random(in: 0...500_000, using: &generator) : nil
                }
            }
            func recycled(_ followUp: FollowUpRules) -> Set<CustomerID> {
                let rules = makeRules {
                    $0.followUp = followUp
                    $0.feeds.followUps = .none
                }
                let plan = Recycling.plan(
                    holdings: holdings, reps: [makeRep("crm:anna")], feeds: [], rules: rules, calendar: .china,
                    date: date)
                return Set(plan.decisions.filter(\.isGranted).map(\.customer))
            }
            #expect(recycled(new).isSubset(of: recycled(old)))
        }
    }

    @Test("what was due before the change is judged by the rules of its time")
    func compliance() throws {
        let rules = changed(from: 14, to: 3)
        let spell = Spell(
            customer: CustomerID("C1"), rep: RepID("r"), kind: .claim, startedAt: moment("2026-10-20"))
        let history = SpellHistory(
            spell: spell, followUps: [moment("2026-11-01")])
        let duties = Obligations.obligations(
            of: history, owner: nil, rules: rules, calendar: .china, zone: shanghai,
            asOf: shanghai.end(of: day("2026-11-30")))
        #expect(duties.map(\.outcome) == [.met, .missed])
        #expect(duties.map(\.deadline.date) == [day("2026-11-03"), day("2026-11-15")])
    }
}

@Suite("Going live")
struct GoingLiveTests {
    let rules = makeRules {
        $0.followUp.grace = .init(goLive: day("2026-11-02"), until: day("2026-11-16"))
        $0.followUp.requireReminder = .none
        $0.feeds.followUps = .none
    }

    func plan(_ holdings: [Holding], on date: String, _ rules: Rules? = nil) -> RecyclePlan {
        Recycling.plan(
            holdings: holdings, reps: [makeRep("crm:anna")], feeds: [], rules: rules ?? self.rules, calendar: .china,
            date: day(date))
    }

    func opening(_ number: Int) -> Holding {
        makeHolding("C\(10 + number)", start: moment("2026-03-01") + Int64(number) * 86_400) {
            $0.spell.kind = .opening
        }
    }

    @Test("who held a customer before has the grace, and the deadline says where it comes from")
    func grace() {
        let holding = opening(0)
        let deadline = FollowUpClock.deadline(of: holding, rules: rules.followUp, calendar: .china, zone: shanghai)
        #expect(deadline.date == day("2026-11-16"))
        #expect(deadline.origin == .goLive)
        #expect(plan([holding], on: "2026-11-13").decisions.isEmpty)
        #expect(plan([holding], on: "2026-11-16").decisions.map(\.reason) == [.overdue])
        let claimed = makeHolding("C2", start: moment("2026-11-03"))
        #expect(plan([claimed], on: "2026-11-10").decisions.map(\.reason) == [.overdue], "a claim since then has none")
    }

    @Test("books from before go back step by step: a share a night, at least one, those held longest first")
    func staggered() {
        let holdings = (0..<25).map(opening).reversed() as [Holding]
        let plan = plan(holdings, on: "2026-11-16")
        let gone = plan.decisions.filter(\.isGranted)
        #expect(gone.map(\.customer.rawValue) == ["C10", "C11", "C12"], "a tenth of 25, rounded up")
        let kept = plan.decisions.filter { !$0.isGranted }
        #expect(kept.count == 22)
        #expect(kept.allSatisfy { $0.reason == .staggered })
        #expect(kept.first?.detail.words(in: .english).hasSuffix("3 a night at most") == true)
        #expect(plan.reminders.count == 22, "listed for the next night")
        #expect(self.plan([opening(0)], on: "2026-11-16").decisions.map(\.reason) == [.overdue])
        #expect(
            self.plan(holdings, on: "2026-12-31").decisions.filter { !$0.isGranted } == [], "once, at the beginning")
        var atOnce = rules
        atOnce.goLiveSharePerNight = 1
        #expect(self.plan(holdings, on: "2026-11-16", atOnce).decisions.filter { !$0.isGranted } == [])
    }

    @Test("nights that observe say what would go back, and take nothing back")
    func observed() {
        var observing = rules
        observing.mode = .observe
        let plan = plan((0..<5).map(opening), on: "2026-11-16", observing)
        #expect(plan.decisions.map(\.reason) == Array(repeating: .observed, count: 5))
        #expect(plan.decisions.allSatisfy { !$0.isGranted })
    }
}

@Suite("First contact, deals and exceptions")
struct DutyTests {
    func holding(_ change: (inout Holding) -> Void = { _ in }) -> Holding {
        makeHolding("C1", start: moment("2026-11-02"), change)
    }

    func deadline(_ holding: Holding, _ change: (inout FollowUpRules) -> Void) -> Deadline {
        var rules = FollowUpRules()
        change(&rules)
        return FollowUpClock.deadline(of: holding, rules: rules, calendar: .china, zone: shanghai)
    }

    @Test("the first contact has a deadline of its own, and the repeat ones the general one")
    func first() {
        #expect(deadline(holding()) { $0.firstWithinDays = 2 }.date == day("2026-11-04"))
        let followed = holding { $0.lastFollowUpAt = moment("2026-11-03") }
        #expect(deadline(followed) { $0.firstWithinDays = 2 }.date == day("2026-11-10"))
    }

    @Test("without an open deal, or not won, a customer goes back whatever the follow-ups")
    func deals() {
        let followed = holding { $0.lastFollowUpAt = moment("2026-11-30") }
        let opportunity = deadline(followed) { $0.opportunityWithinDays = 30 }
        #expect(opportunity.date == day("2026-12-02"))
        #expect(opportunity.duty == .opportunity)
        let open = holding {
            $0.lastFollowUpAt = moment("2026-11-30")
            $0.hasOpenDeal = true
        }
        #expect(deadline(open) { $0.opportunityWithinDays = 30 }.date == day("2026-12-07"))
        let deal = deadline(open) {
            $0.opportunityWithinDays = 30
            $0.dealWithinDays = 31
        }
        #expect(deal.date == day("2026-12-03"))
        #expect(deal.duty == .deal)
        #expect(deadline(holding()) { $0.dealWithinDays = 31 }.duty == .followUp, "the earliest one")
    }

    @Test("the reason says which duty it was", arguments: [ReasonCode.noOpportunity, .noDeal])
    func reasons(reason: ReasonCode) {
        let rules = makeRules {
            if reason == .noDeal { $0.followUp.dealWithinDays = 3 } else { $0.followUp.opportunityWithinDays = 3 }
            $0.followUp.requireReminder = .none
            $0.feeds.followUps = .none
        }
        let plan = Recycling.plan(
            holdings: [holding { $0.lastFollowUpAt = moment("2026-11-05") }], reps: [makeRep("crm:anna")], feeds: [],
            rules: rules, calendar: .china, date: day("2026-11-05"))
        #expect(plan.decisions.map(\.reason) == [reason])
        #expect(plan.decisions.first?.isGranted == true)
    }

    @Test("the first exception that fits decides, by level, size, source, industry, region or need")
    func exceptions() {
        func terms(_ change: (inout CustomerFilter) -> Void) -> FollowUpRules {
            var rules = FollowUpRules()
            var exception = FollowUpRules.Exception()
            change(&exception.customers)
            exception.withinDays = 2
            var second = exception
            second.withinDays = 1
            rules.exceptions = [exception, second]
            return rules
        }
        let customer = makeCustomer("C1") {
            ($0.level, $0.size, $0.sources, $0.needs) = (.a, .small, ["crm", "erp"], ["MES"])
            ($0.section, $0.division, $0.province, $0.city) = ("C", "34", "江苏省", "苏州市")
        }
        let fitting = [
            terms { $0.levels = [.a] }, terms { $0.sizes = [.small] }, terms { $0.sources = ["erp"] },
            terms { $0.industries = ["C34"] }, terms { $0.regions = ["江苏"] }, terms { $0.needs = ["MES"] },
            terms { ($0.levels, $0.regions) = ([.a], ["苏州"]) },
        ]
        #expect(fitting.map { $0.terms(for: customer).withinDays } == Array(repeating: 2, count: 7))
        let others = [terms { $0.levels = [.b] }, terms { ($0.levels, $0.regions) = ([.a], ["浙江"]) }]
        #expect(others.map { $0.terms(for: customer).withinDays } == [7, 7])
        #expect(fitting.map { $0.terms(for: makeCustomer("C2")).withinDays } == Array(repeating: 7, count: 7))
    }
}
