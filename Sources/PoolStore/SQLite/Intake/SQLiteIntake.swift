import GRDB
import Records

extension SQLiteStore {
    package func intake(date: BusinessDate, at: Instant) throws -> any CustomerIntake {
        try read { try SQLiteIntake(Change(db: $0, date: date, at: at), isBulk: isBulk) }
    }
}

/// The intake of the SQLite store.
///
/// A new record's customer has the record's number; joining gives a record another customer and drops its own, so that
/// the common row, which joins nobody, is written once.
final class SQLiteIntake: CustomerIntake {
    let change: Change
    var db: Database { change.db }
    let firstNumber: Int
    private var nextNumber: Int
    let statements: IntakeStatements
    let index: KeyIndex
    private let lateIndexes: LateIndexes
    /// Asked only about rows that this program wrote.
    lazy var references = References(db)
    var entries = KeyEntries()
    /// Sources of which records were stored before.
    private var knownSources: [String: Bool] = [:]
    private var notedBatches: Set<BatchID> = []
    /// Numbers the intakes of a store, so that each keeps what it replaced.
    private let intake: Int
    /// Known records that this intake changed.
    var changed: Set<Int> = []
    /// Customers of one record that says something new.
    private var updatedCustomers: Set<CustomerID> = []
    var wins: Set<CustomerNumber> = []
    var touched: Set<CustomerNumber> = []
    /// Whether people said anything about industries.
    private let hasDecisions: Bool

    /// `isBulk`: some hundred thousand rows will come.
    init(_ change: Change, isBulk: Bool) throws {
        self.change = change
        let last = try change.db.count(
            """
            SELECT max(coalesce((SELECT max(number) FROM source_records), 0),
                coalesce((SELECT max(number) FROM customers), 0))
            """)
        firstNumber = last + 1
        intake = try change.db.count("SELECT coalesce(max(intake), 0) + 1 FROM record_versions")
        nextNumber = firstNumber
        statements = try IntakeStatements(change.db, at: change.at)
        index = try KeyIndex(change.db)
        lateIndexes = LateIndexes(change.db)
        if isBulk, last < Self.fewRecords {
            try lateIndexes.drop(["customers_by_id", "source_records_by_key", "source_records_by_owner"])
        }
        hasDecisions = try change.db.count("SELECT EXISTS (SELECT 1 FROM industry_decisions)") == 1
    }

    /// So many that their indexes are sooner built anew than kept through a bulk of rows.
    private static let fewRecords = 50_000

    /// Orders new customers by their id. A few are sooner sorted than picked out of all in the order of the index, which is
    /// what SQLite does unless a sign keeps it from that.
    private var sortedID: String { nextNumber - firstNumber < firstNumber ? "+id" : "id" }

    /// From here on records and customers are found by what they are called, too.
    func buildIndexes() throws { try lateIndexes.build() }

    // MARK: Taking rows

    func take(_ rows: [PreparedRow], of batch: ImportBatch, areOurs: Bool) throws -> [SaveOutcome] {
        try note(batch)
        let stored = try stored(rows)
        return try rows.map { row in
            if areOurs, try isEcho(row, stored[row.key]) { return .unchanged }
            guard let known = stored[row.key] else {
                try add(row, batch.id)
                return .new
            }
            if known.digest == row.digest { return .unchanged }
            try update(known, to: row, batch.id)
            return .updated
        }
    }

    private func note(_ batch: ImportBatch) throws {
        if notedBatches.insert(batch.id).inserted { try change.note(batch) }
    }

    /// What is known of a stored record before it is replaced.
    struct Stored {
        var number: Int
        var customer: CustomerNumber
        var digest: [UInt8]
    }

    private func stored(_ rows: [PreparedRow]) throws -> [RecordKey: Stored] {
        var found: [RecordKey: Stored] = [:]
        for (source, rows) in Dictionary(grouping: rows, by: \.key.source) {
            let isKnown =
                try knownSources[source]
                ?? (db.count(
                    "SELECT EXISTS (SELECT 1 FROM source_records WHERE source = ? AND number < ?)",
                    [source, firstNumber]) == 1)
            knownSources[source] = isKnown
            guard isKnown else { continue }
            try buildIndexes()
            for row in rows { found[row.key] = try stored(row.key) }
        }
        return found
    }

    func stored(_ key: RecordKey) throws -> Stored? {
        try db.first(
            "SELECT number, customer, digest FROM source_records WHERE source = ? AND external_id = ?",
            [key.source, key.externalID]
        ) { Stored(number: $0.integer(), customer: $0.integer(), digest: $0.bytes()) }
    }

    private func add(_ row: PreparedRow, _ batch: BatchID) throws {
        let number = nextNumber
        nextNumber += 1
        try statements.addCustomer(row, number)
        try statements.addRecord(row, number, customer: number, batch)
        index(row, number)
        if row.isWon { wins.insert(number) }
        // It was here before, and was taken back.
        if hasDecisions, try db.isIndustryDecided(of: number) { touched.insert(number) }
    }

    private func index(_ row: PreparedRow, _ number: Int) {
        for hash in row.keys { entries.add(hash, number, isReference: false) }
        for hash in row.references { entries.add(hash, number, isReference: true) }
    }

    /// What a known record said before is kept under the batch that replaced it.
    private func update(_ known: Stored, to row: PreparedRow, _ batch: BatchID) throws {
        if known.number < firstNumber {
            try db.run(
                """
                INSERT OR IGNORE INTO record_versions (number, intake, replaced_by, \(recordContent))
                SELECT number, ?, ?, \(recordContent) FROM source_records WHERE number = ?
                """, [intake, batch, known.number])
        }
        try changeRecord(known) {
            try statements.replaceRecord(row, known.number, batch)
            index(row, known.number)
        }
        changed.insert(known.number)
    }

    /// A customer of one record says what that record says; one of several is to be made anew.
    private func changeRecord(_ record: Stored, _ body: () throws -> Void) throws {
        let customer = record.customer
        let before = try db.storedCustomer(record.number)
        try body()
        wins.insert(customer)
        let isAlone = try db.count("SELECT count(*) FROM source_records WHERE customer = ?", [customer]) == 1
        guard isAlone, try !(hasDecisions && db.isIndustryDecided(of: customer)) else {
            touched.insert(customer)
            return
        }
        guard let after = try db.storedCustomer(record.number), after != before else { return }
        try change.show(after, as: customer)
        try db.run("UPDATE customers SET clean = NULL WHERE number = ?", [customer])
        if customer < firstNumber, let id = try db.id(of: customer) { updatedCustomers.insert(id) }
    }

    // MARK: Contested keys

    func rows(of keys: [RecordKey]) throws -> [RecordKey: Records.Row<CustomerRecord>] {
        try buildIndexes()
        var rows: [RecordKey: Records.Row<CustomerRecord>] = [:]
        for key in keys {
            rows[key] = try db.storedRows(where: "r.source = ? AND r.external_id = ?", [key.source, key.externalID])
                .first?.row
        }
        return rows
    }

    func replace(_ key: RecordKey, with row: (PreparedRow, ImportBatch)?) throws -> SaveOutcome {
        guard let now = try stored(key) else { throw StoreError.damaged("\(key) was never taken") }
        let before =
            try db.first(
                "SELECT digest FROM record_versions WHERE number = ? AND intake = ?", [now.number, intake]
            ) { $0.bytes() } ?? (now.number < firstNumber ? now.digest : nil)
        guard let (row, batch) = row, row.digest != before else {
            try restore(now)
            return .unchanged
        }
        try note(batch)
        if row.digest != now.digest || now.number >= firstNumber {
            try update(now, to: row, batch.id)
        }
        return before == nil ? .new : .updated
    }

    private func restore(_ now: Stored) throws {
        guard now.number < firstNumber else {
            try db.run("DELETE FROM source_records WHERE number = ?", [now.number])
            try db.run("DELETE FROM customers WHERE number = ?", [now.customer])
            wins.remove(now.customer)
            return
        }
        guard changed.remove(now.number) != nil else { return }
        try changeRecord(now) {
            try db.run(
                """
                UPDATE source_records SET (\(recordContent)) = (
                    SELECT \(recordContent) FROM record_versions WHERE number = source_records.number AND intake = ?)
                WHERE number = ?
                """, [intake, now.number])
            try db.run("DELETE FROM record_versions WHERE number = ? AND intake = ?", [now.number, intake])
        }
        if let id = try db.id(of: now.customer) { updatedCustomers.remove(id) }
    }

    // MARK: The end

    func finish() throws -> [CustomerID] {
        // Where nobody asked for candidates, the keys are indexed all the same.
        _ = try candidates()
        try db.run(
            """
            INSERT INTO events (business_date, at, recorded_at, kind, customer_id, payload)
            SELECT ?, ?, ?, ?, id, '{}' FROM customers WHERE number >= ? ORDER BY \(sortedID)
            """, [change.date, change.at, change.at, Event.Kind.customerCreated.rawValue, firstNumber])
        try db.run(
            """
            INSERT INTO movements (customer_id, rep_id, change, how, at)
            SELECT NULL, NULL, count(*), 'imported', ? FROM customers WHERE number >= ? HAVING count(*) > 0
            """, [change.at, firstNumber])
        for customer in wins.sorted() {
            if let id = try db.first("SELECT id FROM customers WHERE number = ?", [customer], { $0.id() as CustomerID })
            {
                try change.refreshWin(of: id)
            }
        }
        for customer in updatedCustomers.sorted() { change.log(.customerUpdated, customer: customer) }
        try db.append(change.events)
        change.events = []
        return try touched.sorted().chunks.flatMap { chunk in
            try db.all("SELECT id FROM customers WHERE number IN (\(marks(chunk.count)))", Array(chunk)) {
                $0.id() as CustomerID
            }
        }.sorted()
    }
}

extension SQLiteIntake {
    func newCustomers() throws -> [CustomerID] {
        try db.all("SELECT id FROM customers WHERE number >= ? ORDER BY \(sortedID)", [firstNumber]) { $0.id() }
    }
}

/// What of a record a version keeps.
private let recordContent = "batch_id, line, digest, cells, clean, owner, locked_until, won_at"
