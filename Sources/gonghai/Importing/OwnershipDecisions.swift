import Foundation
import Ingestion
import PoolStore
import Records
import Rules

/// A completed ownership-conflicts.csv on its way into the store: each customer with an answer gets the owner that it
/// names, or goes to the pool.
struct OwnershipDecisions {
    let session: ImportSession
    /// Who imports it.
    let by: String

    private var workspace: Workspace { session.workspace }

    func take(_ form: CompletedForm, in store: any Store) throws -> FormOutcome {
        var outcome = FormOutcome(form)
        var groups: [String: [FilledTable.Row]] = [:]
        for row in form.table.rows {
            if row.isWhole {
                groups[row.customer, default: []].append(row)
            } else {
                outcome.reject(row, nil, .raggedRow, "the row has not as many cells as the header")
            }
        }
        let cases = try OwnershipConflictsFile.cases(store: store, date: session.date, zone: workspace.zone)
        let claims = Dictionary(cases.map { ($0.customer, $0.claims) }, uniquingKeysWith: { first, _ in first })
        for (customer, answers) in groups.sorted(by: { $0.key.isOrderedBefore($1.key) }) {
            try decide(customer, answers, claims, in: store, &outcome)
        }
        return outcome
    }

    private func decide(
        _ customer: String, _ answers: [FilledTable.Row], _ claims: [CustomerID: [OwnerClaim]], in store: any Store,
        _ outcome: inout FormOutcome
    ) throws {
        let given = answers.filter { !$0.decision.isEmpty }
        guard let first = given.first else {
            outcome.counts.pending += answers.count
            return
        }
        func reject(_ column: Int, _ code: ProblemCode, _ message: String) {
            for answer in given { outcome.reject(answer, column, code, message) }
            outcome.counts.unchanged += answers.count - given.count
        }
        let decisionColumn = OwnershipConflictsFile.columns.count
        guard case .found(let id) = try store.resolveCustomer(Reference(customer), from: nil) else {
            return reject(1, .unresolvedReference, "there is no customer '\(customer)'")
        }
        var owner: RepID?
        if first.decision.lowercased() != "pool" {
            switch try store.resolveRep(Reference(first.decision), from: nil) {
            case .found(let rep): owner = rep
            case .ambiguous(let reps):
                let names = reps.prefix(5).map(\.rawValue).joined(separator: ", ")
                return reject(
                    decisionColumn, .ambiguousReference,
                    "'\(first.decision)' may be any of \(names): use one of these ids")
            case .none:
                return reject(
                    decisionColumn, .unresolvedReference,
                    "there is no rep '\(first.decision)': write a rep_id, an e-mail, the exact name, or pool")
            }
        }
        guard Set(given.map(\.decision)).count == 1 else {
            return reject(
                decisionColumn, .ownershipConflict,
                "the rows of customer \(customer) give different decisions: leave one"
            )
        }
        let own = claims[id] ?? []
        let decision = OwnershipDecision(
            customer: id, owner: owner,
            since: own.filter { $0.rep == owner && owner != nil }.compactMap(\.ownedSince).min(), rule: "decided",
            others: Set(own.filter { owner == nil || $0.rep != owner }.map(\.named)).sorted { $0.isOrderedBefore($1) })
        do {
            let goLive = workspace.zone.start(of: workspace.rules.goLive ?? session.date)
            let isNew = try store.decide(decision, by: by, goLive: goLive, date: session.date, at: session.at)
            outcome.counts.add(isNew ? .updated : .unchanged, answers.count)
        } catch let conflict as StoreConflict {
            reject(decisionColumn, .ownershipConflict, "the customer is not disputed any more: \(conflict.detail)")
        }
    }
}

extension FilledTable.Row {
    fileprivate var customer: String { cells[0].trimmed }
    fileprivate var decision: String { cells[OwnershipConflictsFile.columns.count - 1].trimmed }
}
