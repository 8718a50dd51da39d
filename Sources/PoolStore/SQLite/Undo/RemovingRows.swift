import GRDB
import Records

/// Rows of lists: those of the batch, and those that refer to what is gone.
extension TakingBack {
    func takeRowsBack() throws {
        try takeBack(Contact.self)
        try takeBack(FollowUp.self)
        try takeBack(Deal.self)
        try takeBack(Payment.self)
        try takeBack(Claim.self)
        try takeRepsBack()
        var relinking = Relinking(change, apart: apart, removedNames: removedNames)
        try relinking.run()
        wins.formUnion(relinking.wins)
        outcome.waitingRows += relinking.waitingRows
    }

    private func takeBack<Value: Activity>(_ type: Value.Type) throws {
        for row in try db.activities(Value.self, where: "batch_id = ?", [batch])
        where !isBlocked(row.key.description) && !blocks(row.links.customer) {
            if try change.restoreVersion(of: row.key, in: Value.table, replacedBy: batch) {
                outcome.restoredRows += 1
                guard let restored = try db.activity(Value.self, row.key) else { continue }
                try change.settle(restored, former: row, &wins)
            } else {
                try db.run(
                    "DELETE FROM \(Value.table) WHERE source = ? AND external_id = ?",
                    [row.key.source, row.key.externalID])
                outcome.removedRows += 1
                if Value.entity == .deals, let customer = row.links.customer { wins.insert(customer) }
                guard row.isSettled else { continue }
                change.log(
                    .activityRemoved, customer: row.links.customer, rep: row.links.rep, batch: batch,
                    payload: ["entity": Value.entity.rawValue, "id": row.key.description])
            }
        }
    }

    /// What a compensation leaves with its customer.
    private func blocks(_ customer: CustomerID?) -> Bool {
        customer.map { blockedCustomers.contains($0) || retired.contains($0) } ?? false
    }

    private func takeRepsBack() throws {
        let reps = try db.all("SELECT id, source, external_id FROM reps WHERE batch_id = ? ORDER BY id", [batch]) {
            (id: $0.id() as RepID, key: $0.key())
        }
        for (id, key) in reps where !isBlocked(id.rawValue) {
            if try change.restoreVersion(of: key, in: "reps", replacedBy: batch) {
                outcome.restoredRows += 1
            } else {
                try db.run("DELETE FROM reps WHERE id = ?", [id])
                outcome.removedRows += 1
            }
        }
    }
}
