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

    /// Reads every file; one that cannot be used is an error in the list and does not stop the others.
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
            let known = try workspace.store().importSummary(of: BatchID(batch))
        {
            options = options.restored(from: known.batch)
        }
        let file = try ExportFile.open(path: path.path, shownAs: shown, options: options)
        return [try FileRows.read(file, rules: workspace.rules, asOf: asOf)]
    }

    /// What the command line leaves open, gonghai.yaml may say by the file's name.
    private func completed(_ options: ImportOptions, for path: URL) -> ImportOptions {
        guard let rule = workspace.rules.source(ofFile: path.lastPathComponent) else { return options }
        var options = options
        options.source = options.source ?? rule.name
        options.profile = options.profile ?? rule.profile
        return options
    }

    /// Saves what was read and returns each file with its counts made whole, in file order.
    func save(_ files: [FileRows]) throws -> [FileRows] {
        let store = try workspace.store()
        return try store.transaction {
            var files = OverwrittenRows.dropped(from: files)
            for index in files.indices {
                if case .reps(let rows) = files[index].values {
                    let outcomes = try store.save(BatchRows(batch: files[index].batch, rows: rows), date: date, at: at)
                    files[index].count(outcomes, of: rows)
                }
            }
            let touched = try CustomerImport(session: self, store: store).save(&files)
            for index in files.indices { try saveActivities(&files[index], in: store) }
            _ = try store.resolvePending(makeFormerReps: false, date: date, at: at)
            try settleOwnership(newCustomers: touched.new, in: store)
            for file in files {
                try store.save(ImportSummary(batch: file.batch, counts: file.counts), date: date, at: at)
            }
            return files
        }
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
    private func settleOwnership(newCustomers: [CustomerID], in store: any Store) throws {
        let among = try store.isLive() ? newCustomers : nil
        let zone = workspace.zone
        let recent = OwnershipRule.startOfRecentPayments(before: date, zone: zone)
        let decisions = OwnershipRule.settle(
            try store.ownershipCases(among: among, recent: recent), date: date, asOf: at, recent: recent)
        try store.apply(decisions, goLive: zone.start(of: workspace.rules.goLive ?? date), date: date, at: at)
    }
}

extension FileRows {
    /// Adds what became of the rows to the counts; the store's refusals join the rejects.
    mutating func count<Value>(_ outcomes: [SaveOutcome], of rows: [Row<Value>]) {
        for (outcome, row) in zip(outcomes, rows) {
            switch outcome {
            case .new: counts.new += 1
            case .updated: counts.updated += 1
            case .unchanged: counts.unchanged += 1
            case .pending: counts.pending += 1
            case .rejected(let field, let code, let message):
                rejects.append(
                    Reject(position: row.position, field: field, code: code, message: message, cells: row.cells)
                        .located(in: batch))
            }
        }
        counts.rejected = rejects.count
        let acceptedLines = Set(zip(outcomes, rows).filter { $0.0.isAccepted }.map { $0.1.position.line })
        counts.flagged = flagged.count { acceptedLines.contains($0.position.line) }
        rejects.sort { $0.position.line < $1.position.line }
    }
}

extension SaveOutcome {
    var isAccepted: Bool {
        switch self {
        case .new, .updated, .unchanged: true
        case .pending, .rejected: false
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
