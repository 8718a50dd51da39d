import Records
import Rules
import TestSupport
import Testing

@testable import Allocation

@Suite("Recycling")
struct RecyclingTests {
    let fresh = FeedStatus(source: "crm", state: .fresh, newestAt: moment("2026-11-20"))

    func plan(
        _ holdings: [Holding], on date: String = "2026-11-20", reps: [Rep] = [makeRep("crm:anna")],
        feeds: [FeedStatus]? = nil, rules: Rules = makeRules()
    ) -> RecyclePlan {
        Recycling.plan(
            holdings: holdings, reps: reps, feeds: feeds ?? [fresh], rules: rules, calendar: .china, date: day(date))
    }

    /// Due on 2026-11-20 and reminded of it.
    func due(_ id: String = "C1", _ change: (inout Holding) -> Void = { _ in }) -> Holding {
        makeHolding(id, start: moment("2026-11-13"), reminded: "2026-11-20", change)
    }

    private func cause(_ decision: Decision?) -> DecisionDetail.Cause? {
        if case .recycling(_, let cause) = decision?.detail { cause } else { nil }
    }

    @Test("the run for the deadline recycles, the run before does not, and the arithmetic is kept")
    func boundary() {
        let decision = plan([due()]).decisions.first
        #expect(decision?.isGranted == true)
        #expect(decision?.reason == .overdue)
        #expect(decision?.rep == RepID("crm:anna"))
        #expect(
            decision?.detail.text
                == "no_follow_up by=2026-11-20 deadline=2026-11-20 start=2026-11-13 days=7 unit=calendar from=start"
        )
        #expect(plan([due()], on: "2026-11-19").decisions.isEmpty)
    }

    @Test("a follow-up dated on the deadline is in time")
    func inTime() {
        let holding = due { $0.lastFollowUpAt = shanghai.end(of: day("2026-11-20")) }
        #expect(plan([holding]).decisions.isEmpty)
    }

    @Test("recycling waits for a working day, and says for which")
    func weekend() {
        let holding = makeHolding("C1", start: moment("2026-11-14"), reminded: "2026-11-21")
        let saturday = plan([holding], on: "2026-11-21").decisions.first
        #expect(saturday?.isGranted == false)
        #expect(saturday?.reason == .dueLater)
        #expect(cause(saturday) == .dayOff(day("2026-11-21"), next: day("2026-11-23")))
        #expect(plan([holding], on: "2026-11-23").decisions.first?.isGranted == true)
        let rules = makeRules { $0.followUp.recycleOn = .calendar }
        #expect(plan([holding], on: "2026-11-21", rules: rules).decisions.first?.isGranted == true)
    }

    @Test("everything recycled had been in an earlier reminder list: what was not is listed now and kept for a night")
    func notReminded() {
        let holding = due { $0.remindedDeadline = nil }
        let first = plan([holding])
        #expect(first.decisions.first?.reason == .notReminded)
        #expect(first.decisions.first?.isGranted == false)
        #expect(
            first.reminders == [
                Reminder(customer: CustomerID("C1"), rep: RepID("crm:anna"), deadline: day("2026-11-20"))
            ])
        let rules = makeRules { $0.followUp.requireReminder = .none }
        #expect(plan([holding], rules: rules).decisions.first?.isGranted == true)
    }

    @Test("where reminders must be delivered, a list that was not mailed to the owner recycles nothing")
    func notDelivered() {
        let rules = makeRules { $0.followUp.requireReminder = .delivered }
        let kept = plan([due()], rules: rules)
        #expect(kept.decisions.first?.isGranted == false)
        #expect(kept.decisions.first?.reason == .notReminded)
        #expect(cause(kept.decisions.first) == .notDelivered)
        #expect(kept.reminders.map(\.deadline) == [day("2026-11-20")], "the next mail lists it again")
        #expect(
            plan([due { $0.deliveredDeadline = day("2026-11-19") }], rules: rules).decisions.first?.isGranted == false)
        #expect(
            plan([due { $0.deliveredDeadline = day("2026-11-20") }], rules: rules).decisions.first?.isGranted == true)
        #expect(plan([due()]).decisions.first?.isGranted == true, "by default a list is enough")
    }

    @Test("a reminder of another deadline is none: a rule change is shown before it bites")
    func otherDeadline() {
        let decision = plan([due { $0.remindedDeadline = day("2026-11-27") }]).decisions.first
        #expect(decision?.reason == .notReminded)
        #expect(cause(decision) == .notReminded(listed: day("2026-11-27")))
    }

    @Test("customers are listed from remind_days_before on, those held long and contacted since like all others")
    func reminders() {
        let long = makeHolding("C1", start: moment("2026-06-01"), lastFollowUp: moment("2026-11-13"))
        #expect(plan([long], on: "2026-11-17").reminders.isEmpty)
        #expect(plan([long], on: "2026-11-18").reminders.map(\.deadline) == [day("2026-11-20")])
        #expect(plan([long], on: "2026-11-19").reminders.count == 1)
    }

    @Test("exempt customers stay with their reason and are not on the list", arguments: [true, false])
    func exempt(isDue: Bool) {
        let rules = makeRules { $0.followUp.exemptLevels = [.a] }
        let reps = [makeRep("crm:anna"), makeRep("crm:ben") { $0.leave = [day("2026-11-10")...day("2026-11-30")] }]
        let holdings = [
            due("C1") { $0.hasOpenDeal = true }, due("C2") { $0.customer.level = .a },
            due("C3") { $0.customer.hold = .disputed }, due("C4") { $0.spell.rep = RepID("crm:ben") },
        ]
        let plan = plan(holdings, on: isDue ? "2026-11-20" : "2026-11-19", reps: reps, rules: rules)
        #expect(plan.decisions.map(\.reason) == (isDue ? [.openDeal, .exemptLevel, .onHold, .ownerOnLeave] : []))
        #expect(plan.decisions.allSatisfy { !$0.isGranted })
        #expect(plan.reminders.isEmpty)
    }

    @Test("customers of a source whose follow-ups did not arrive are kept, those of others are not")
    func suspended() {
        let missing = FeedStatus(source: "erp", state: .missing, newestAt: nil)
        let holdings = [
            due("C1") { $0.customer.sources = ["crm"] }, due("C2") { $0.customer.sources = ["crm", "erp"] },
            due("C3") { $0.customer.sources = ["cards"] },
        ]
        let plan = plan(holdings, feeds: [fresh, missing])
        #expect(plan.decisions.map(\.reason) == [.overdue, .feedSuspended, .feedSuspended])
        #expect(cause(plan.decisions[1]) == .feeds([.init(source: "erp", state: .missing)]))
        #expect(plan.feeds.map(\.suspendedSpells) == [0, 2])
        #expect(!plan.areAllFeedsAffected)
        #expect(plan.reminders.map(\.customer.rawValue) == ["C2", "C3"])
    }

    @Test("where no follow-ups ever came although files are expected, nothing is recycled")
    func noFeedAtAll() {
        let none = plan([due()], feeds: [])
        #expect(none.decisions.map(\.reason) == [.feedSuspended])
        #expect(cause(none.decisions.first) == .noFeed)
        #expect(none.areAllFeedsAffected)
        let typedIn = plan([due()], feeds: [], rules: makeRules { $0.feeds.followUps = .none })
        #expect(typedIn.decisions.map(\.reason) == [.overdue])
        #expect(!typedIn.areAllFeedsAffected)
    }

    @Test("when every feed is affected the plan says so")
    func allAffected() {
        let stale = FeedStatus(source: "crm", state: .stale, newestAt: nil)
        #expect(plan([due()], feeds: [stale]).areAllFeedsAffected)
    }

    @Test("over many nights nothing is recycled without an earlier list of that deadline, in any order (property)")
    func remindedBeforeRecycled() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<40 {
            var holdings = (0..<20).map { number in
                makeHolding(
                    "C\(number)", start: moment("2026-01-20") + Int64.random(in: 0...4_000_000, using: &generator))
            }
            let rules = makeRules {
                $0.followUp.withinDays = Int.random(in: 0...9, using: &generator)
                $0.followUp.dayKind = Bool.random(using: &generator) ? .working : .calendar
                $0.followUp.remindDaysBefore = Int.random(in: 0...3, using: &generator)
            }
            var listed: [CustomerID: BusinessDate] = [:]
            for offset in 0..<60 {
                let date = day("2026-01-20") + offset
                for index in holdings.indices {
                    holdings[index].remindedDeadline = listed[holdings[index].spell.customer]
                    if Int.random(in: 0..<15, using: &generator) == 0 {
                        let at = max(holdings[index].spell.startedAt, shanghai.start(of: date) + 40_000)
                        holdings[index].lastFollowUpAt = at
                    }
                }
                let open = holdings.filter { $0.spell.startedAt <= shanghai.end(of: date) }
                let plan = plan(open, on: "\(date)", rules: rules)
                #expect(plan == self.plan(open.shuffled(using: &generator), on: "\(date)", rules: rules))
                for decision in plan.decisions where decision.isGranted {
                    let holding = holdings.first { $0.spell.customer == decision.customer }
                    #expect(holding?.remindedDeadline.map { $0 <= date } == true)
                    holdings.removeAll { $0.spell.customer == decision.customer }
                }
                for reminder in plan.reminders { listed[reminder.customer] = reminder.deadline }
            }
        }
    }
}
