import GRDB
import Records

/// A merge, as it goes into the journal.
struct Merge {
    var absorbed: CustomerID
    var survivor: CustomerID
    var moment: Instant
    var batches: [BatchID]
}

/// A merge as the journal kept it: how both customers stood before.
struct JournalledMerge {
    var step: Int
    var batches: [BatchID]
    var absorbed: CustomerID
    var survivor: CustomerID
    var mergedAt: Instant
    var openSpell: Int?
    var keptOpenSpell: Int?
}

extension Change {
    /// Keeps how both stand, before anything of the merge is done.
    func note(_ merge: Merge) throws {
        try db.run(
            """
            INSERT INTO merge_journal (batches, absorbed, survivor, number, merged_at, hold, stored_at, entered_pool_at,
                pool_since, open_spell, kept_hold, kept_pool_since, kept_open_spell, is_plain, decision, records, spells,
                decisions, merges, last_spell, kept_decision)
            SELECT ?, a.id, k.id, a.number, ?, a.hold, a.stored_at, a.entered_pool_at, a.pool_since,
                (SELECT id FROM spells WHERE customer_id = a.id AND ended_at IS NULL), k.hold, k.pool_since,
                (SELECT id FROM spells WHERE customer_id = k.id AND ended_at IS NULL),
                a.retired_at IS NULL AND k.retired_at IS NULL,
                (SELECT json_array(owner, since, hold, rule, others) FROM ownership_decisions WHERE customer_id = a.id),
                (SELECT json_group_array(number) FROM source_records WHERE customer = a.number),
                (SELECT json_group_array(id) FROM spells WHERE customer_id = a.id),
                (SELECT json_group_array(business_date || '/' || ordinal) FROM decisions WHERE customer_id = a.id),
                (SELECT json_group_array(absorbed) FROM merges WHERE survivor = a.id),
                (SELECT coalesce(max(id), 0) FROM spells),
                coalesce((SELECT json_array(owner, since, hold, rule, others) FROM ownership_decisions
                    WHERE customer_id = k.id), 'null')
            FROM customers a, customers k WHERE a.id = ? AND k.id = ?
            """,
            [CompactJSON.array(merge.batches.map(\.rawValue)), merge.moment, merge.absorbed, merge.survivor])
    }
}

extension Database {
    /// The merges that the batch has a part in, the last one first.
    func merges(because batch: BatchID) throws -> [JournalledMerge] {
        try all(
            """
            SELECT step, batches, absorbed, survivor, merged_at, open_spell, kept_open_spell FROM merge_journal
            WHERE EXISTS (SELECT 1 FROM json_each(batches) WHERE value = ?) ORDER BY step DESC
            """, [batch]
        ) { try $0.journalledMerge() }
    }

    /// What was merged into the customer, the last one first.
    func merges(into survivor: CustomerID) throws -> [JournalledMerge] {
        try all(
            """
            SELECT step, batches, absorbed, survivor, merged_at, open_spell, kept_open_spell FROM merge_journal
            WHERE survivor = ? ORDER BY step DESC
            """, [survivor]
        ) { try $0.journalledMerge() }
    }

    /// Whether it is still certain what was whose: nothing but the settling of ownership has happened to the two since.
    func canBeTakenApart(_ merge: JournalledMerge, of batch: BatchID) throws -> Bool {
        try merge.batches == [batch] && isStillCertain(merge)
    }

    /// The same, whoever joined them.
    func isStillCertain(_ merge: JournalledMerge) throws -> Bool {
        try count(
            """
            SELECT count(*) FROM merge_journal j JOIN customers c ON c.id = j.survivor
            JOIN merges m ON m.absorbed = j.absorbed AND m.survivor = j.survivor
            WHERE j.step = ? AND j.is_plain AND c.retired_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM merge_journal l WHERE l.survivor = j.survivor AND l.step > j.step
                    AND l.batches <> j.batches)
                AND NOT EXISTS (SELECT 1 FROM spells s WHERE s.customer_id = j.survivor AND s.id > j.last_spell
                    AND (s.kind <> 'opening' OR coalesce(s.end_reason, 'undone') <> 'undone'))
                AND NOT EXISTS (SELECT 1 FROM spells s WHERE s.id IN (j.open_spell, j.kept_open_spell)
                    AND coalesce(s.end_reason, 'undone') NOT IN ('merged', 'undone'))
                AND EXISTS (SELECT 1 FROM source_records r WHERE r.customer = c.number
                    AND r.number IN (SELECT value FROM json_each(j.records)))
            """, [merge.step]) > 0
    }
}

extension ColumnReader {
    fileprivate mutating func journalledMerge() throws -> JournalledMerge {
        JournalledMerge(
            step: integer(), batches: try list().map { BatchID($0) }, absorbed: id(), survivor: id(),
            mergedAt: instant(), openSpell: optionalInteger(), keptOpenSpell: optionalInteger())
    }
}
