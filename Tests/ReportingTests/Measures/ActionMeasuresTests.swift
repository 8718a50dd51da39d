import Records
import Testing

@testable import Reporting

@Suite struct ActionMeasuresTests {
    @Test("duties and reminders are one list, each customer once, nearest deadline first")
    func pending() {
        var small = SmallNight()
        small.addDuty(1, due: -3, .pending)
        small.addDuty(2, due: -1, .pending)
        small.facts.reminders = [
            Reminder(customer: SmallNight.customer(2), rep: SmallNight.rep(1), deadline: SmallNight.date + 1),
            Reminder(customer: SmallNight.customer(3), rep: SmallNight.rep(2), deadline: SmallNight.date + 2),
            Reminder(customer: SmallNight.customer(4), rep: SmallNight.rep(2), deadline: SmallNight.date),
        ]
        let actions = small.night.actions
        #expect(actions.pending.map(\.customer.rawValue) == ["C2", "C3", "C1"])
        #expect(actions.pending.map(\.daysLeft) == [1, 2, 3])
        #expect(actions.due(within: 1).count == 1)
    }

    @Test("what the rules remind of earlier is due soon too")
    func soon() {
        var small = SmallNight()
        #expect(small.night.actions.soonDays == 3)
        small.rules.followUp.remindDaysBefore = 5
        #expect(small.night.actions.soonDays == 5)
    }
}
