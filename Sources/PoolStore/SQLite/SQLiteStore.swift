import Foundation
import GRDB
import Records

typealias SQLRow = GRDB.Row

/// The embedded store: one SQLite file in WAL mode, fully synchronous, for one process at a time and one thread in it.
package final class SQLiteStore: Store {
    let queue: DatabaseQueue
    /// Whether much is being stored at once.
    private(set) var isBulk = false

    /// Opens the store at `path`, or makes one (mode 0600), and brings its layout up to date.
    ///
    /// Throws `StoreError` where the file is another program's or a newer version's.
    package init(path: String) throws {
        try Self.prepareFile(at: path)
        queue = try DatabaseQueue(path: path, configuration: Self.configuration)
        try Schema.migrate(queue, path: path)
    }

    /// A store in memory, for tests and rehearsals: gone when it is released.
    package init() throws {
        queue = try DatabaseQueue(configuration: Self.configuration)
        try Schema.migrate(queue, path: ":memory:")
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA page_size = 8192;
                    PRAGMA journal_mode = WAL;
                    PRAGMA synchronous = EXTRA;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA cache_size = -65536;
                    """)
        }
        return configuration
    }

    /// SQLite gives its -wal and -shm files the mode of the database, so the file has to exist before it is opened.
    private static func prepareFile(at path: String) throws {
        let manager = FileManager.default
        let mode: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        if manager.fileExists(atPath: path) {
            try manager.setAttributes(mode, ofItemAtPath: path)
        } else if !manager.createFile(atPath: path, contents: nil, attributes: mode) {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
        }
    }

    // MARK: Transactions

    package func transaction<Result>(_ body: () throws -> Result) throws -> Result { try write { _ in try body() } }

    /// Pages that are new go straight to their place instead of through the log, which halves what is written. EXTRA makes
    /// this journal as durable as the log. Only between transactions can the journal be changed, so not inside another,
    /// and only while nobody else reads: otherwise it goes through the log as everything does.
    package func bulkTransaction<Result>(_ body: () throws -> Result) throws -> Result {
        isBulk = true
        defer { isBulk = false }
        guard queue.unsafeReentrantRead({ !$0.isInsideTransaction }) else { return try transaction(body) }
        func setJournal(_ mode: String) throws {
            try queue.unsafeReentrantWrite { try $0.execute(sql: "PRAGMA journal_mode = \(mode)") }
        }
        do {
            try setJournal("DELETE")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            return try transaction(body)
        }
        defer { try? setJournal("WAL") }
        return try transaction(body)
    }

    package func rehearsal<Result>(_ body: () throws -> Result) throws -> Result {
        try savepoint(.rollback) { _ in try body() }
    }

    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try queue.unsafeReentrantWrite { try body($0) }
    }

    func write<Result>(_ body: (Database) throws -> Result) throws -> Result { try savepoint(.commit, body) }

    /// Does one atomic piece of work and appends the events that it left.
    func change<Result>(_ date: BusinessDate, _ at: Instant, _ body: (Change) throws -> Result) throws -> Result {
        try write { db in
            let change = Change(db: db, date: date, at: at)
            let result = try body(change)
            try db.append(change.events)
            return result
        }
    }

    /// The outermost one begins an immediate transaction, so that it never has to upgrade from reading to writing.
    private func savepoint<Result>(
        _ completion: Database.TransactionCompletion, _ body: (Database) throws -> Result
    ) throws -> Result {
        try queue.unsafeReentrantWrite { db in
            var result: Result?
            try db.inSavepoint {
                result = try body(db)
                return completion
            }
            guard let result else { throw StoreError.damaged("a transaction ended without its result") }
            return result
        }
    }
}

/// One atomic piece of work: the connection, when it happens, and the events that it leaves in the ledger.
final class Change {
    let db: Database
    let date: BusinessDate
    let at: Instant
    var events: [Event] = []
    /// Spells that should not have ended and go on.
    var restoredSpells = 0

    init(db: Database, date: BusinessDate, at: Instant) {
        self.db = db
        self.date = date
        self.at = at
    }

    /// Leaves an event. `happenedAt`: where that is not the moment of this change.
    func log(
        _ kind: Event.Kind, happenedAt: Instant? = nil, customer: CustomerID? = nil, rep: RepID? = nil,
        batch: BatchID? = nil, run: String? = nil, payload: [String: String?] = [:]
    ) {
        events.append(
            Event(
                kind, businessDate: date, at: happenedAt ?? at, recordedAt: at, customer: customer, rep: rep,
                batch: batch, run: run, payload: payload.compactMapValues { $0 }))
    }
}
