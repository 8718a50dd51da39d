import Ingestion
import PoolStore
import Records
import Rules

/// `gonghai export customers --profile NAME`: every customer that is not retired, as the system reads it.
struct CustomerExport {
    /// What was written, and what there was no place for.
    struct Summary {
        var known = 0
        var new = 0
        var retired = 0
        var leftOut: [Field: Int] = [:]

        /// For people.
        func lines(_ source: String) -> [String] {
            var lines = [
                "\(Console.count(known + new, "row")) for '\(source)': \(known) it knows, \(new) new to it."
            ]
            if retired > 0 { lines.append("\(Console.count(retired, "retired customer")) left out.") }
            if !leftOut.isEmpty {
                let fields = leftOut.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
                    .map { "\($0.key.rawValue) (\($0.value))" }
                lines.append("No place or word there for: \(fields.joined(separator: ", ")).")
            }
            return lines
        }
    }

    let workspace: Workspace
    let writer: ListWriter
    let source: String
    let date: BusinessDate

    func run(_ append: ([String]) throws -> Void) throws -> Summary {
        let store = try workspace.store()
        let texts = CustomerTexts(
            writer, source: source, reps: RepDirectory(try store.reps()), rules: workspace.rules, date: date)
        var summary = Summary()
        try store.forEachCustomer(knownTo: source) { held in
            guard held.status != .retired else {
                summary.retired += 1
                return
            }
            let (row, wordless) = texts.texts(of: held)
            let (cells, placeless) = writer.cells(row, ownID: held.ownID, poolID: held.id)
            for field in Set(wordless + placeless) where !Self.isImplied(field, row) {
                summary.leftOut[field, default: 0] += 1
            }
            if held.ownID == nil { summary.new += 1 } else { summary.known += 1 }
            try append(cells)
        }
        return summary
    }

    /// What says nothing that is not said elsewhere.
    private static func isImplied(_ field: Field, _ row: [Field: String]) -> Bool {
        switch field {
        case .dealStatus, .currency: true
        case .industryCode: row[.industry] != nil
        case .industry: row[.industryCode] != nil
        default: false
        }
    }
}

extension ListWriter {
    /// The writer of a profile, or an error that says what can be written.
    static func named(_ name: String, _ table: ExportTable, as container: Container) throws -> ListWriter {
        guard let profile = Profiles.named(name) else {
            let names = Profiles.builtIn.map(\.name)
            let meant = Nearest.match(to: name, among: names).map { " Did you mean '\($0)'?" } ?? ""
            throw CommandError("there is no profile '\(name)'.\(meant)", status: .usage)
        }
        let written = Entity(rawValue: table.rawValue).flatMap { ListWriter(profile, $0, as: container) }
        if let written, table == .customers { return written }
        let known = Profiles.builtIn.flatMap { profile in
            [Container.csv, .xml].filter { ListWriter(profile, .customers, as: $0) != nil }
                .map { "\(profile.name) (\($0.rawValue))" }
        }
        throw CommandError(
            "the profile '\(name)' does not say how \(table.rawValue) are written as \(container.rawValue).\n"
                + "Customers can be written for: \(known.joined(separator: ", "))", status: .usage)
    }
}
