import Foundation
import Ingestion
import PoolStore
import Records

/// A file that the product wrote to be completed by a person, on its way back: no list, but decisions.
struct CompletedForm {
    enum Kind: String, CaseIterable {
        case repAliases = "rep-aliases"
        case ownershipConflicts = "ownership-conflicts"
        case review

        var columns: [String] {
            switch self {
            case .repAliases: RepAliasFile.columns
            case .ownershipConflicts: OwnershipConflictsFile.columns
            case .review: ReviewForm.columns
            }
        }
    }

    var kind: Kind
    var path: URL
    var table: FilledTable

    /// Takes the completed files out of `paths`, in the order in which they are to be carried out: who is who comes
    /// before who owns what.
    static func split(_ paths: inout [URL], shownBy shown: (URL) -> String) -> [CompletedForm] {
        var forms: [CompletedForm] = []
        paths = paths.filter { path in
            for kind in Kind.allCases {
                let table = FilledTable.open(path: path.path, shownAs: shown(path), columns: kind.columns)
                guard let table else { continue }
                forms.append(CompletedForm(kind: kind, path: path, table: table))
                return false
            }
            return true
        }
        return Kind.allCases.flatMap { kind in forms.filter { $0.kind == kind } }
    }

    /// Carries the decisions out. `by`: who imports them.
    static func take(
        _ forms: [CompletedForm], _ session: ImportSession, by: String, isRehearsal: Bool = false
    ) throws -> [FormOutcome] {
        guard !forms.isEmpty else { return [] }
        let store = try session.workspace.store()
        func all() throws -> [FormOutcome] {
            try forms.map { form in
                switch form.kind {
                case .repAliases: try RepAliasDecisions(session: session, by: by).take(form, in: store)
                case .ownershipConflicts: try OwnershipDecisions(session: session, by: by).take(form, in: store)
                case .review: try ReviewAnswers(session: session, by: by).take(form, in: store)
                }
            }
        }
        return try isRehearsal ? store.rehearsal(all) : store.transaction(all)
    }
}

/// What became of the rows of a completed form.
struct FormOutcome {
    let form: CompletedForm
    var counts = ImportCounts()
    private(set) var rejects: [Reject] = []

    init(_ form: CompletedForm) {
        self.form = form
        counts.read = form.table.rows.count
    }

    /// `column`: from 1.
    mutating func reject(_ row: FilledTable.Row, _ column: Int?, _ code: ProblemCode, _ message: String) {
        rejects.append(
            Reject(
                position: SourcePosition(file: form.table.shownAs, line: row.line, column: column), code: code,
                message: message, cells: CellTexts(row.cells)))
        rejects.sort { $0.position.line < $1.position.line }
        counts.rejected = rejects.count
    }

    /// The rejected rows with their reasons; no bytes: there are none.
    var rejectsFile: (name: String, bytes: [UInt8]?) {
        let name = "\(form.path.deletingPathExtension().lastPathComponent).rejects.csv"
        guard !rejects.isEmpty else { return (name, nil) }
        let header = form.table.header
        var writer = CSVWriter(bom: true)
        writer.append(header + ["reject_line", "reject_column", "reject_code", "reject_message"])
        for reject in rejects {
            let missing = Array(repeating: "", count: max(0, header.count - reject.cells.strings.count))
            writer.append(
                reject.cells.strings.prefix(header.count) + missing + [
                    String(reject.position.line), reject.position.column.map(String.init) ?? "", reject.code.rawValue,
                    reject.message,
                ])
        }
        return (name, writer.bytes)
    }
}

extension String {
    /// As people mean a cell that they filled in.
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
