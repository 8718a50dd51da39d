import Foundation
import Matching
import PoolStore
import Records

/// rep-aliases.csv: reps of different systems who may be one person, a row for each pair. A person says yes or no in
/// `same_person`, and the completed file is imported as the decision.
enum RepAliasFile {
    static let name = "rep-aliases.csv"
    static let columns = [
        "rep_id", "rep", "team", "email", "alias_id", "alias", "alias_team", "alias_email", "evidence", "same_person",
    ]
    private static let texts = [false, true, true, true, false, true, true, true, false]

    /// `nil`: there is nobody to ask about.
    static func bytes(store: any Store) throws -> [UInt8]? {
        let people = try store.people()
        let candidates = RepCandidates.find(people.reps, former: people.former, refused: people.refused)
        guard !candidates.isEmpty else { return nil }
        var writer = CSVWriter(bom: true)
        writer.append(columns)
        for candidate in candidates {
            let cells = [candidate.rep, candidate.alias].flatMap { rep in
                [rep.id.rawValue, rep.name, rep.team ?? "", rep.email ?? ""]
            }
            writer.append(cells + [candidate.evidence.joined(separator: ";"), ""], neutralising: texts)
        }
        return writer.bytes
    }

    /// Writes the file into the workspace's rejects, or removes it where nobody is to be asked about.
    static func replace(in workspace: Workspace) throws {
        try RejectFiles.replace(workspace.rejects.appending(path: name), by: try bytes(store: workspace.store()))
    }
}

/// A completed rep-aliases.csv on its way into the store.
struct RepAliasDecisions {
    let session: ImportSession
    let by: String

    func take(_ form: CompletedForm, in store: any Store) throws -> FormOutcome {
        var outcome = FormOutcome(form)
        let people = try store.people()
        var known = Set(people.reps.map(\.id))
        known.formUnion(try store.repAliases().map(\.alias))
        for row in form.table.rows {
            guard row.isWhole else {
                outcome.reject(row, nil, .raggedRow, "the row has not as many cells as the header")
                continue
            }
            let cells = row.cells.map(\.trimmed)
            let answer = cells[RepAliasFile.columns.count - 1]
            guard !answer.isEmpty else {
                outcome.counts.pending += 1
                continue
            }
            let (rep, alias) = (RepID(cells[0]), RepID(cells[4]))
            if let column = [(1, rep), (5, alias)].first(where: { !known.contains($0.1) }) {
                let meant = Nearest.match(to: column.1.rawValue, among: known.map(\.rawValue).sorted())
                outcome.reject(
                    row, column.0, .unresolvedReference,
                    "there is no rep '\(column.1)'" + (meant.map { "; did you mean '\($0)'?" } ?? ""))
                continue
            }
            guard let isSame = Self.isYes(answer) else {
                let column = RepAliasFile.columns.count
                outcome.reject(row, column, .unknownValue, "'\(answer)' is no answer: write yes or no (是, 否)")
                continue
            }
            do {
                let isNew = try take(alias, isSame ? .joined(rep) : .apart(from: rep), in: store)
                outcome.counts.add(isNew ? .updated : .unchanged, 1)
            } catch let refusal as RepAliasRefused {
                outcome.reject(row, 5, .ambiguousReference, refusal.message)
            }
        }
        // Two systems that named two ids of one person now name the same owner.
        if outcome.counts.updated > 0, try !store.isLive() { try session.settleOwnership(among: nil, in: store) }
        return outcome
    }

    private enum Answer { case joined(RepID), apart(from: RepID) }

    private func take(_ alias: RepID, _ answer: Answer, in store: any Store) throws -> Bool {
        switch answer {
        case .joined(let rep):
            return try store.join(alias, to: rep, by: by, date: session.date, at: session.at)
        case .apart(let rep):
            let joined = try store.repAliases().first { $0.alias == alias && $0.rep == rep }
            if joined != nil { _ = try store.separate(alias, by: by, date: session.date, at: session.at) }
            return try store.refuse(alias, as: rep, by: by, at: session.at) || joined != nil
        }
    }

    private static func isYes(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "yes", "y", "true", "1", "x", "是", "对", "同一人": true
        case "no", "n", "false", "0", "否", "不", "不是": false
        default: nil
        }
    }
}
