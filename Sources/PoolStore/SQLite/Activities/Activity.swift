import GRDB
import Records

/// A row of a list that is about a customer, as far as the store treats all such lists alike.
///
/// One conformance per list: its table, its columns, what it refers to and which event it leaves.
protocol Activity: Equatable, Sendable {
    static var table: String { get }
    static var entity: Entity { get }
    /// Without both sides known it has to wait; a follow-up of somebody unknown is a follow-up all the same.
    static var needsRep: Bool { get }
    static var hasRep: Bool { get }
    static var hasDeal: Bool { get }
    /// Columns of the values below, beside those that all lists have.
    static var columns: [String] { get }

    var customerReference: Reference? { get }
    var repReference: Reference? { get }
    var dealReference: Reference? { get }
    var values: [SQLValue] { get }

    init(_ texts: ReferenceTexts, _ row: inout ColumnReader) throws
    /// What the ledger learns once everything is known; `nil`: nothing.
    func entry(recordedAt: Instant) -> ActivityEntry?
}

extension Activity {
    static var needsRep: Bool { false }
    static var hasRep: Bool { true }
    static var hasDeal: Bool { false }
    var repReference: Reference? { nil }
    var dealReference: Reference? { nil }
}

struct ReferenceTexts: Sendable {
    var customer: Reference?
    var rep: Reference?
    var deal: Reference?
}

struct ActivityEntry: Equatable, Sendable {
    var kind: Event.Kind
    var at: Instant
    var payload: [String: String?]
}

/// What a row's references turned out to be.
struct Links: Equatable, Sendable {
    var customer: CustomerID?
    var rep: RepID?
    var deal: RecordKey?
}

/// A row as it is stored.
struct StoredActivity<Value: Activity>: Sendable {
    var key: RecordKey
    var batch: BatchID
    var digest: String
    var isSettled: Bool
    var links: Links
    var value: Value

    var isPending: Bool { links.customer == nil || Value.needsRep && links.rep == nil }
}

extension Activity {
    /// Columns of `StoredActivity`, in the order in which it is read.
    static var storedColumns: [String] {
        let rep: [String] = hasRep ? ["rep_text", "rep_id"] : []
        let deal: [String] = hasDeal ? ["deal_text", "deal_source", "deal_id"] : []
        let common = ["source", "external_id", "batch_id", "digest", "is_settled", "customer_text", "customer_id"]
        return common + rep + deal + columns
    }

    static var storedList: String { storedColumns.joined(separator: ", ") }
}

extension ColumnReader {
    /// Reads `Activity.storedColumns`.
    mutating func activity<Value: Activity>(_: Value.Type) throws -> StoredActivity<Value> {
        let key = key()
        let batch: BatchID = id()
        let digest = text()
        let isSettled = flag()
        var texts = ReferenceTexts()
        var links = Links()
        texts.customer = optionalText().map { Reference($0) }
        links.customer = optionalID()
        if Value.hasRep {
            texts.rep = optionalText().map { Reference($0) }
            links.rep = optionalID()
        }
        if Value.hasDeal {
            texts.deal = optionalText().map { Reference($0) }
            let (source, id) = (optionalText(), optionalText())
            if let source, let id { links.deal = RecordKey(source: source, externalID: id) }
        }
        return StoredActivity(
            key: key, batch: batch, digest: digest, isSettled: isSettled, links: links,
            value: try Value(texts, &self))
    }
}

extension Database {
    func activities<Value: Activity>(
        _ type: Value.Type, where condition: String, _ arguments: [SQLValue] = []
    ) throws -> [StoredActivity<Value>] {
        try all(
            """
            SELECT \(Value.storedList) FROM \(Value.table) WHERE \(condition) ORDER BY source, external_id
            """, arguments
        ) { try $0.activity(Value.self) }
    }

    func activity<Value: Activity>(_ type: Value.Type, _ key: RecordKey) throws -> StoredActivity<Value>? {
        try first(
            "SELECT \(Value.storedList) FROM \(Value.table) WHERE source = ? AND external_id = ?",
            [key.source, key.externalID]
        ) { try $0.activity(Value.self) }
    }
}
