import GRDB
import Records

extension SQLiteStore {
    package func forEachRow(of table: ExportTable, zone: Zone, _ visit: ([String]) throws -> Void) throws {
        try read { db in
            let reps = table == .owners ? RepDirectory(try db.reps()) : nil
            try db.each(table.query) { row in
                var cells = ExportRow(zone: zone)
                cells.reps = reps
                try table.fill(&cells, from: &row)
                try visit(cells.texts)
            }
        }
    }
}

/// Collects the cells of one row, each written as SPEC.md, contract 4, wants it.
struct ExportRow {
    let zone: Zone
    /// For tables that say what other systems call a rep.
    var reps: RepDirectory?
    private(set) var texts: [String] = []

    init(zone: Zone) { self.zone = zone }

    mutating func add(_ text: String?) { texts.append(text ?? "") }
    mutating func add(_ number: Int?) { add(number.map { String($0) }) }
    mutating func add(_ date: BusinessDate?) { add(date?.description) }
    mutating func add(_ instant: Instant?) { add(instant.map { zone.iso($0) }) }
    mutating func add(_ list: [String]) { add(list.joined(separator: ";")) }
    mutating func add(_ money: Money?) { add(money?.majorUnits) }
    mutating func add(_ band: Band?) { add(band?.text) }
    mutating func add(_ flag: Bool?) { add(flag.map { $0 ? "true" : "false" }) }

    /// 0 to 1, as the nearest number of four decimals.
    mutating func addShare(_ share: Double?) {
        guard let share, share.isFinite else { return add(nil as String?) }
        let tenThousandths = Int((min(max(share, -1_000_000), 1_000_000) * 10_000).rounded())
        let magnitude = tenThousandths.magnitude
        let sign = tenThousandths < 0 ? "-" : ""
        add("\(sign)\(magnitude / 10_000).\(padded(Int(magnitude % 10_000), 4))")
    }

    /// The next columns of `row`, as they are.
    mutating func copy(_ count: Int, from row: inout ColumnReader) {
        for _ in 0..<count { add(row.optionalText()) }
    }
}

extension ExportTable {
    fileprivate var query: String {
        switch self {
        case .customers:
            """
            SELECT c.id, c.status, c.hold, s.rep_id, \(CustomerColumns.clean)
            FROM customers c LEFT JOIN spells s ON s.customer_id = c.id AND s.ended_at IS NULL ORDER BY c.id
            """
        case .pool:
            """
            SELECT c.id, c.pool_since, c.hold, \(CustomerColumns.clean) FROM customers c WHERE c.status = 'pool' ORDER BY c.id
            """
        case .sources:
            """
            SELECT r.batch_id, r.source, r.external_id, b.file, r.line, c.id, r.match_rule, r.match_probability
            FROM source_records r JOIN batches b ON b.id = r.batch_id JOIN customers c ON c.number = r.customer
            ORDER BY r.source, r.external_id
            """
        case .assignments:
            """
            SELECT business_date, customer_id, rep_id, kind, strategy, score, rank, reason FROM decisions
            WHERE is_granted = 1 AND kind IN ('claim', 'allocation') ORDER BY business_date, ordinal
            """
        case .spells:
            """
            SELECT customer_id, rep_id, started_at, ended_at, end_reason, kind FROM spells
            ORDER BY customer_id, started_at, rep_id, id
            """
        case .events: "SELECT \(eventColumns) FROM events ORDER BY seq"
        case .reps:
            """
            SELECT \(repColumns), is_former, (SELECT a.rep_id FROM rep_aliases a WHERE a.alias = reps.id)
            FROM reps ORDER BY id
            """
        case .contacts:
            """
            SELECT source, external_id, customer_id, name, title, mobile, phone, email, wechat, is_decision_maker
            FROM contacts ORDER BY source, external_id
            """
        case .followUps:
            """
            SELECT source, external_id, customer_id, rep_id, at, recorded_at, channel, outcome, next_at, counts, note
            FROM follow_ups ORDER BY source, external_id
            """
        case .deals:
            """
            SELECT source, external_id, customer_id, rep_id, stage, status, amount_minor, amount_currency, created_at,
            closed_at FROM deals ORDER BY source, external_id
            """
        case .payments:
            """
            SELECT source, external_id, customer_id, deal_source, deal_id, rep_id, paid_at, amount_minor,
            amount_currency, status FROM payments ORDER BY source, external_id
            """
        case .owners:
            """
            SELECT r.source, r.external_id, c.id, c.status, s.rep_id, s.recorded_at
            FROM source_records r JOIN customers c ON c.number = r.customer
            LEFT JOIN spells s ON s.customer_id = c.id AND s.ended_at IS NULL ORDER BY r.source, r.external_id
            """
        }
    }

    fileprivate func fill(_ cells: inout ExportRow, from row: inout ColumnReader) throws {
        switch self {
        case .customers: try cells.addCustomer(&row)
        case .pool: try cells.addPooled(&row)
        case .sources: cells.addSource(&row)
        case .assignments: cells.addAssignment(&row)
        case .spells: cells.addSpell(&row)
        case .events: try cells.addEvent(row.numberedEvent())
        case .reps: cells.addRep(try row.rep(), isFormer: row.flag(), aliasOf: row.optionalID())
        case .contacts:
            cells.copy(9, from: &row)
            cells.add(row.optionalFlag())
        case .followUps: cells.addFollowUp(&row)
        case .deals: cells.addDeal(&row)
        case .payments: cells.addPayment(&row)
        case .owners: try cells.addOwner(&row)
        }
    }
}
