import Records
import Rules
import Testing

@testable import Allocation

@Suite("Obligations")
struct ObligationsTests {
    func obligations(
        start: String = "2026-11-02", followUps: [Instant] = [], asOf: String = "2026-11-30", owner: Rep? = nil,
        isExemptNow: Bool = false, rules: FollowUpRules = FollowUpRules(),
        _ change: (inout SpellHistory) -> Void = { _ in }
    ) -> [Obligation] {
        let spell = Spell(
            customer: CustomerID("C1"), rep: RepID("crm:anna"), kind: .claim, startedAt: moment(start))
        var history = SpellHistory(
            spell: spell, followUps: followUps)
        change(&history)
        return Obligations.obligations(
            of: history, owner: owner, isExemptNow: isExemptNow, rules: rules, calendar: .china, zone: shanghai,
            asOf: shanghai.end(of: day(asOf)))
    }

    /// `2026-11-09 met`, for short comparisons.
    func words(_ obligations: [Obligation]) -> [String] {
        obligations.map { "\($0.deadline.date) \($0.outcome.rawValue)" }
    }

    @Test("the first duty runs from the start, each follow-up in time meets one and opens the next")
    func sequence() {
        let list = obligations(followUps: [moment("2026-11-05"), moment("2026-11-12")], asOf: "2026-11-15")
        #expect(words(list) == ["2026-11-09 met", "2026-11-12 met", "2026-11-19 pending"])
        #expect(list.map(\.followedUpAt) == [moment("2026-11-05"), moment("2026-11-12"), nil])
        #expect(list.map(\.deadline.clockStart) == [day("2026-11-02"), day("2026-11-05"), day("2026-11-12")])
    }

    @Test("a follow-up in the last second of the deadline's day is in time, one on the next day is not")
    func boundary() {
        let inTime = shanghai.end(of: day("2026-11-09"))
        #expect(
            words(obligations(followUps: [inTime], asOf: "2026-11-10")) == ["2026-11-09 met", "2026-11-16 pending"])
        let late = obligations(followUps: [inTime + 1], asOf: "2026-11-10")
        #expect(words(late) == ["2026-11-09 missed", "2026-11-17 pending"])
        #expect(late[0].followedUpAt == nil)
    }

    @Test("a duty is due at T of its deadline, pending the night before")
    func due() {
        #expect(words(obligations(asOf: "2026-11-08")) == ["2026-11-09 pending"])
        #expect(words(obligations(asOf: "2026-11-09")) == ["2026-11-09 missed"])
    }

    @Test("one obligation is one (spell, deadline): several follow-ups on a day make no further ones")
    func sameDay() {
        let followUps = [moment("2026-11-05", hour: 9), moment("2026-11-05", hour: 10), moment("2026-11-05", hour: 17)]
        #expect(
            words(obligations(followUps: followUps, asOf: "2026-11-12")) == ["2026-11-09 met", "2026-11-12 missed"])
    }

    @Test("what was met early and is not due at T is in neither side, and counts once it is due")
    func metEarly() {
        let followUps = [moment("2026-11-03"), moment("2026-11-04")]
        #expect(words(obligations(followUps: followUps, asOf: "2026-11-05")) == ["2026-11-11 pending"])
        #expect(
            words(obligations(followUps: followUps, asOf: "2026-11-10"))
                == ["2026-11-09 met", "2026-11-10 met", "2026-11-11 pending"])
    }

    @Test("a won customer is exempt from the day of the win on; what was missed before stays missed")
    func won() {
        #expect(words(obligations { $0.wonAt = moment("2026-11-09") }) == ["2026-11-09 exempt"])
        #expect(words(obligations { $0.wonAt = moment("2026-11-10") }) == ["2026-11-09 missed"])
        #expect(words(obligations { $0.wonAt = moment("2026-10-01") }) == ["2026-11-09 exempt"])
        let list = obligations(followUps: [moment("2026-11-05"), moment("2026-11-20")]) {
            $0.wonAt = moment("2026-11-06")
        }
        #expect(words(list) == ["2026-11-09 met", "2026-11-12 exempt"])
    }

    @Test("a win after T is not yet known")
    func wonLater() {
        #expect(words(obligations(asOf: "2026-11-09") { $0.wonAt = moment("2026-11-10") }) == ["2026-11-09 missed"])
    }

    @Test("a spell recycled on its deadline missed it; one given away by then owes nothing")
    func ends() {
        func ended(_ date: String, _ reason: Spell.EndReason) -> [String] {
            words(
                obligations {
                    $0.spell.endedAt = shanghai.end(of: day(date))
                    $0.spell.endReason = reason
                })
        }
        #expect(ended("2026-11-09", .recycled) == ["2026-11-09 missed"])
        #expect(ended("2026-11-09", .released) == ["2026-11-09 exempt"])
        #expect(ended("2026-11-06", .transferred) == ["2026-11-09 exempt"])
        #expect(ended("2026-11-10", .offboarded) == ["2026-11-09 missed"])
    }

    @Test("a deadline on the owner's leave is paused, met or not, unless the rules do not pause")
    func leave() {
        let away = makeRep("crm:anna") { $0.leave = [day("2026-11-08")...day("2026-11-09")] }
        #expect(words(obligations(asOf: "2026-11-09", owner: away)) == ["2026-11-09 exempt"])
        let met = obligations(followUps: [moment("2026-11-05")], asOf: "2026-11-10", owner: away)
        #expect(words(met) == ["2026-11-09 exempt", "2026-11-12 pending"])
        #expect(met[0].followedUpAt == nil)
        var rules = FollowUpRules()
        rules.pausesOnLeave = false
        #expect(words(obligations(asOf: "2026-11-09", owner: away, rules: rules)) == ["2026-11-09 missed"])
    }

    @Test("an exemption that holds now exempts the running duty only")
    func exemptNow() {
        let late = moment("2026-11-12")
        #expect(
            words(obligations(followUps: [late]) { $0.hasOpenDeal = true }) == [
                "2026-11-09 missed", "2026-11-19 exempt",
            ])
        #expect(words(obligations(isExemptNow: true)) == ["2026-11-09 exempt"])
        var rules = FollowUpRules()
        rules.exemptsOpenDeals = false
        #expect(words(obligations(rules: rules) { $0.hasOpenDeal = true }) == ["2026-11-09 missed"])
    }

    @Test("follow-ups before the spell, after its end or after T do not count")
    func outside() {
        let list = obligations(followUps: [moment("2026-10-30"), moment("2026-11-12")], asOf: "2026-11-10")
        #expect(words(list) == ["2026-11-09 missed"])
    }
}
