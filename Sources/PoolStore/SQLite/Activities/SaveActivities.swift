import GRDB
import Records

extension SQLiteStore {
    package func save(_ batch: BatchRows<Contact>, date: BusinessDate, at: Instant) throws -> [SaveOutcome] {
        try saveActivities(batch, date, at)
    }

    package func save(_ batch: BatchRows<FollowUp>, date: BusinessDate, at: Instant) throws -> [SaveOutcome] {
        try saveActivities(batch, date, at)
    }

    package func save(_ batch: BatchRows<Deal>, date: BusinessDate, at: Instant) throws -> [SaveOutcome] {
        try saveActivities(batch, date, at)
    }

    package func save(_ batch: BatchRows<Payment>, date: BusinessDate, at: Instant) throws -> [SaveOutcome] {
        try saveActivities(batch, date, at)
    }

    package func save(_ batch: BatchRows<Claim>, date: BusinessDate, at: Instant) throws -> [SaveOutcome] {
        try saveActivities(batch, date, at)
    }

    private func saveActivities<Value: Activity>(
        _ batch: BatchRows<Value>, _ date: BusinessDate, _ at: Instant
    ) throws -> [SaveOutcome] {
        try change(date, at) { change in
            try change.note(batch.batch)
            let references = References(change.db)
            let lastImport = try change.db.lastImport()
            var touched: Set<CustomerID> = []
            let outcomes = try batch.rows.map {
                try change.save($0, batch: batch.batch.id, after: lastImport, references, &touched)
            }
            for customer in touched.sorted() { try change.refreshWin(of: customer) }
            return outcomes
        }
    }
}

extension Change {
    /// `touched` gains the customers whose deals changed.
    fileprivate func save<Value: Activity>(
        _ row: Records.Row<Value>, batch: BatchID, after lastImport: BusinessDate, _ references: References,
        _ touched: inout Set<CustomerID>
    ) throws -> SaveOutcome {
        let former = try db.activity(Value.self, row.key)
        let digest = row.cells.digest
        let isSame = former.map { $0.digest == digest && $0.value == row.value } ?? false
        if isSame, former?.isSettled == true { return .unchanged }

        let links: Links
        switch try self.links(of: row.value, from: row.key.source, references) {
        case .found(let found): links = found
        case .ambiguous(let field, let candidates):
            return .rejected(
                field: field, code: .ambiguousReference,
                message: "It may be any of \(candidates.joined(separator: ", ")). Write one of these ids instead.")
        }
        var stored = StoredActivity(
            key: row.key, batch: batch, digest: digest, isSettled: false, links: links, value: row.value)
        stored.isSettled = isSettled(stored)
        if let former, former.batch != batch {
            try keepVersion(of: row.key, in: Value.table, replacedBy: batch)
        }
        try write(stored, row, after: lastImport)
        try settle(stored, former: former, &touched)
        if stored.isPending { return .pending }
        guard let former, !former.isPending else { return .new }
        return isSame ? .unchanged : .updated
    }

    /// Whether everything that the row names is known, so that its event says the last word.
    ///
    /// `isNight`: all lists are in; a payment of a known customer no longer waits for the deal that it names.
    func isSettled<Value: Activity>(_ row: StoredActivity<Value>, isNight: Bool = false) -> Bool {
        !row.isPending && (row.value.repReference == nil || row.links.rep != nil)
            && (row.value.dealReference == nil || row.links.deal != nil || isNight)
    }

    /// Appends the row's event where it says something new, and keeps the customers' first wins right.
    func settle<Value: Activity>(
        _ row: StoredActivity<Value>, former: StoredActivity<Value>?, _ touched: inout Set<CustomerID>
    ) throws {
        if Value.entity == .deals {
            try dateWin(row.key)
            touched.formUnion([row.links.customer, former?.links.customer].compactMap { $0 })
        }
        guard row.isSettled, let entry = row.value.entry(recordedAt: at) else { return }
        if let former, former.isSettled, former.links.customer == row.links.customer,
            former.links.rep == row.links.rep, former.value.entry(recordedAt: at) == entry
        {
            return
        }
        var payload = entry.payload
        payload["id"] = row.key.description
        log(
            entry.kind, happenedAt: entry.at, customer: row.links.customer, rep: row.links.rep, batch: row.batch,
            payload: payload)
    }

    /// A won deal without dates was won when it first came as won.
    private func dateWin(_ key: RecordKey) throws {
        try db.run(
            """
            UPDATE deals SET won_at = CASE WHEN status = 'won' THEN coalesce(closed_at, created_at, won_at, ?) END
            WHERE source = ? AND external_id = ?
            """, [at, key.source, key.externalID])
    }

    private func write<Value: Activity>(
        _ stored: StoredActivity<Value>, _ row: Records.Row<Value>, after lastImport: BusinessDate
    ) throws {
        let common: [SQLValue] = [
            row.key.source, row.key.externalID, stored.batch, stored.digest, stored.isSettled,
            row.value.customerReference?.text, stored.links.customer,
        ]
        let rep: [SQLValue] = Value.hasRep ? [row.value.repReference?.text, stored.links.rep] : []
        let deal: [SQLValue] =
            Value.hasDeal
            ? [row.value.dealReference?.text, stored.links.deal?.source, stored.links.deal?.externalID] : []
        let place: [SQLValue] = [
            row.position.line, CompactJSON.array(row.cells.strings), try JSONText.of(row.flags.map(FlagText.init)),
            lastImport,
        ]
        try db.run(Value.upsert, common + rep + deal + row.value.values + place)
    }
}

extension Activity {
    fileprivate static var upsert: String {
        let names = storedColumns + ["line", "cells", "flags", "after_import"]
        // After which night a row first came stays as it is, and so does what identifies it.
        return """
            INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks(names.count)))
            ON CONFLICT (source, external_id) DO UPDATE SET \(replacements(names.dropFirst(2).dropLast()))
            """
    }
}
