import Foundation
import Ingestion
import PoolStore
import Records
import Rules

/// A completed ownership-conflicts.csv on its way into the store: each customer with an answer gets the owner that it
/// names, or goes to the pool.
struct OwnershipDecisions {
    let workspace: Workspace
    let date: BusinessDate
    let at: Instant
    /// Who imports it.
    let by: String

    struct Outcome {
        var table: FilledTable
        var path: URL
        var counts = ImportCounts()
        var rejects: [Reject] = []
    }

    /// Takes the completed files out of `paths`: they are no lists.
    static func split(_ paths: inout [URL], shownBy shown: (URL) -> String) -> [(path: URL, table: FilledTable)] {
        var tables: [(path: URL, table: FilledTable)] = []
        var lists: [URL] = []
        for path in paths {
            let table = FilledTable.open(
                path: path.path, shownAs: shown(path), columns: OwnershipConflictsFile.columns)
            if let table { tables.append((path, table)) } else { lists.append(path) }
        }
        paths = lists
        return tables
    }

    func take(_ tables: [(path: URL, table: FilledTable)], isRehearsal: Bool = false) throws -> [Outcome] {
        guard !tables.isEmpty else { return [] }
        let store = try workspace.store()
        func all() throws -> [Outcome] { try tables.map { try take($0.table, at: $0.path, in: store) } }
        return try isRehearsal ? store.rehearsal(all) : store.transaction(all)
    }

    /// The cells of one row by the place of their column.
    private struct Answer {
        var line: Int
        var cells: [String]
        var customer: String { cells[0].trimmed }
        var text: String { cells[OwnershipConflictsFile.columns.count - 1].trimmed }
    }

    private func take(_ table: FilledTable, at path: URL, in store: any Store) throws -> Outcome {
        var outcome = Outcome(table: table, path: path)
        outcome.counts.read = table.rows.count
        var groups: [String: [Answer]] = [:]
        for row in table.rows {
            let answer = Answer(line: row.line, cells: row.cells)
            if row.isWhole {
                groups[answer.customer, default: []].append(answer)
            } else {
                outcome.reject(
                    answer.line, answer.cells, nil, .raggedRow, "the row has not as many cells as the header"
                )
            }
        }
        let cases = try OwnershipConflictsFile.cases(store: store, date: date, zone: workspace.zone)
        let claims = Dictionary(cases.map { ($0.customer, $0.claims) }, uniquingKeysWith: { first, _ in first })
        for (customer, answers) in groups.sorted(by: { $0.key.isOrderedBefore($1.key) }) {
            try decide(customer, answers, claims, in: store, &outcome)
        }
        outcome.counts.rejected = outcome.rejects.count
        outcome.rejects.sort { $0.position.line < $1.position.line }
        return outcome
    }

    private func decide(
        _ customer: String, _ answers: [Answer], _ claims: [CustomerID: [OwnerClaim]], in store: any Store,
        _ outcome: inout Outcome
    ) throws {
        let given = answers.filter { !$0.text.isEmpty }
        guard let first = given.first else {
            outcome.counts.pending += answers.count
            return
        }
        func reject(_ column: Int, _ code: ProblemCode, _ message: String) {
            for answer in given { outcome.reject(answer.line, answer.cells, column, code, message) }
            outcome.counts.unchanged += answers.count - given.count
        }
        let decisionColumn = OwnershipConflictsFile.columns.count
        guard case .found(let id) = try store.resolveCustomer(Reference(customer), from: nil) else {
            return reject(1, .unresolvedReference, "there is no customer '\(customer)'")
        }
        var owner: RepID?
        if first.text.lowercased() != "pool" {
            switch try store.resolveRep(Reference(first.text), from: nil) {
            case .found(let rep): owner = rep
            case .ambiguous(let reps):
                let names = reps.prefix(5).map(\.rawValue).joined(separator: ", ")
                return reject(
                    decisionColumn, .ambiguousReference, "'\(first.text)' may be any of \(names): use one of these ids")
            case .none:
                return reject(
                    decisionColumn, .unresolvedReference,
                    "there is no rep '\(first.text)': write a rep_id, an e-mail, the exact name, or pool")
            }
        }
        guard Set(given.map(\.text)).count == 1 else {
            return reject(
                decisionColumn, .ownershipConflict,
                "the rows of customer \(customer) give different decisions: leave one"
            )
        }
        let own = claims[id] ?? []
        let decision = OwnershipDecision(
            customer: id, owner: owner,
            since: own.filter { $0.rep == owner && owner != nil }.compactMap(\.ownedSince).min(), rule: "decided",
            others: Set(own.filter { owner == nil || $0.rep != owner }.map(\.named)).sorted { $0.isOrderedBefore($1) })
        do {
            let goLive = workspace.zone.start(of: workspace.rules.goLive ?? date)
            let isNew = try store.decide(decision, by: by, goLive: goLive, date: date, at: at)
            outcome.counts.add(isNew ? .updated : .unchanged, answers.count)
        } catch let conflict as StoreConflict {
            reject(decisionColumn, .ownershipConflict, "the customer is not disputed any more: \(conflict.detail)")
        }
    }
}

extension OwnershipDecisions.Outcome {
    fileprivate mutating func reject(
        _ line: Int, _ cells: [String], _ column: Int?, _ code: ProblemCode, _ message: String
    ) {
        rejects.append(
            Reject(
                position: SourcePosition(file: table.shownAs, line: line, column: column), code: code, message: message,
                cells: CellTexts(cells)))
    }

    /// The rejected rows with their reasons; `nil`: there are none.
    var rejectsFile: (name: String, bytes: [UInt8]?) {
        let name = "\(path.deletingPathExtension().lastPathComponent).rejects.csv"
        guard !rejects.isEmpty else { return (name, nil) }
        var writer = CSVWriter(bom: true)
        writer.append(table.header + ["reject_line", "reject_column", "reject_code", "reject_message"])
        for reject in rejects {
            let missing = Array(repeating: "", count: max(0, table.header.count - reject.cells.strings.count))
            writer.append(
                reject.cells.strings.prefix(table.header.count) + missing + [
                    String(reject.position.line), reject.position.column.map(String.init) ?? "", reject.code.rawValue,
                    reject.message,
                ])
        }
        return (name, writer.bytes)
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
