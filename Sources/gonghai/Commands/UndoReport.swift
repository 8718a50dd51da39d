import Ingestion
import PoolStore
import Records

/// What `undo` did, would do or refused, as `--json` prints it.
struct UndoReport: Encodable {
    enum Mode: String, Encodable { case plan, undone, compensated, refused }

    struct Obstacle: Encodable {
        var kind: String
        var subject: String
        var customerId: String
        var rep: String
        var detail: String
    }

    var batch: String
    var file: String
    var source: String
    var entity: String
    var mode: Mode
    var removedRows = 0
    var restoredRows = 0
    var keptRows = 0
    var waitingRows = 0
    var removedCustomers = 0
    var retiredCustomers = 0
    var unmergedCustomers = 0
    var restoredSpells = 0
    var obstacles: [Obstacle]
    var obstaclesFile = ""
    var repeatingFiles: [String] = []

    init(_ batch: ImportBatch, _ obstacles: [UndoObstacle], _ outcome: UndoOutcome?, mode: Mode) {
        self.batch = batch.id.rawValue
        file = batch.file
        source = batch.source
        entity = batch.entity.rawValue
        self.mode = mode
        self.obstacles = obstacles.map {
            Obstacle(
                kind: $0.kind.rawValue, subject: $0.subject, customerId: $0.customer?.rawValue ?? "",
                rep: $0.rep?.rawValue ?? "", detail: $0.detail)
        }
        guard let outcome else { return }
        removedRows = outcome.removedRows
        restoredRows = outcome.restoredRows
        keptRows = outcome.keptRows
        waitingRows = outcome.waitingRows
        removedCustomers = outcome.removedCustomers.count
        retiredCustomers = outcome.retiredCustomers.count
        unmergedCustomers = outcome.unmergedCustomers.count
        restoredSpells = outcome.restoredSpells
        repeatingFiles = outcome.repeatingFiles
    }

    // MARK: For people

    func lines(_ names: RepNames) -> [String] {
        var lines: [String] = []
        if !obstacles.isEmpty {
            let shown = obstacles.prefix(20)
            lines.append("What depends on \(file):")
            lines.append(
                Console.table(
                    ["what", "about", "rep", ""],
                    shown.map { [$0.kind, $0.subject, $0.rep.isEmpty ? "" : names.name(RepID($0.rep)), $0.detail] }))
            if obstacles.count > shown.count { lines.append("… and \(obstacles.count - shown.count) more") }
        }
        guard mode != .refused else { return lines }
        let title =
            switch mode {
            case .plan where obstacles.isEmpty: "Undoing \(file) would mean:"
            case .plan: "With --compensate:"
            default: "\(file) is \(mode.rawValue):"
            }
        lines.append(title)
        let counts: [(Int, String)] = [
            (removedRows, "rows removed"), (restoredRows, "rows as they were before it"), (keptRows, "rows kept"),
            (waitingRows, "rows of other lists that wait for what they refer to"),
            (removedCustomers, "customers removed"), (retiredCustomers, "customers retired"),
            (unmergedCustomers, "customers no longer merged"), (restoredSpells, "ownership spells that go on"),
        ]
        lines += counts.filter { $0.0 > 0 }.map { "  \($0.0) \($0.1)" }
        if counts.allSatisfy({ $0.0 == 0 }) { lines.append("  nothing to take back") }
        if !obstaclesFile.isEmpty { lines.append("What people have to look at: \(obstaclesFile)") }
        if mode == .plan { lines.append("This was a plan: nothing was changed.") }
        return lines
    }

    /// `nil`: there are none.
    static func bytes(of obstacles: [UndoObstacle], zone: Zone) -> [UInt8]? {
        guard !obstacles.isEmpty else { return nil }
        var writer = CSVWriter(bom: true)
        writer.append(["kind", "subject", "customer_id", "rep_id", "at", "detail"])
        for obstacle in obstacles {
            writer.append(
                [
                    obstacle.kind.rawValue, obstacle.subject, obstacle.customer?.rawValue ?? "",
                    obstacle.rep?.rawValue ?? "", obstacle.at.map { zone.iso($0) } ?? "", obstacle.detail,
                ], neutralising: [false, true, false, false, false, true])
        }
        return writer.bytes
    }
}
