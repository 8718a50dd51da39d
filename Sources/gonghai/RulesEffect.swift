import Allocation
import PoolStore
import Records
import Rules

/// Whom each rule touches on a day: the customers and reps that it says something about.
struct RulesEffect {
    let store: any Store
    let rules: Rules
    /// The night that is counted for: the last one that was complete, or yesterday.
    let date: BusinessDate

    func impact() throws -> [RuleTopic: RuleImpact] {
        let asOf = rules.zone.end(of: date)
        let reps = try store.reps()
        let holdings = try store.holdings(asOf: asOf)
        let owners = Dictionary(reps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let books = try Candidates(store: store, rules: rules, date: date).books.values
        let pool = try store.pool()
        let present = reps.filter { $0.presence(on: date) == .present }
        func of(_ held: [Holding]) -> RuleImpact {
            RuleImpact(customers: held.count, reps: Set(held.map(\.spell.rep)).count)
        }
        func deadline(_ holding: Holding) -> Deadline {
            FollowUpClock.deadline(of: holding, rules: rules.followUp, calendar: .china, zone: rules.zone)
        }
        func isExempt(_ holding: Holding) -> Bool {
            Exemption.of(holding, owner: owners[holding.spell.rep], rules: rules.followUp, date: date) != nil
        }
        let exempt = holdings.filter(isExempt)
        let running = holdings.filter { !isExempt($0) }
        let full = books.filter { book in book.limits.holdings.map { book.holdings >= $0 } ?? false }
        let cooling = pool.flatMap { customer in
            Set(customer.formerOwners.map(\.rep)).filter { rep in
                CoolingOff.end(
                    for: rep, customer: customer, days: rules.claims.coolingOffDays, date: date, zone: rules.zone)
                    != nil
            }.map { (customer.id, $0) }
        }
        let offered = pool.count { !($0.hold?.lasts(on: date) ?? false) }
        let tiered = try store.tiers(of: date.startOfMonth).count
        return [
            .pools: RuleImpact(customers: pool.count, reps: present.count),
            .claims: RuleImpact(customers: offered, reps: present.count),
            .holdings: RuleImpact(customers: full.reduce(0) { $0 + $1.holdings }, reps: full.count),
            .deadline: of(running), .deals: of(running.filter { deadline($0).duty != .followUp }),
            .exceptions: of(
                running.filter { held in rules.followUp.exceptions.contains { $0.customers.fits(held.customer) } }),
            .reminder: of(running.filter { deadline($0).date - date <= rules.followUp.remindDaysBefore }),
            .recycling: of(running.filter { deadline($0).date <= date }), .exemptions: of(exempt),
            .coolingOff: RuleImpact(
                customers: Set(cooling.map(\.0)).count, reps: Set(cooling.map(\.1)).count),
            .tiers: RuleImpact(customers: 0, reps: tiered),
            .allocation: RuleImpact(
                customers: offered,
                reps: books.count {
                    $0.rep.presence(on: date) == .present
                        && $0.fullness(isClaim: false, window: rules.claims.window) == nil
                }),
        ]
    }
}
