import Ingestion
import Matching
import Normalization
import PoolStore
import Records

/// Customers of all files of one import: stored as they are read, then matched with each other and with the pool, and
/// merged to one clean record each.
final class CustomerImport {
    private let session: ImportSession
    private let store: any Store
    private let intake: any CustomerIntake
    /// Every row that came, by the customer that it would be, with what became of it: the one table that grows with the
    /// files.
    private var seen: [CustomerID: Sighting] = [:]
    private var contested = ContestedRows()
    /// Rows that name an owner and are new or changed, after go-live: what a list said before is in an earlier ledger.
    private(set) var namedOwners = NamedOwners()
    private var isLive = false
    /// Customers whose industry a person said.
    private let decided: Set<CustomerID>

    /// Where a row of this import stands.
    struct Place {
        var file: Int
        var line: Int
        var outcome: SaveOutcome.Kind
    }

    /// `nil`: this import has no such row.
    func place(of key: RecordKey) -> Place? {
        seen[Identity.customer(source: key.source, externalID: key.externalID)].map {
            Place(file: Int($0.file), line: Int($0.line), outcome: $0.outcome)
        }
    }

    private struct Sighting {
        var file: Int32
        var line: Int32
        var outcome: SaveOutcome.Kind
    }

    init(session: ImportSession, store: any Store) throws {
        self.session = session
        self.store = store
        intake = try store.intake(date: session.date, at: session.at)
        decided = Set(try store.industryDecisions(of: nil).map(\.customer))
    }

    /// Saves the customers of the files and fills in their counts; returns the customers that are new, where `isLive`.
    ///
    /// - Throws: `BrokenFile` for one that turns out to be unusable in the middle.
    func save(_ files: inout [FileRows], isLive: Bool) throws -> [CustomerID] {
        self.isLive = isLive
        for index in files.indices { try take(&files, index) }
        session.progress?.say("joining what belongs together")
        defer { session.progress?.end() }
        try settleContested(&files)
        try match(&files)
        try session.refresh(try intake.finish(), in: store)
        return isLive ? try intake.newCustomers() : []
    }

    // MARK: Taking rows

    private func take(_ files: inout [FileRows], _ index: Int) throws {
        switch files[index].values {
        case .customers(.file(let export)):
            let progress = session.progress
            progress?.begin(export.shownAs, bytes: export.byteCount)
            let feed = CustomerFeed.read(
                export, rules: session.workspace.rules, industries: try session.workspace.industries(),
                asOf: session.asOf, progress: progress)
            defer { feed.giveUp() }
            do {
                while let piece = try feed.next() {
                    files[index].rejects += piece.rejects.map { $0.located(in: files[index].batch) }
                    if let summary = piece.summary { files[index].finish(summary) }
                    try take(piece.rows, of: &files, index)
                    progress?.stored(rows: piece.rows.count)
                }
            } catch let error as InputError {
                throw BrokenFile(index: index, error: error)
            }
        case .customers(.rows(let rows)):
            try take(rows.map { CustomerFeed.prepared($0) }, of: &files, index)
        default: break
        }
    }

    private func take(_ rows: [PreparedRow], of files: inout [FileRows], _ index: Int) throws {
        var fresh: [PreparedRow] = []
        var repeated: [PreparedRow] = []
        for row in rows {
            if row.waitsForReview, !decided.contains(row.customer) {
                files[index].reviewed.append(Int32(row.position.line))
            }
            if !row.flags.isEmpty { files[index].flagged.append((row.position, row.flags)) }
            if seen[row.customer] == nil {
                seen[row.customer] = Sighting(file: Int32(index), line: Int32(row.position.line), outcome: .new)
                fresh.append(row)
            } else {
                repeated.append(row)
            }
        }
        try store(fresh, &files, index)
        for row in repeated {
            if wasNotStored(row, files) {
                try store([row], &files, index)
            } else {
                contested.add(try row.row(), of: index)
            }
        }
    }

    private func store(_ rows: [PreparedRow], _ files: inout [FileRows], _ index: Int) throws {
        let outcomes = try intake.take(rows, of: files[index].batch, areOurs: files[index].areOurs)
        for (row, outcome) in zip(rows, outcomes) {
            if outcome != .new { seen[row.customer]?.outcome = outcome.kind }
            files[index].counts.add(outcome.kind, 1)
            note(row, outcome)
        }
    }

    private func note(_ row: PreparedRow, _ outcome: SaveOutcome) {
        guard isLive, row.namesOwner, outcome.kind != .unchanged else { return }
        namedOwners.add(row.key)
    }

    /// A list of our own says nothing new where it says what the pool says, so that such a row contests nothing.
    private func wasNotStored(_ row: PreparedRow, _ files: [FileRows]) -> Bool {
        guard let first = seen[row.customer], first.outcome == .unchanged, files[Int(first.file)].areOurs else {
            return false
        }
        return !contested.has(row.key)
    }

    /// The first row of a key that came again is looked at anew, together with the others.
    private func first(_ stored: Row<CustomerRecord>?, _ files: inout [FileRows]) -> ContestedRows.Contender? {
        guard var row = stored,
            let first = seen[Identity.customer(source: row.key.source, externalID: row.key.externalID)]
        else { return nil }
        let file = Int(first.file)
        row.position = SourcePosition(file: files[file].batch.file, line: Int(first.line))
        files[file].counts.add(first.outcome, -1)
        return (file, row)
    }

    private func settleContested(_ files: inout [FileRows]) throws {
        let contested = self.contested.sorted()
        let stored = try intake.rows(of: contested.map(\.key))
        for (key, repeated) in contested {
            let rows = [first(stored[key], &files)].compactMap(\.self) + repeated
            let settled = ContestedRows.settle(rows)
            let winner = settled.winner
            let prepared = winner.map { CustomerFeed.prepared($0.row) }
            let outcome = try intake.replace(
                key, with: prepared.flatMap { row in winner.map { (row, files[$0.file].batch) } })
            if let prepared { note(prepared, outcome) }
            for (file, resolution) in settled.byFile {
                files[file].counts.unchanged += resolution.repeated.count
                files[file].rejects += resolution.rejects.map { $0.located(in: files[file].batch) }
                files[file].extraContacts += resolution.contacts
                for row in resolution.rows {
                    let isWinner = winner.map { $0.file == file && $0.row.position == row.position } ?? false
                    files[file].counts.add(isWinner ? outcome.kind : .unchanged, 1)
                }
            }
            let customer = Identity.customer(source: key.source, externalID: key.externalID)
            if let winner {
                seen[customer] = Sighting(
                    file: Int32(winner.file), line: Int32(winner.row.position.line), outcome: outcome.kind)
            }
        }
    }

    // MARK: Matching

    private func match(_ files: inout [FileRows]) throws {
        let asked = try CustomerMatching(intake: intake, store: store).run { countMerged($0, &files) }
        for key in asked {
            if let row = seen[Identity.customer(source: key.source, externalID: key.externalID)] {
                files[Int(row.file)].reviewed.append(row.line)
            }
        }
    }

    /// New rows that joined an existing customer, or a new one that another row began.
    private func countMerged(_ matched: [MatchedCustomer], _ files: inout [FileRows]) {
        for customer in matched {
            let first = customer.isNew ? customer.records.first?.key : nil
            for record in customer.records where record.key != first {
                let id = Identity.customer(source: record.key.source, externalID: record.key.externalID)
                if let row = seen[id], row.outcome == .new { files[Int(row.file)].counts.merged += 1 }
            }
        }
    }
}

/// A list that turned out to be unusable in the middle; nothing of the import is kept.
struct BrokenFile: Error {
    var index: Int
    var error: InputError
}

extension Array {
    func pieces(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
