import Allocation
import Foundation
import PoolStore
import Records
import Rules

/// A row that names another owner than the pool has, and what was done about it.
struct ConflictEntry {
    enum State: String, CaseIterable { case new, owned, pooled, locked, retired, coolingOff = "cooling_off" }

    var line: Int
    var conflict: OwnershipConflict
    var state: State
    /// `kept` with its owner, `left_in_pool`, `left_retired`, `transferred`, `asked`.
    var done: String
    var reason: String
}

/// The conflicts of one import after go-live: a re-import never takes a customer from its owner, unless gonghai.yaml
/// says that this source may. Only rows that are new or changed in this import are looked at: what the list said before
/// was listed when it said so.
struct ConflictLedger {
    let session: ImportSession
    let store: any Store
    /// Where the rows stand, and what became of them.
    let rows: CustomerImport
    /// Customers that this import brought.
    let new: Set<CustomerID>
    private var candidates: Candidates?

    init(session: ImportSession, store: any Store, rows: CustomerImport, new: Set<CustomerID>) {
        self.session = session
        self.store = store
        self.rows = rows
        self.new = new
    }

    mutating func settle(_ files: inout [FileRows]) throws {
        var entries: [Int: [ConflictEntry]] = [:]
        for (source, ids) in rows.namedOwners.bySource {
            let found = try store.ownershipConflicts(source: source, externalIDs: ids).compactMap { conflict in
                rows.place(of: conflict.record).flatMap {
                    $0.outcome == .unchanged ? nil : (conflict: conflict, place: $0)
                }
            }
            let pooled = found.filter { $0.conflict.owner == nil }.map(\.conflict.customer)
            let summaries = Dictionary(
                try store.summaries(of: Set(pooled).sorted()).map { ($0.id, $0) },
                uniquingKeysWith: { first, _ in first })
            for (conflict, place) in found {
                let entry = try entry(conflict, place, summaries[conflict.customer])
                entries[place.file, default: []].append(entry)
            }
        }
        for index in files.indices {
            files[index].conflicts = (entries[index] ?? []).sorted {
                ($0.line, $0.conflict.record) < ($1.line, $1.conflict.record)
            }
        }
    }

    private mutating func entry(
        _ conflict: OwnershipConflict, _ place: CustomerImport.Place, _ summary: CustomerSummary?
    ) throws -> ConflictEntry {
        let state = state(of: conflict, summary)
        var done = conflict.status == .retired ? "left_retired" : conflict.owner == nil ? "left_in_pool" : "kept"
        var reason = reason(of: conflict, state)
        let mode = session.workspace.rules.ownership(of: conflict.record.source)
        if mode == .source, conflict.isChanged, place.outcome == .updated, state == .owned, let rep = conflict.rep {
            if let refusal = try refusal(of: conflict, for: rep) {
                reason = refusal.rawValue
            } else {
                try store.transfer(
                    conflict.customer, to: rep, reason: "source_may_reassign", by: conflict.record.source,
                    date: session.date, at: session.at)
                (done, reason) = ("transferred", "source_may_reassign")
            }
        }
        if mode == .ask, conflict.isChanged, place.outcome == .updated, state == .owned, conflict.rep != nil {
            try store.ask([conflict])
            (done, reason) = ("asked", "source_asks")
        }
        return ConflictEntry(line: place.line, conflict: conflict, state: state, done: done, reason: reason)
    }

    private func state(of conflict: OwnershipConflict, _ summary: CustomerSummary?) -> ConflictEntry.State {
        if conflict.status == .retired { return .retired }
        if new.contains(conflict.customer) { return .new }
        if let hold = conflict.hold, hold.lasts(on: session.date) { return .locked }
        if conflict.owner != nil { return .owned }
        let days = session.workspace.rules.claims.coolingOffDays
        if let rep = conflict.rep, let summary,
            CoolingOff.end(for: rep, customer: summary, days: days, date: session.date, zone: session.workspace.zone)
                != nil
        {
            return .coolingOff
        }
        return .pooled
    }

    private func reason(of conflict: OwnershipConflict, _ state: ConflictEntry.State) -> String {
        if conflict.rep == nil, state != .retired { return ProblemCode.unresolvedOwner.rawValue }
        switch state {
        case .retired: return ReasonCode.retired.rawValue
        case .locked: return ReasonCode.onHold.rawValue
        case .coolingOff: return ReasonCode.coolingOff.rawValue
        case .owned, .new: return conflict.owner == nil ? "in_pool" : ReasonCode.alreadyOwned.rawValue
        case .pooled: return "in_pool"
        }
    }

    /// Why the rep may not have the customer: a source is bound by the same limits as everybody.
    private mutating func refusal(of conflict: OwnershipConflict, for rep: RepID) throws -> ReasonCode? {
        var candidates = try candidates ?? Candidates(store: store, rules: session.workspace.rules, date: session.date)
        defer { self.candidates = candidates }
        guard let summary = try store.summaries(of: [conflict.customer]).first else { return .retired }
        if let rejection = candidates.rejection(of: rep, for: summary) { return rejection.reason }
        candidates.give(to: rep)
        return nil
    }

    // MARK: The file

    static let columns = [
        "batch", "file", "line", "source", "external_id", "customer_id", "state", "owner_in_list", "owner_in_pool",
        "done", "reason",
    ]

    /// `nil`: there are none.
    static func bytes(of file: FileRows) -> [UInt8]? {
        guard !file.conflicts.isEmpty else { return nil }
        var writer = CSVWriter(bom: true)
        writer.append(columns)
        for entry in file.conflicts {
            let conflict = entry.conflict
            writer.append(
                [
                    file.batch.id.rawValue, file.batch.file, String(entry.line), conflict.record.source,
                    conflict.record.externalID, conflict.customer.rawValue, entry.state.rawValue, conflict.named,
                    conflict.owner?.rawValue ?? "", entry.done, entry.reason,
                ], neutralising: [false, false, false, false, false, false, false, true])
        }
        return writer.bytes
    }
}

/// The rows of an import that name an owner: their ids by source, or, where they are many, the whole source, since one
/// question about all of it is then the cheaper one.
struct NamedOwners {
    private var ids: [String: [String]] = [:]
    private var whole: Set<String> = []
    private static let limit = 20_000

    mutating func add(_ key: RecordKey) {
        guard !whole.contains(key.source) else { return }
        ids[key.source, default: []].append(key.externalID)
        if let known = ids[key.source], known.count > Self.limit {
            ids[key.source] = nil
            whole.insert(key.source)
        }
    }

    /// Sorted by source; `nil`: the whole source.
    var bySource: [(source: String, ids: [String]?)] {
        (ids.map { ($0.key, Optional($0.value)) } + whole.map { ($0, nil) }).sorted { $0.0.isOrderedBefore($1.0) }
    }
}
