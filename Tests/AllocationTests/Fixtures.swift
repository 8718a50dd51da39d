import Records
import Rules

@testable import Allocation

/// Short ways to say what the tests are about.
let shanghai = zone("Asia/Shanghai")

func zone(_ name: String) -> Zone {
    guard let zone = Zone(named: name) else { fatalError("the time zone database has no \(name)") }
    return zone
}

func day(_ text: String) -> BusinessDate {
    guard let date = BusinessDate(iso: text) else { fatalError("\(text) is no day") }
    return date
}

/// `2026-11-20` at `hour` o'clock, in Shanghai unless said otherwise.
func moment(_ text: String, hour: Int = 9, in zone: Zone = shanghai) -> Instant {
    zone.instant(day(text), secondOfDay: hour * 3600)
}

func makeRules(_ change: (inout Rules) -> Void = { _ in }) -> Rules {
    var rules = Rules(zone: shanghai)
    change(&rules)
    return rules
}

func makeRep(_ id: String, _ change: (inout Rep) -> Void = { _ in }) -> Rep {
    var rep = Rep(id: RepID(id), name: id)
    change(&rep)
    return rep
}

func makeStanding(
    _ id: String, claims: Int = 0, intake: Int = 0, holdings: Int = 0, _ change: (inout Rep) -> Void = { _ in }
) -> RepStanding {
    RepStanding(rep: makeRep(id, change), claimsInWindow: claims, intakeInWindow: intake, holdings: holdings)
}

func makeCustomer(_ id: String, _ change: (inout CustomerSummary) -> Void = { _ in }) -> CustomerSummary {
    var customer = CustomerSummary(id: CustomerID(id), name: id)
    customer.sources = ["crm"]
    change(&customer)
    return customer
}

func makeHolding(
    _ id: String, rep: String = "crm:anna", start: Instant, lastFollowUp: Instant? = nil, reminded: String? = nil,
    _ change: (inout Holding) -> Void = { _ in }
) -> Holding {
    var holding = Holding(
        spell: Spell(customer: CustomerID(id), rep: RepID(rep), kind: .claim, startedAt: start),
        customer: makeCustomer(id) { $0.status = .prospect }, lastFollowUpAt: lastFollowUp,
        remindedDeadline: reminded.map(day))
    change(&holding)
    return holding
}

func makeClaim(_ id: String, _ customer: String, by rep: String, at: Instant) -> ClaimRequest {
    ClaimRequest(id: id, customer: CustomerID(customer), rep: RepID(rep), requestedAt: at)
}

func former(_ rep: String, _ ended: String, _ reason: Spell.EndReason = .recycled) -> CustomerSummary.FormerOwner {
    CustomerSummary.FormerOwner(rep: RepID(rep), endedAt: shanghai.end(of: day(ended)), endReason: reason)
}

extension Array where Element == CustomerSummary {
    var byID: [CustomerID: CustomerSummary] { Dictionary(uniqueKeysWithValues: map { ($0.id, $0) }) }
}
