import GRDB
import Records

extension SQLiteStore {
    package func sources(of entity: Entity, profile: String?) throws -> [String] {
        try read { db in
            try db.all(
                """
                SELECT DISTINCT source FROM batches WHERE entity = ?1 AND (?2 IS NULL OR profile = ?2) ORDER BY source
                """, [entity.rawValue, profile]
            ) { $0.text() }
        }
    }

    package func ownerChanges(after: Instant, through: Instant) throws -> [OwnerChange] {
        try read { db in
            let moves = try db.ownerMoves(after: after, through: through)
            let references = References(db)
            var changes: [OwnerChange] = []
            for chunk in moves.keys.sorted().chunks {
                changes += try db.records(of: Array(chunk)).compactMap { record in
                    guard let move = moves[record.change.customer] else { return nil }
                    // An opening spell that the system's own record asked for is no news to it.
                    if move.isOpening, let named = record.named,
                        case .found(move.owner) = try references.rosterRep(
                            Reference(named), from: record.change.record.source)
                    {
                        return nil
                    }
                    var change = record.change
                    change.owner = move.owner
                    change.previousOwner = move.previousOwner
                    change.changedAt = move.at
                    return change
                }
            }
            return changes.sorted { $0.record < $1.record }
        }
    }
}

/// How a customer came from one owner to another.
private struct OwnerMove {
    var owner: RepID?
    var previousOwner: RepID?
    var at: Instant
    /// Whether it had no owner before, and a migration gave it this one.
    var isOpening: Bool
}

extension Database {
    /// Customers whose owner, as it was recorded, is another one at the end than at the beginning.
    fileprivate func ownerMoves(after: Instant, through: Instant) throws -> [CustomerID: OwnerMove] {
        var moves: [CustomerID: OwnerMove] = [:]
        var spells: [(rep: RepID, kind: Spell.Kind, from: Instant, to: Instant?)] = []
        var customer: CustomerID?
        func close() {
            func held(at moment: Instant) -> Int? {
                spells.lastIndex { $0.from <= moment && ($0.to.map { $0 > moment } ?? true) }
            }
            let (before, now) = (held(at: after), held(at: through))
            let (previous, owner) = (before.map { spells[$0].rep }, now.map { spells[$0].rep })
            if let customer, previous != owner {
                let ends = spells.compactMap(\.to).filter { $0 > after && $0 <= through }
                moves[customer] = OwnerMove(
                    owner: owner, previousOwner: previous, at: now.map { spells[$0].from } ?? ends.max() ?? through,
                    isOpening: previous == nil && now.map { spells[$0].kind == .opening } ?? false)
            }
            spells = []
        }
        try each(
            """
            SELECT customer_id, rep_id, kind, recorded_at, end_recorded_at FROM spells WHERE customer_id IN (
                SELECT customer_id FROM spells WHERE recorded_at > ?1 AND recorded_at <= ?2
                UNION SELECT customer_id FROM spells WHERE end_recorded_at > ?1 AND end_recorded_at <= ?2)
            ORDER BY customer_id, recorded_at, id
            """, [after, through]
        ) { row in
            let id: CustomerID = row.id()
            if id != customer { close() }
            customer = id
            spells.append((row.id(), try row.choice(), row.instant(), row.optionalInstant()))
        }
        close()
        return moves
    }

    /// The records of these customers, and whom each names as the owner.
    fileprivate func records(of customers: [CustomerID]) throws -> [(change: OwnerChange, named: String?)] {
        try all(
            """
            SELECT r.source, r.external_id, c.id, c.status, r.owner
            FROM customers c JOIN source_records r ON r.customer = c.number
            WHERE c.id IN (\(marks(customers.count)))
            """, customers
        ) { row in
            let (key, customer) = (row.key(), row.id() as CustomerID)
            return (
                OwnerChange(record: key, customer: customer, status: try row.choice(), owner: nil), row.optionalText()
            )
        }
    }
}
