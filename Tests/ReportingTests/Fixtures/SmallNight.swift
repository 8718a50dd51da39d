import Records
import Rules

@testable import Reporting

/// A night of a handful of facts, to count by hand.
struct SmallNight {
    static let date = SampleNight.date
    static let zone = SampleNight.zone
    var facts = NightFacts(date: date, asOf: zone.end(of: date))
    var rules = SampleNight.rules([.english])

    init() { for number in 1...3 { addRep(number, team: number == 3 ? "B" : "A") } }

    var night: Night { Night(facts, rules: rules, version: "1.2.3") }

    mutating func pool(_ customers: [CustomerSummary]) {
        facts.pool = PoolFacts(customers, on: Self.date, zone: Self.zone)
    }

    static func rep(_ number: Int) -> RepID { RepID("crm:\(number)") }
    static func customer(_ number: Int) -> CustomerID { CustomerID("C\(number)") }
    /// The end of a day so many days before the business date.
    static func end(_ daysBefore: Int) -> Instant { zone.end(of: date - daysBefore) }

    mutating func addRep(_ number: Int, team: String?) {
        var rep = Rep(id: Self.rep(number), name: "Rep \(number)")
        rep.team = team
        rep.email = "rep\(number)@example.com"
        facts.reps.append(RepStanding(rep: rep))
    }

    /// A spell that began at the end of the day `start` days ago.
    mutating func addSpell(
        _ customer: Int, rep: Int = 1, kind: Spell.Kind = .claim, start: Int, end: Int? = nil,
        reason: Spell.EndReason? = nil, won: Int? = nil, followUps: [Int64] = [], ordinal: Int = 1
    ) {
        let startedAt = Self.end(start)
        facts.names[Self.customer(customer)] = "Customer \(customer)"
        facts.spells.append(
            SpellHistory(
                spell: Spell(
                    customer: Self.customer(customer), rep: Self.rep(rep), kind: kind, startedAt: startedAt,
                    endedAt: end.map(Self.end), endReason: reason),
                followUps: followUps.map { startedAt + $0 * 3600 },
                wonAt: won.map(Self.end), ordinal: ordinal))
    }

    mutating func addDuty(_ customer: Int, rep: Int = 1, due daysBefore: Int, _ outcome: Obligation.Outcome) {
        facts.obligations.append(
            Obligation(
                customer: Self.customer(customer), rep: Self.rep(rep),
                deadline: Deadline(clockStart: Self.date - daysBefore - 7, date: Self.date - daysBefore),
                outcome: outcome))
    }

    mutating func decide(
        _ kind: Decision.Kind, _ customer: Int, rep: Int? = 1, granted: Bool, _ reason: ReasonCode,
        detail: DecisionDetail = .none
    ) {
        facts.decisions.append(
            Decision(
                kind: kind, customer: Self.customer(customer), rep: rep.map(Self.rep), isGranted: granted,
                reason: reason,
                detail: detail))
    }
}
