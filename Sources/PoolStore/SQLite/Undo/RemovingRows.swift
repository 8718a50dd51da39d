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
        let references = References(db)
        // Deals first: payments may know their customer only through one.
        try relink(Deal.self, references)
        try relink(Payment.self, references)
        try relink(FollowUp.self, references)
        try relink(Contact.self, references)
        try relink(Claim.self, references)
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

    // MARK: References

    /// Looks up again what refers to something that is gone, or to customers that were taken apart.
    private func relink<Value: Activity>(_ type: Value.Type, _ references: References) throws {
        var orphaned = [
            "(customer_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM customers c WHERE c.id = customer_id))",
            "customer_id IN (SELECT value FROM json_each(?))",
            "customer_text IN (SELECT value FROM json_each(?))",
        ]
        if Value.hasRep {
            orphaned.append("(rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM reps r WHERE r.id = rep_id))")
        }
        if Value.hasDeal {
            orphaned.append(
                """
                (deal_id IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM deals d WHERE d.source = deal_source AND d.external_id = deal_id))
                """)
            // Its customer may be known through the deal alone, and that has gone or moved.
            orphaned.append("customer_text IS NULL")
        }
        for former in try db.activities(
            Value.self, where: orphaned.joined(separator: " OR "),
            [CompactJSON.array(apart.map(\.rawValue)), CompactJSON.array(removedNames)])
        {
            try relink(former, references)
        }
    }

    private func relink<Value: Activity>(_ former: StoredActivity<Value>, _ references: References) throws {
        var row = former
        row.links = Links()
        if case .found(let links) = try change.links(of: row.value, from: row.key.source, references) {
            row.links = links
        }
        // What the text does not say now, it said when it was looked up first.
        if row.links.customer == nil, let text = row.value.customerReference?.text, !removedNames.contains(text),
            let customer = former.links.customer, try db.number(of: customer) != nil
        {
            row.links.customer = customer
        }
        if row.links.rep == nil, let rep = former.links.rep,
            try db.count("SELECT count(*) FROM reps WHERE id = ?", [rep]) > 0
        {
            row.links.rep = rep
        }
        row.isSettled = change.isSettled(row, isNight: former.isSettled)
        guard row.links != former.links || row.isSettled != former.isSettled else { return }
        try change.writeLinks(row)
        try change.settle(row, former: former, &wins)
        if former.isSettled, !row.isSettled { outcome.waitingRows += 1 }
    }
}
