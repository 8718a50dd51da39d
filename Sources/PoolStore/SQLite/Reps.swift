import GRDB
import Records
import Rules

private let repColumnNames = [
    "id", "name", "email", "team", "manager_email", "is_active", "starts_on", "ends_on", "leave", "industries",
    "sizes", "regions", "needs", "claim_limit", "intake_limit", "holding_limit", "aliases",
]
let repColumns = repColumnNames.joined(separator: ", ")

extension SQLiteStore {
    package func save(_ batch: BatchRows<Rep>, date: BusinessDate, at: Instant) throws -> [SaveOutcome] {
        try change(date, at) { change in
            try change.note(batch.batch)
            let outcomes = try batch.rows.map { try change.save($0, batch: batch.batch.id) }
            if outcomes.contains(where: { $0 != .unchanged }) { try change.replaceFormerReps() }
            return outcomes
        }
    }

    package func reps() throws -> [Rep] { try read { try $0.reps() } }

    package func standings(
        windowStart: Instant, until: Instant, heldAt: Instant?, rules: ClaimRules
    ) throws -> [RepStanding] {
        try read { db in
            let tiers = try db.pairs("SELECT rep_id, tier FROM tiers WHERE at <= ? ORDER BY month, rep_id", [until]) {
                $0.text()
            }
            let claims = try db.starts(windowStart, until, kinds: "'claim'")
            let intake = try db.starts(windowStart, until, kinds: "'claim', 'allocation'")
            let holdings = try db.holdingCounts(at: heldAt, rules)
            return try db.reps().map {
                RepStanding(
                    rep: $0, tier: tiers[$0.id], claimsInWindow: claims[$0.id] ?? 0, intakeInWindow: intake[$0.id] ?? 0,
                    holdings: holdings[$0.id] ?? 0)
            }
        }
    }
}

extension Database {
    /// Without those who are somebody else; their ids stand among that one's aliases.
    func reps() throws -> [Rep] {
        let joined = try aliases()
        var ids: [RepID: [String]] = [:]
        for alias in joined.keys.sorted() {
            if let rep = joined[alias] { ids[rep, default: []].append(alias.rawValue) }
        }
        var reps = try all("SELECT \(repColumns) FROM reps ORDER BY id") { try $0.rep() }
        reps.removeAll { joined[$0.id] != nil }
        for index in reps.indices {
            let known = Set(reps[index].aliases)
            reps[index].aliases += (ids[reps[index].id] ?? []).filter { !known.contains($0) }
        }
        return reps
    }

    /// How many customers that count each rep held at a moment; `nil`: holds.
    fileprivate func holdingCounts(at moment: Instant?, _ rules: ClaimRules) throws -> [RepID: Int] {
        let levels = rules.levelsExcludedFromHolding.map(\.rawValue)
        if moment == nil, !rules.excludesOpenDealsFromHolding, levels.isEmpty {
            return try pairs(
                """
                SELECT s.rep_id, count(*) FROM spells s INDEXED BY spells_open
                WHERE s.ended_at IS NULL AND NOT EXISTS (
                    SELECT 1 FROM customers c INDEXED BY customers_won WHERE c.id = s.customer_id AND c.won_at IS NOT NULL)
                GROUP BY s.rep_id ORDER BY s.rep_id
                """, []
            ) { $0.integer() }
        }
        let held =
            moment == nil
            ? "s.ended_at IS NULL AND c.won_at IS NULL"
            : "s.started_at <= ? AND (s.ended_at IS NULL OR s.ended_at > ?) AND (c.won_at IS NULL OR c.won_at > ?)"
        let openDeals =
            rules.excludesOpenDealsFromHolding
            ? "AND NOT EXISTS (SELECT 1 FROM deals d WHERE d.customer_id = c.id AND d.status = 'open')" : ""
        return try pairs(
            """
            SELECT s.rep_id, count(*) FROM spells s JOIN customers c ON c.id = s.customer_id
            WHERE \(held) \(openDeals) AND coalesce(c.level, '') NOT IN (\(marks(levels.count)))
            GROUP BY s.rep_id ORDER BY s.rep_id
            """, (moment.map { [$0, $0, $0] } ?? []) + levels
        ) { $0.integer() }
    }

    fileprivate func starts(_ from: Instant, _ until: Instant, kinds: String) throws -> [RepID: Int] {
        try pairs(
            """
            SELECT rep_id, count(*) FROM spells INDEXED BY spells_by_start
            WHERE kind IN (\(kinds)) AND started_at >= ? AND started_at <= ? GROUP BY rep_id ORDER BY rep_id
            """, [from, until]
        ) { $0.integer() }
    }

    /// Values by rep; of two for one rep the last.
    fileprivate func pairs<Value>(
        _ sql: String, _ arguments: [SQLValue], _ value: (inout ColumnReader) -> Value
    ) throws -> [RepID: Value] {
        let pairs = try all(sql, arguments) { (rep: $0.id() as RepID, value: value(&$0)) }
        return Dictionary(pairs.map { ($0.rep, $0.value) }) { $1 }
    }
}

extension Change {
    fileprivate func save(_ row: Records.Row<Rep>, batch: BatchID) throws -> SaveOutcome {
        let stored = try db.first("SELECT \(repColumns), is_former FROM reps WHERE id = ?", [row.value.id]) {
            (rep: try $0.rep(), isFormer: $0.flag())
        }
        if let stored, !stored.isFormer, stored.rep == row.value { return .unchanged }
        if stored != nil { try keepVersion(of: row.key, in: "reps", replacedBy: batch) }
        try write(row.value, key: row.key, batch: batch, line: row.position.line, digest: row.cells.digest)
        return stored.map { !$0.isFormer } ?? false ? .updated : .new
    }

    private func write(
        _ rep: Rep, key: RecordKey, batch: BatchID?, line: Int?, digest: String, isFormer: Bool = false
    ) throws {
        let own = ["source", "external_id", "batch_id", "line", "digest", "is_former"]
        let names = own + repColumnNames
        try db.run(
            """
            INSERT INTO reps (\(names.joined(separator: ", "))) VALUES (\(marks(names.count)))
            ON CONFLICT (id) DO UPDATE SET \(replacements(names.filter { $0 != "id" }))
            """, [key.source, key.externalID, batch, line, digest, isFormer] + values(of: rep))
    }

    private func values(of rep: Rep) -> [SQLValue] {
        let leave = rep.leave.map { "\($0.lowerBound)/\($0.upperBound)" }
        let person: [SQLValue] = [
            rep.id, rep.name, rep.email, rep.team, rep.managerEmail, rep.isActive, rep.startsOn, rep.endsOn,
        ]
        return person + [
            CompactJSON.array(leave), CompactJSON.array(rep.industries),
            CompactJSON.array(rep.sizes.map(\.rawValue)), CompactJSON.array(rep.regions),
            CompactJSON.array(rep.needs), rep.claimLimit, rep.intakeLimit, rep.holdingLimit,
            CompactJSON.array(rep.aliases),
        ]
    }

    // MARK: Former reps

    /// Somebody whom only history knows: nobody's colleague any more, but what he did stays his.
    func makeFormerRep(_ text: String, source: String) throws -> RepID {
        let key = RecordKey(source: source, externalID: text)
        var rep = Rep(id: Identity.rep(source: source, externalID: text), name: text)
        rep.isActive = false
        try write(rep, key: key, batch: nil, line: nil, digest: "", isFormer: true)
        return rep.id
    }

    /// Former reps whom the roster knows by now are these people; rows that named them move, with events that say so.
    fileprivate func replaceFormerReps() throws {
        let references = References(db)
        let former = try db.all(
            """
            SELECT id, source, external_id FROM reps
            WHERE is_former = 1 AND id NOT IN (SELECT alias FROM rep_aliases) ORDER BY id
            """
        ) { (id: $0.id() as RepID, key: $0.key()) }
        for (id, key) in former {
            guard case .found(let rep) = try references.rosterRep(Reference(key.externalID), from: key.source) else {
                continue
            }
            try reassign(FollowUp.self, from: id, to: rep)
            try reassign(Deal.self, from: id, to: rep)
            try reassign(Payment.self, from: id, to: rep)
            try reassign(Claim.self, from: id, to: rep)
            try db.run("DELETE FROM reps WHERE id = ?", [id])
        }
    }
}

extension ColumnReader {
    /// Reads `repColumns`.
    mutating func rep() throws -> Rep {
        var rep = Rep(id: id(), name: text())
        rep.email = optionalText()
        rep.team = optionalText()
        rep.managerEmail = optionalText()
        rep.isActive = flag()
        rep.startsOn = optionalDate()
        rep.endsOn = optionalDate()
        rep.leave = try list().map { text in
            guard let first = BusinessDate(iso: text.prefix(10)), let last = BusinessDate(iso: text.suffix(10)),
                first <= last
            else { throw StoreError.damaged("'\(text)' is no leave") }
            return first...last
        }
        rep.industries = try list()
        rep.sizes = try list().compactMap { Size.Class(rawValue: $0) }
        rep.regions = try list()
        rep.needs = try list()
        rep.claimLimit = optionalInteger()
        rep.intakeLimit = optionalInteger()
        rep.holdingLimit = optionalInteger()
        rep.aliases = try list()
        return rep
    }
}
