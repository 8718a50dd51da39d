import Allocation
import PoolStore
import Records

/// Claims that are typed in: decided at once, under the rules of the night, and kept as its decisions are.
struct HandClaims {
    let workspace: Workspace

    func decide(_ customers: [CustomerID], for rep: RepID, at: Instant) throws -> [Decision] {
        let store = try workspace.store()
        let date = workspace.zone.date(of: at)
        return try store.transaction {
            let summaries = try store.summaries(of: customers)
            let requests = customers.map { customer in
                let id = Identity.derived(from: [customer.rawValue, rep.rawValue, workspace.zone.iso(at)])
                return ClaimRequest(id: "\(HandSource.name):\(id)", customer: customer, rep: rep, requestedAt: at)
            }
            var planner = try Planner(store: store, rules: workspace.rules, date: date)
            let decisions = planner.decide(
                claims: requests,
                customers: Dictionary(summaries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
                owners: try store.owners(of: customers))
            try store.apply(decisions, date: date, at: at)
            return decisions
        }
    }
}
