import Normalization
import PoolStore
import Records
import Rules

/// One row typed in on the command line: it goes the way of a row of a file, so that it is cleaned, matched and
/// refused by the same rules.
struct HandEntry {
    let workspace: Workspace
    let at: Instant

    func save(_ entity: Entity, _ texts: [(Field, String)]) throws -> FileRows {
        let date = workspace.zone.date(of: at)
        let record = SourceRecord(
            entity: entity, source: HandSource.name, position: SourcePosition(file: "command line", line: 1),
            texts: FieldTexts(texts), cells: CellTexts(texts.map(\.1)))
        let digest = record.cells.digest
        let batch = ImportBatch(
            id: Identity.batch(source: HandSource.name, entity: entity, fileDigest: Array(digest.utf8)),
            source: HandSource.name,
            entity: entity, profile: "hand", encoding: "UTF-8", file: "command line", digest: digest,
            header: texts.map(\.0.rawValue), fields: texts.map(\.0))
        let normalizer = Normalizer(
            rules: workspace.rules, conventions: ValueConventions(), asOf: date, industries: try workspace.industries())
        let file = try FileRows(hand: record, batch: batch, normalizer: normalizer)
        if let reject = file.rejects.first {
            throw CommandError("\(reject.field?.rawValue ?? "the row"): \(reject.message)")
        }
        let session = ImportSession(workspace: workspace, date: date, at: at, asOf: date)
        return try session.save([file])[0]
    }
}

extension FileRows {
    init(hand record: SourceRecord, batch: ImportBatch, normalizer: Normalizer) throws {
        func wrap<Value>(_ outcome: RowOutcome<Value>, _ values: ([Row<Value>]) -> Values) -> (Values, [Reject], [Flag])
        {
            switch outcome {
            case .accepted(let row): (values([row]), [], row.flags)
            case .rejected(let reject): (values([]), [reject], [])
            }
        }
        let (values, rejects, flags) =
            switch record.entity {
            case .customers: wrap(normalizer.customer(record)) { Values.customers(.rows($0)) }
            case .contacts: wrap(normalizer.contact(record), Values.contacts)
            case .reps: wrap(normalizer.rep(record), Values.reps)
            case .followUps: wrap(normalizer.followUp(record), Values.followUps)
            case .deals: wrap(normalizer.deal(record), Values.deals)
            case .payments: wrap(normalizer.payment(record), Values.payments)
            case .claims: wrap(normalizer.claim(record), Values.claims)
            }
        self.init(batch: batch, values: values)
        counts.read = 1
        self.rejects = rejects
        flagged = flags.isEmpty ? [] : [(record.position, flags)]
    }
}
