import Records
import Rules
import Testing

@testable import Allocation

@Suite("Forecast, fuse and leavers")
struct ForecastTests {
    func forecast(_ holdings: [Holding], _ change: (inout Rules) -> Void = { _ in }) -> Forecast {
        Forecast(
            holdings: holdings, reps: [makeRep("crm:anna")], rules: makeRules(change), calendar: .china,
            date: day("2026-11-02"))
    }

    @Test("counts what goes back in 7, 14 and 30 nights, each with those before it, on the night that recycles it")
    func horizons() {
        let holdings = [
            makeHolding("C1", start: moment("2026-11-02")), makeHolding("C2", start: moment("2026-11-07")),
            makeHolding("C3", start: moment("2026-11-20")), makeHolding("C4", start: moment("2026-12-20")),
        ]
        let line = forecast(holdings).lines.first
        #expect(line?.held == 4)
        #expect(line.map { [$0.in7Days, $0.in14Days, $0.in30Days] } == [1, 2, 3])
        let saturday = forecast([makeHolding("C1", start: moment("2026-10-31"))])
        #expect(saturday.lines.first?.worstNight == day("2026-11-09"), "the 7th is no working day")
        let overdue = forecast([makeHolding("C1", start: moment("2026-06-01"))])
        #expect(overdue.lines.first?.worstNight == day("2026-11-03"), "what is overdue goes back in the coming night")
    }

    @Test("many in one night are a cliff, exempt ones are not counted but named")
    func cliff() {
        let six = (0..<6).map { makeHolding("C\($0)", start: moment("2026-11-03")) }
        let line = forecast(six).lines.first
        #expect(line?.isCliff == true)
        #expect(line?.worstNight == day("2026-11-10"))
        #expect(line?.worstCount == 6)
        #expect(forecast(Array(six.prefix(4))).lines.first?.isCliff == false)
        let exempt = forecast(
            six.map { makeHolding($0.spell.customer.rawValue, start: moment("2026-11-03")) { $0.hasOpenDeal = true } })
        #expect(exempt.lines.first?.in30Days == 0)
        #expect(exempt.exempt == [.openDeal: 6])
    }

    @Test("a night may take back twice what is usual, a share of the books, or fifty, whichever is most")
    func fuse() {
        let rules = FollowUpRules()
        #expect(BlastRadius.limit(held: 100, lastNights: [], rules: rules) == 50)
        #expect(BlastRadius.limit(held: 2000, lastNights: [10, 20, 30], rules: rules) == 100)
        #expect(BlastRadius.limit(held: 2000, lastNights: [80, 0, 90], rules: rules) == 160)
        var off = rules
        off.fuseShare = nil
        #expect(BlastRadius.limit(held: 2000, lastNights: [], rules: off) == nil)
    }

    @Test("what comes in bursts may be twice the greatest of four weeks, once ten nights say what is usual")
    func burstFuse() {
        #expect(BlastRadius.limit(lastNights: Array(repeating: 90, count: 9)) == nil)
        #expect(BlastRadius.limit(lastNights: Array(repeating: 0, count: 9) + [90]) == 180)
        #expect(BlastRadius.limit(lastNights: Array(repeating: 3, count: 10)) == 50)
        #expect(BlastRadius.limit(lastNights: Array(repeating: 60, count: 28) + [500]) == 120)
    }

    @Test("a follow-up that would have kept the customer and was written down in time gives it back or is an appeal")
    func late() {
        var spell = Spell(customer: CustomerID("C1"), rep: RepID("a"), kind: .claim, startedAt: moment("2026-11-02"))
        (spell.endedAt, spell.endReason) = (shanghai.end(of: day("2026-11-09")), .recycled)
        func verdict(
            _ at: String, written: String?, owner: String? = nil, on date: String = "2026-11-10"
        ) -> LateRecording.Verdict? {
            LateRecording.verdict(
                on: LateFollowUp(
                    spell: spell, at: moment(at), recordedAt: written.map { moment($0) },
                    owner: owner.map { RepID($0) },
                    status: owner == nil ? .pool : .prospect),
                of: nil, rules: makeRules(), calendar: .china, date: day(date))
        }
        #expect(verdict("2026-11-08", written: "2026-11-10") == .reinstate)
        #expect(verdict("2026-11-08", written: "2026-11-10", owner: "b") == .appeal)
        #expect(verdict("2026-11-08", written: "2026-11-10", owner: "a") == nil, "has it again")
        #expect(verdict("2026-11-08", written: "2026-11-12") == nil, "written down too late")
        #expect(verdict("2026-11-08", written: nil, on: "2026-11-11") == .reinstate, "came by that night")
        #expect(verdict("2026-11-08", written: nil, on: "2026-11-12") == nil)
        #expect(verdict("2026-11-02", written: "2026-11-03") == nil, "would not have kept it")
    }

    @Test("a leaver's open deals go to the successor or the manager and never to the pool; nobody gets above a limit")
    func offboarding() {
        func entry(_ id: String, won: Bool = false, open: Bool = false, unpaid: Bool = false) -> LeaverEntry {
            LeaverEntry(customer: makeCustomer(id), isWon: won, hasOpenDeal: open, isUnpaid: unpaid)
        }
        let entries = [
            entry("C1"), entry("C2", open: true), entry("C3", won: true), entry("C4", unpaid: true), entry("C5"),
        ]
        var room = [RepID("next"): 2, RepID("boss"): 1]
        func plan(_ successor: String?, heirs: [String]) -> [Offboarding.Line] {
            Offboarding.plan(
                entries, successor: successor.map { RepID($0) }, heirs: heirs.map { RepID($0) },
                date: day("2026-11-20"), isPresent: { $0 != RepID("away") },
                rejection: { rep, _ in
                    room[rep, default: 0] > 0
                        ? nil
                        : .init(rep: rep, reason: .holdingLimit, detail: .limitReached(.holdings, used: 1, limit: 1))
                }, gave: { room[$0, default: 0] -= 1 })
        }
        let named = plan("next", heirs: ["next", "away", "boss"])
        #expect(
            named.map(\.destination) == [.pool, .rep(RepID("next")), .rep(RepID("next")), .rep(RepID("next")), .pool])
        #expect(named[0].refused?.reason == .holdingLimit, "the successor is full by then")
        #expect(named.map(\.because) == ["prospect", "open_deal", "won", "unpaid", "prospect"])
        let alone = plan(nil, heirs: ["boss"])
        #expect(alone.map(\.destination) == [.pool, .rep(RepID("boss")), .rep(RepID("boss")), .stays, .pool])
    }
}

@Suite("Audit")
struct AuditTests {
    func history(
        _ customer: String, _ rep: String, from: String, to: String? = nil, _ kind: Spell.Kind = .claim,
        _ reason: Spell.EndReason = .released, followUps: [String] = []
    ) -> SpellHistory {
        var spell = Spell(customer: CustomerID(customer), rep: RepID(rep), kind: kind, startedAt: moment(from))
        if let to { (spell.endedAt, spell.endReason) = (moment(to), reason) }
        return SpellHistory(
            spell: spell, followUps: followUps.map { moment($0) })
    }

    func flags(_ histories: [SpellHistory], _ quality: [FollowUpQuality] = [], books: [Book] = []) -> [AuditFlag] {
        Audit.flags(histories: histories, quality: quality, books: books, rules: makeRules(), calendar: .china)
    }

    @Test("A to B to A is seen by way of every colleague, and claim, release, claim is another thing")
    func circles() {
        let found = flags([
            history("C1", "a", from: "2026-11-01", to: "2026-11-03"),
            history("C1", "b", from: "2026-11-03", to: "2026-11-05"), history("C1", "a", from: "2026-11-05"),
            history("C2", "a", from: "2026-11-01", to: "2026-11-02"), history("C2", "a", from: "2026-11-03"),
            history("C3", "a", from: "2026-11-01", to: "2026-11-02"), history("C3", "b", from: "2026-11-03"),
        ])
        #expect(found.map(\.kind) == [.roundTrip, .reclaimed])
        #expect(found.map(\.rep) == [RepID("a"), RepID("a")])
        #expect(found[0].customers == [CustomerID("C1")])
        #expect(found[0].detail == "b")
        #expect(found[1].customers == [CustomerID("C2")])
    }

    @Test("touches mostly on the last day are shown with their number, ten at least")
    func lastMinute() {
        let late = (0..<10).map { history("C\($0)", "a", from: "2026-11-01", followUps: ["2026-11-08"]) }
        let early = (10..<15).map { history("C\($0)", "a", from: "2026-11-01", followUps: ["2026-11-03"]) }
        #expect(flags(late + early).map(\.kind) == [.lastMinute])
        #expect(flags(late + early).first?.count == 10)
        #expect(flags(late + early).first?.total == 15)
        #expect(flags(Array(late.dropLast())).isEmpty)
    }

    @Test("empty and repeated notes, bursts and backdated follow-ups are counted per rep")
    func habits() {
        let quality = FollowUpQuality(
            rep: RepID("a"), count: 20, emptyNotes: 11, repeatedNotes: 12, mostInOneMinute: 10, backdated: 1)
        #expect(flags([], [quality]).map(\.kind) == [.emptyNotes, .repeatedNotes, .burst, .backdated])
        let fine = FollowUpQuality(
            rep: RepID("b"), count: 20, emptyNotes: 10, repeatedNotes: 0, mostInOneMinute: 9, backdated: 0)
        #expect(flags([], [fine]).isEmpty)
    }

    @Test("who is over the limit is shown with the ways by which it happened (EDGE-CASES, Capacity bypass audit)")
    func overLimit() {
        let rules = makeRules { $0.claims.holdingLimit = 1 }
        let book = Book(makeStanding("a", holdings: 3), tier: nil, rules: rules.claims)
        let held = [
            history("C1", "a", from: "2026-11-01", .opening), history("C2", "a", from: "2026-11-01", .opening),
            history("C3", "a", from: "2026-11-02", .claim),
        ]
        let flag = flags(held, books: [book]).first
        #expect(flag?.kind == .overHoldingLimit)
        #expect(flag?.detail == "opening 2, claim 1")
    }
}
