import Ingestion
import Matching
import Normalization
import Records
import Rules

/// One list of an export, read and normalised, before anything is stored: its clean rows, and what is wrong with the
/// others.
struct FileRows {
    enum Values {
        /// Not in memory: they are stored as they are read.
        case customers(CustomerRows)
        case contacts([Row<Contact>])
        case reps([Row<Rep>])
        case followUps([Row<FollowUp>])
        case deals([Row<Deal>])
        case payments([Row<Payment>])
        case claims([Row<Claim>])
    }

    enum CustomerRows {
        case file(ExportFile)
        case rows([Row<CustomerRecord>])
    }

    var batch: ImportBatch
    var values: Values
    /// Where the file is; the lists of one file have the same.
    var path = ""
    /// Which list of the file it is: the sheet's name, say; `nil`: the only one.
    var part: String?
    /// Contacts that further rows of one customer brought.
    var extraContacts: [Row<Contact>] = []
    var counts = ImportCounts()
    var rejects: [Reject] = []
    var flagged: [(position: SourcePosition, flags: [Flag])] = []
    /// The lines of rows that wait for a person's decision.
    var reviewed: [Int32] = []
    var warnings: [String] = []
    /// Rows that name another owner than the pool has.
    var conflicts: [ConflictEntry] = []

    /// Whether `export --profile` wrote the list.
    var areOurs: Bool { if case .customers(.file(let file)) = values { file.isWrittenHere } else { false } }

    /// Reads a file to its end, unless it is a list of customers. Nothing is kept of a file that breaks in the middle.
    ///
    /// - Throws: `InputError` for a file that cannot be used.
    static func read(_ file: ExportFile, rules: Rules, asOf: BusinessDate) throws -> FileRows {
        let normalizer = Normalizer(rules: rules, conventions: file.conventions, asOf: asOf)
        switch file.entity {
        case .customers:
            return FileRows(
                batch: ImportBatch(file, header: file.header, fields: file.fields), values: .customers(.file(file)))
        case .contacts: return try read(file, normalizer.contact, { RowIdentity.resolve($0) }, FileRows.Values.contacts)
        case .reps: return try read(file, normalizer.rep, { RowIdentity.resolve($0) }, FileRows.Values.reps)
        case .followUps:
            return try read(file, normalizer.followUp, { RowIdentity.resolve($0) }, FileRows.Values.followUps)
        case .deals: return try read(file, normalizer.deal, { RowIdentity.resolve($0) }, FileRows.Values.deals)
        case .payments: return try read(file, normalizer.payment, { RowIdentity.resolve($0) }, FileRows.Values.payments)
        case .claims: return try read(file, normalizer.claim, { RowIdentity.resolve($0) }, FileRows.Values.claims)
        }
    }

    private static func read<Value: Equatable>(
        _ file: ExportFile, _ normalise: (SourceRecord) -> RowOutcome<Value>,
        _ identify: ([Row<Value>]) -> RowIdentity.Resolution<Value>, _ wrap: ([Row<Value>]) -> Values
    ) throws -> FileRows {
        var rows: [Row<Value>] = []
        var rejects: [Reject] = []
        let summary = try file.read { row in
            switch row {
            case .rejected(let reject): rejects.append(reject)
            case .record(let record):
                switch normalise(record) {
                case .accepted(let row): rows.append(row)
                case .rejected(let reject): rejects.append(reject)
                }
            }
        }
        let batch = ImportBatch(file, header: summary.header, fields: summary.fields)
        let identified = identify(rows)
        var result = FileRows(batch: batch, values: wrap(identified.rows))
        result.counts.read = summary.read
        result.counts.unchanged = identified.repeated.count
        result.extraContacts = identified.contacts
        result.rejects = (rejects + identified.rejects).map { $0.located(in: batch) }.sorted {
            $0.position.line < $1.position.line
        }
        result.flagged = identified.rows.filter { !$0.flags.isEmpty }.map { ($0.position, $0.flags) }
        result.warnings = summary.warnings
        return result
    }
}

extension FileRows {
    /// A list that was stored while it was read has been read to its end.
    mutating func finish(_ summary: ReadSummary) {
        batch.header = summary.header
        batch.fields = summary.fields
        counts.read = summary.read
        warnings += summary.warnings
    }
}

extension ImportBatch {
    init(_ file: ExportFile, header: [String], fields: [Field?]) {
        self.init(
            id: Identity.batch(source: file.source, entity: file.entity, fileDigest: file.digestBytes),
            source: file.source, entity: file.entity, profile: file.profile.name, encoding: file.encoding.name,
            file: file.shownAs, digest: file.digest, header: header, fields: fields)
    }
}

extension Reject {
    /// The reject with the column that its field was read from, where the file has one.
    func located(in batch: ImportBatch) -> Reject {
        guard position.column == nil, let field, let index = batch.fields.firstIndex(of: field) else { return self }
        var located = self
        located.position.column = index + 1
        return located
    }
}
