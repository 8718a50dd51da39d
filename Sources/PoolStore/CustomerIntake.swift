import Records

/// The customers of one import on their way into the store, within one transaction: rows are taken in by the thousand
/// and stored at once, each as a customer of its own; then what belongs together is joined.
///
/// Nothing is kept in memory of a row but the hashes of its keys, so that a million rows need no more than a thousand.
package protocol CustomerIntake: AnyObject {
    /// Stores rows, none of which has the key of another one of this intake. One outcome per row.
    ///
    /// `areOurs`: this program wrote the list. A row of it that says nothing that is not known of its customer is
    /// unchanged, and not stored.
    func take(_ rows: [PreparedRow], of batch: ImportBatch, areOurs: Bool) throws -> [SaveOutcome]
    /// The stored rows of these keys, as they are now.
    func rows(of keys: [RecordKey]) throws -> [RecordKey: Row<CustomerRecord>]
    /// Puts another row in the place of one that was taken; `nil`: leaves things as they were before this intake.
    ///
    /// Returns what became of the row, compared with what was stored before the intake.
    func replace(_ key: RecordKey, with row: (PreparedRow, ImportBatch)?) throws -> SaveOutcome
    /// Indexes the keys of everything that was taken and returns the pairs of records, by number, that share one, at least
    /// one of them a record of this intake.
    func candidates() throws -> CandidatePairs
    /// Whether this intake brought the record of a number, or changed it.
    func isTaken(_ number: Int) -> Bool
    /// How many records have, or had, each of these keys, which are sorted.
    func holders(of keys: [KeyHash]) throws -> [Int]
    /// The records of these numbers and all others of their customers, ascending by number.
    func forEachRecord(around numbers: [Int], _ visit: (LinkedRecord) throws -> Void) throws
    /// Every record that was there before this intake, ascending by number.
    func forEachKnownRecord(_ visit: (LinkedRecord) throws -> Void) throws
    /// Lets a record that was there before be found by these keys, too.
    func add(_ keys: [KeyHash], to record: Int)
    /// What persons said of pairs of records, by number: that they are one customer, or two.
    func verdicts() throws -> [(left: Int, right: Int, isSame: Bool)]
    /// Keeps what a person is to decide; what was asked about records that this intake changed is asked no more.
    func ask(_ questions: [MatchQuestion]) throws
    /// The keys of the records of these numbers, sorted.
    func keys(of numbers: [Int]) throws -> [RecordKey]
    /// How many records there are.
    func recordCount() throws -> Int
    /// Every record of these customers, sorted by key.
    func records(of customers: [CustomerNumber]) throws -> [PooledRecord]
    /// Carries out what matching found. Records of this intake join their customer, absorbed customers are merged.
    func join(_ matched: [MatchedCustomer]) throws
    /// Ends the intake: new customers enter the pool. Returns the customers of which several records, some of them of
    /// this intake, speak, so that their clean record has to be made anew, sorted.
    func finish() throws -> [CustomerID]
    /// The customers that this intake brought, sorted.
    func newCustomers() throws -> [CustomerID]
}

extension CustomerIntake {
    package func take(_ rows: [PreparedRow], of batch: ImportBatch) throws -> [SaveOutcome] {
        try take(rows, of: batch, areOurs: false)
    }
}

/// A customer's number in one store: for joining tables, never shown, and different in every store.
package typealias CustomerNumber = Int

/// What a source record says, for comparing it with others.
package struct LinkedRecord: Sendable {
    package var number: Int
    package var customer: CustomerNumber
    /// Whether this intake brought it or changed it.
    package var isTaken: Bool
    /// Whether its customer was there before this intake.
    package var isCustomerKnown: Bool
    /// Of its source and id, so that it is the same in whatever order rows come.
    package var rank: UInt64
    /// The customer as bytes, so that another thread can read them.
    let clean: [UInt8]

    package func value() throws -> Customer { try CustomerCoding.customer(clean) }
}

/// A source record on its way to another customer.
package struct PooledRecord: Sendable {
    package var key: RecordKey
    package var customer: CustomerID
    package var customerStoredAt: Instant
    /// Whether this intake brought it or changed it.
    package var isTaken: Bool
    /// Whether its customer was there before this intake.
    package var isCustomerKnown: Bool
    package var number: Int
}

/// A row made ready to be stored. Making one needs no store, so that another thread can do it.
///
/// It keeps what queries ask about and the rest as the bytes that are stored, so that little goes from thread to thread.
package final class PreparedRow: Sendable {
    package let key: RecordKey
    package let position: SourcePosition
    package let flags: [Flag]
    /// The customer's id, should the row be the first of a new one.
    package let customer: CustomerID
    let digest: [UInt8]
    let cells: [UInt8]
    let clean: [UInt8]
    let columns: CustomerColumns
    let owner: String?
    /// Whether its export says who holds the customer.
    package var namesOwner: Bool { owner != nil }
    /// Whether a person has to say what its industry is.
    package let waitsForReview: Bool
    let lockedUntil: BusinessDate?
    let poolSince: Instant?
    let isWon: Bool
    let updatedAt: Instant?
    let keys: [KeyHash]
    let references: [KeyHash]

    /// `keys`: of matching, as `CompanyTable.blockingKeys` makes them; those that several customers may share.
    package init(_ row: Row<CustomerRecord>, keys: [KeyHash]) {
        key = row.key
        position = row.position
        flags = row.flags
        customer = Identity.customer(source: row.key.source, externalID: row.key.externalID)
        digest = row.cells.digestBytes
        cells = CustomerCoding.bytes(of: row.cells)
        clean = CustomerCoding.bytes(of: row)
        columns = CustomerColumns(row.value.customer)
        owner = row.value.ownership.owner?.text
        waitsForReview = row.value.customer.industry.section == nil
        lockedUntil = row.value.ownership.lockedUntil
        poolSince = row.value.ownership.poolSince
        isWon = row.value.ownership.isWon
        updatedAt = row.value.customer.updatedAt
        self.keys = keys
        references = ReferenceKey.all(of: row.key, row.value.customer)
    }

    /// The row that it was made of.
    package func row() throws -> Row<CustomerRecord> {
        let record = try CustomerCoding.record(clean)
        return Row(
            key: key, position: position, value: record.value, flags: record.flags,
            cells: try CustomerCoding.cells(cells))
    }
}

/// What a list may call a customer by, beside (source, id).
enum ReferenceKey {
    static func id(_ text: String) -> KeyHash { KeyHash(kind: "i", text) }
    static func email(_ text: String) -> KeyHash { KeyHash(kind: "e", text) }
    static func name(_ text: String) -> KeyHash { KeyHash(kind: "n", text) }

    static func all(of key: RecordKey, _ customer: Customer) -> [KeyHash] {
        var hashes = [id(key.externalID), name(customer.name)]
        if let email = customer.email { hashes.append(self.email(email)) }
        return hashes
    }
}
