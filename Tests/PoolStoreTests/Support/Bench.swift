import PoolStore
import Records
import Testing

/// A store on the bench: shorthands for what a test puts into it. Days are counted from 2026-11-01, times are Shanghai's.
final class Bench {
    let store: any Store
    let zone: Zone

    init(_ store: any Store) throws {
        self.store = store
        zone = try #require(Zone(named: "Asia/Shanghai"))
    }

    convenience init(_ factory: StoreFactory) throws { try self.init(factory.make()) }

    // MARK: Time

    func date(_ day: Int) -> BusinessDate { BusinessDate(dayNumber: 20_757 + day) }
    func at(_ day: Int, _ hour: Int = 12) -> Instant { zone.instant(date(day), secondOfDay: hour * 3600) }
    /// T of a day.
    func end(_ day: Int) -> Instant { zone.end(of: date(day)) }

    // MARK: Customers

    func batch(_ entity: Entity, _ source: String, file: String? = nil) -> ImportBatch {
        let file = file ?? "\(entity.rawValue)-\(source).csv"
        return ImportBatch(
            id: Identity.batch(source: source, entity: entity, fileDigest: Array(file.utf8)), source: source,
            entity: entity,
            profile: "generic", encoding: "UTF-8", file: "inbox/\(file)", digest: Identity.digest(file.utf8),
            header: ["编号", "名称"], fields: [.id, nil])
    }

    static func record(
        _ source: String, _ id: String, _ name: String, _ change: (inout CustomerRecord) -> Void = { _ in }
    ) -> Row<CustomerRecord> {
        var value = CustomerRecord(customer: Customer(name: name))
        change(&value)
        return Row(
            key: RecordKey(source: source, externalID: id), position: SourcePosition(file: "", line: 2), value: value,
            cells: CellTexts([id, name]))
    }

    /// Stores each record as a customer of its own and returns the ids.
    @discardableResult
    func add(_ records: [Row<CustomerRecord>], day: Int = 1) throws -> [CustomerID] {
        let ids = records.map { Identity.customer(source: $0.key.source, externalID: $0.key.externalID) }
        let matched = zip(records, ids).map { record, id in
            MatchedCustomer(id: id, isNew: true, records: [RecordMatch(key: record.key, rule: nil)])
        }
        try save(matched, records, day: day)
        return ids
    }

    /// A customer of the source `erp`.
    @discardableResult
    func add(_ id: String, _ name: String? = nil, day: Int = 1) throws -> CustomerID {
        let ids = try add([Self.record("erp", id, name ?? "客户\(id)")], day: day)
        return try #require(ids.first)
    }

    /// Takes the records in, each with hashes of its keys, and joins them as matching would.
    func save(
        _ matched: [MatchedCustomer], _ records: [Row<CustomerRecord>], keys: [RecordKey: [String]] = [:],
        day: Int = 1
    ) throws {
        try intake(day) { intake in
            for (source, rows) in Dictionary(grouping: records, by: \.key.source).sorted(by: { $0.key < $1.key }) {
                _ = try intake.take(rows.map { Self.prepared($0, keys[$0.key] ?? []) }, of: batch(.customers, source))
            }
            try intake.join(matched)
        }
    }

    /// Merges customers into the first.
    func merge(_ survivor: CustomerID, _ absorbed: CustomerID..., day: Int) throws {
        let matched = MatchedCustomer(id: survivor, isNew: false, records: [], absorbed: absorbed)
        try intake(day) { try $0.join([matched]) }
    }

    /// Runs a whole intake; returns the customers that are to be made anew.
    @discardableResult
    func intake(_ day: Int = 1, _ body: (any CustomerIntake) throws -> Void) throws -> [CustomerID] {
        try store.transaction {
            let intake = try store.intake(date: date(day), at: at(day))
            try body(intake)
            return try intake.finish()
        }
    }

    static func prepared(_ row: Row<CustomerRecord>, _ keys: [String] = []) -> PreparedRow {
        PreparedRow(row, keys: keys.map(key))
    }

    static func key(_ text: String) -> KeyHash { KeyHash(kind: "T", text) }

    // MARK: Lists

    @discardableResult
    func addReps(_ reps: [Rep], day: Int = 1) throws -> [SaveOutcome] {
        let rows = reps.map { rep in
            let id = rep.id.rawValue.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
            return row("hr", id, rep)
        }
        return try store.save(BatchRows(batch: batch(.reps, "hr"), rows: rows), date: date(day), at: at(day))
    }

    /// Reps of the source `hr`, called as their ids.
    func addReps(_ ids: String..., day: Int = 1) throws {
        try addReps(ids.map { Rep(id: RepID("hr:\($0)"), name: $0) }, day: day)
    }

    func row<Value>(_ source: String, _ id: String, _ value: Value) -> Row<Value> {
        Row(
            key: RecordKey(source: source, externalID: id), position: SourcePosition(file: "list.csv", line: 2),
            value: value,
            cells: CellTexts([id, "…"]))
    }

    @discardableResult
    func followUp(
        _ id: String, _ customer: String, _ rep: String?, at: Instant, source: String = "erp", day: Int = 1,
        _ change: (inout FollowUp) -> Void = { _ in }
    ) throws -> SaveOutcome? {
        var value = FollowUp(customer: Reference(customer), rep: rep.map { Reference($0) }, at: at)
        change(&value)
        let rows = BatchRows(batch: batch(.followUps, source), rows: [row(source, id, value)])
        return try store.save(rows, date: date(day), at: self.at(day)).first
    }

    @discardableResult
    func deal(
        _ id: String, _ customer: String, _ rep: String?, _ status: Deal.Status, amount: Int64 = 0,
        closed: Instant? = nil,
        source: String = "erp", day: Int = 1
    ) throws -> SaveOutcome? {
        var value = Deal(customer: Reference(customer), rep: rep.map { Reference($0) }, status: status)
        value.amount = Money(minorUnits: amount, currency: "CNY")
        value.closedAt = closed
        let rows = BatchRows(batch: batch(.deals, source), rows: [row(source, id, value)])
        return try store.save(rows, date: date(day), at: at(day)).first
    }

    @discardableResult
    func payment(
        _ id: String, _ customer: String?, deal: String? = nil, _ rep: String? = nil, amount: Int64, paid: Instant?,
        currency: String = "CNY", source: String = "erp", day: Int = 1
    ) throws -> SaveOutcome? {
        var value = Payment(
            customer: customer.map { Reference($0) }, deal: deal.map { Reference($0) }, rep: rep.map { Reference($0) },
            amount: Money(minorUnits: amount, currency: currency))
        value.paidAt = paid
        let rows = BatchRows(batch: batch(.payments, source), rows: [row(source, id, value)])
        return try store.save(rows, date: date(day), at: at(day)).first
    }

    @discardableResult
    func claim(
        _ id: String, _ customer: String, _ rep: String, at: Instant, isWithdrawn: Bool = false, source: String = "app",
        day: Int = 1
    ) throws -> SaveOutcome? {
        let value = Claim(
            customer: Reference(customer), rep: Reference(rep), requestedAt: at, isWithdrawn: isWithdrawn)
        let rows = BatchRows(batch: batch(.claims, source), rows: [row(source, id, value)])
        return try store.save(rows, date: date(day), at: self.at(day)).first
    }

    // MARK: The night

    func grant(_ kind: Decision.Kind, _ customer: CustomerID, _ rep: RepID, day: Int) throws {
        try store.apply([Self.decision(kind, customer, rep)], date: date(day), at: end(day))
    }

    static func decision(
        _ kind: Decision.Kind, _ customer: CustomerID, _ rep: RepID?, isGranted: Bool = true, reason: ReasonCode? = nil,
        request: String? = nil
    ) -> Decision {
        let usual: ReasonCode =
            switch kind {
            case .claim: .firstCome
            case .allocation: .nextInRotation
            case .recycle: .overdue
            }
        return Decision(
            kind: kind, customer: customer, rep: rep, isGranted: isGranted, reason: reason ?? usual, request: request)
    }

    func complete(_ stages: Stage..., day: Int) throws {
        for stage in stages { try store.complete(stage, of: date(day), counts: [:]) }
    }

    // MARK: Looking

    func status(_ customer: CustomerID) throws -> CustomerStatus? { try store.summaries(of: [customer]).first?.status }

    func events(_ kinds: Event.Kind...) throws -> [Event] {
        var events: [Event] = []
        try store.forEachEvent { if kinds.isEmpty || kinds.contains($0.event.kind) { events.append($0.event) } }
        return events
    }

    func rows(_ table: ExportTable) throws -> [[String]] {
        var rows: [[String]] = []
        try store.forEachRow(of: table, zone: zone) { rows.append($0) }
        return rows
    }
}

let ann = RepID("hr:ann")
let bob = RepID("hr:bob")

extension Resolution {
    /// For comparing: what was found, or all candidates.
    var ids: [String] {
        switch self {
        case .found(let id): [id.rawValue]
        case .ambiguous(let ids): ids.map(\.rawValue)
        case .none: []
        }
    }

    var isAmbiguous: Bool { if case .ambiguous = self { true } else { false } }
}
