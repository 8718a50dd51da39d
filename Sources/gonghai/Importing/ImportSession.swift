import Allocation
import Foundation
import Ingestion
import Matching
import Normalization
import PoolStore
import Records
import Rules

/// Files on their way into the store: looked at and read one by one, matched together, saved in one transaction.
///
/// Customers of all files are matched in one go, and rosters go in before what refers to them, so that the order of
/// the files makes no difference.
struct ImportSession {
    let workspace: Workspace
    /// The business date that the rows are booked on, and the moment.
    let date: BusinessDate
    let at: Instant
    /// Rows dated later than this day are dated in the future.
    let asOf: BusinessDate
    var progress: Progress?

    /// Reads every list of every file; a file that cannot be used is an error in the list and does not stop the others.
    func read(_ paths: [URL], options: ImportOptions) -> (files: [FileRows], errors: [InputError]) {
        var files: [FileRows] = []
        var errors: [InputError] = []
        for path in paths {
            do {
                files += try read(path, options: options)
            } catch let error as InputError {
                errors.append(error)
            } catch {
                errors.append(
                    InputError(file: workspace.shown(path), message: "the file cannot be read: \(error)"))
            }
        }
        return (files, errors)
    }

    private func read(_ path: URL, options: ImportOptions) throws -> [FileRows] {
        let shown = workspace.shown(path)
        var options = completed(options, for: path)
        if let batch = try ExportFile.rejectBatches(path: path.path, shownAs: shown).first,
            let known = try workspace.store().batch(BatchID(batch))
        {
            options = options.restored(from: known)
        }
        return try ExportFile.openAll(path: path.path, shownAs: shown, options: options).map { list in
            var rows = try FileRows.read(list, rules: workspace.rules, asOf: asOf)
            rows.path = path.path
            rows.part = list.part
            return rows
        }
    }

    /// What the command line leaves open, gonghai.yaml may say by the file's name.
    private func completed(_ options: ImportOptions, for path: URL) -> ImportOptions {
        guard let rule = workspace.rules.source(ofFile: path.lastPathComponent) else { return options }
        var options = options
        options.source = options.source ?? rule.name
        options.profile = options.profile ?? rule.profile
        return options
    }

    /// Reads and saves every file that can be used. One that cannot, from the beginning or as it turns out in the middle,
    /// is an error in the list; nothing of it is kept, and everything of the others. `isRehearsal`: nothing is kept at all.
    func run(
        _ paths: [URL], options: ImportOptions, isRehearsal: Bool = false
    ) throws -> (files: [FileRows], errors: [InputError]) {
        var (files, errors) = read(paths, options: options)
        while !files.isEmpty {
            do {
                let saved = try isRehearsal ? workspace.store().rehearsal { try save(files) } : save(files)
                return (saved, errors)
            } catch let broken as BrokenFile {
                errors.append(broken.error)
                // A file counts whole or not at all, whichever of its lists breaks.
                let path = files[broken.index].path
                files.removeAll { $0.path == path }
            }
        }
        return (files, errors)
    }

    /// Saves what was read and returns each file with its counts made whole, in file order.
    func save(_ files: [FileRows]) throws -> [FileRows] {
        let store = try workspace.store()
        return try files.contains(where: \.isLarge)
            ? store.bulkTransaction { try save(files, in: store) } : store.transaction { try save(files, in: store) }
    }

    private func save(_ files: [FileRows], in store: any Store) throws -> [FileRows] {
        var files = OverwrittenRows.dropped(from: files)
        for index in files.indices {
            if case .reps(let rows) = files[index].values {
                let outcomes = try store.save(BatchRows(batch: files[index].batch, rows: rows), date: date, at: at)
                files[index].count(outcomes, of: rows)
            }
        }
        let isLive = try store.isLive()
        let customers = try CustomerImport(session: self, store: store)
        let new = try customers.save(&files, isLive: isLive)
        for index in files.indices {
            try saveActivities(&files[index], in: store)
            files[index].settleCounts()
        }
        _ = try store.resolvePending(makeFormerReps: false, date: date, at: at)
        try settleOwnership(among: isLive ? new : nil, in: store)
        if isLive {
            var ledger = ConflictLedger(session: self, store: store, rows: customers, new: Set(new))
            try ledger.settle(&files)
        }
        for file in files {
            try store.save(ImportSummary(batch: file.batch, counts: file.counts), date: date, at: at)
        }
        return files
    }

    private func saveActivities(_ file: inout FileRows, in store: any Store) throws {
        let batch = file.batch
        switch file.values {
        case .reps: break
        case .customers:
            _ = try store.save(BatchRows(batch: batch, rows: file.extraContacts), date: date, at: at)
        case .contacts(let rows):
            file.count(try store.save(BatchRows(batch: batch, rows: rows), date: date, at: at), of: rows)
        case .followUps(let rows):
            file.count(try store.save(BatchRows(batch: batch, rows: rows), date: date, at: at), of: rows)
        case .deals(let rows):
            file.count(try store.save(BatchRows(batch: batch, rows: rows), date: date, at: at), of: rows)
        case .payments(let rows):
            file.count(try store.save(BatchRows(batch: batch, rows: rows), date: date, at: at), of: rows)
        case .claims(let rows):
            file.count(try store.save(BatchRows(batch: batch, rows: rows), date: date, at: at), of: rows)
        }
    }

    /// Before the first night every customer of the migration is looked at again, since later lists may decide it;
    /// after it only the customers that are new, so that no import takes a customer from its owner.
    func settleOwnership(among: [CustomerID]?, in store: any Store) throws {
        let zone = workspace.zone
        let recent = OwnershipRule.startOfRecentPayments(before: date, zone: zone)
        let decisions = OwnershipRule.settle(
            try store.ownershipCases(among: among, recent: recent), date: date, asOf: at, recent: recent)
        try store.apply(decisions, goLive: zone.start(of: workspace.rules.goLive ?? date), date: date, at: at)
    }
}

extension FileRows {
    /// Whether it is a list as of a migration, not of a day.
    fileprivate var isLarge: Bool {
        if case .customers(.file(let export)) = values { export.byteCount >= 1 << 25 } else { false }
    }

    /// Adds what became of the rows to the counts; the store's refusals join the rejects.
    mutating func count<Value>(_ outcomes: [SaveOutcome], of rows: [Row<Value>]) {
        for (outcome, row) in zip(outcomes, rows) {
            counts.add(outcome.kind, 1)
            if case .rejected(let field, let code, let message) = outcome {
                rejects.append(
                    Reject(position: row.position, field: field, code: code, message: message, cells: row.cells)
                        .located(in: batch))
            }
        }
    }

    /// When everything is saved: rejects in the order of the file, and flags of accepted rows only counted.
    mutating func settleCounts() {
        counts.rejected = rejects.count
        rejects.sort { $0.position.line < $1.position.line }
        let rejectedLines = Set(rejects.map(\.position.line))
        counts.review = Set(reviewed).count { !rejectedLines.contains(Int($0)) }
        counts.flagged = flagged.count { !rejectedLines.contains($0.position.line) }
    }
}

extension SaveOutcome {
    /// The outcome without its reasons.
    enum Kind: UInt8 { case new, updated, unchanged, pending, rejected }

    var kind: Kind {
        switch self {
        case .new: .new
        case .updated: .updated
        case .unchanged: .unchanged
        case .pending: .pending
        case .rejected: .rejected
        }
    }
}

extension ImportCounts {
    /// Rejected rows are counted by their rejects.
    mutating func add(_ outcome: SaveOutcome.Kind, _ rows: Int) {
        switch outcome {
        case .new: new += rows
        case .updated: updated += rows
        case .unchanged: unchanged += rows
        case .pending: pending += rows
        case .rejected: break
        }
    }
}

extension ImportOptions {
    /// Of a rejects file that is imported again: what its rows were imported with, unless the user says otherwise.
    func restored(from batch: ImportBatch) -> ImportOptions {
        var options = ImportOptions(restoring: batch)
        options.entity = entity ?? options.entity
        options.profile = profile ?? options.profile
        options.source = source ?? options.source
        options.map.merge(map) { _, said in said }
        return options
    }
}
