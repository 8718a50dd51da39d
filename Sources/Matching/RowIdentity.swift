import Records

/// Rows of one file that have one id: which of them counts (SPEC.md, "Identity").
package enum RowIdentity {
    /// Every row passed in is in exactly one of `rows`, `repeated` and `rejects`.
    package struct Resolution<Value: Sendable>: Sendable {
        /// One row per id, in file order.
        package var rows: [Row<Value>] = []
        /// Rows that say nothing new: repetitions, and older states of a row that counts. They count as unchanged.
        package var repeated: [Row<Value>] = []
        package var rejects: [Reject] = []
        /// What repeated customer rows have to say about further contacts, under derived ids.
        package var contacts: [Row<Contact>] = []
    }

    /// Settles the ids of one file.
    ///
    /// The newer `updated_at` wins. Rows of the same content are one row, of which the first counts. Where contents differ
    /// and `updated_at` does not say which is newest, all rows of the id are rejected (`duplicate_id`): to take one would
    /// be a guess. The same rows are chosen whatever their order in the file.
    package static func resolve<Value: Equatable>(
        _ rows: [Row<Value>], updatedAt: (Value) -> Instant? = { _ in nil }
    ) -> Resolution<Value> {
        resolveRows(rows, updatedAt: updatedAt)
    }

    static func resolveRows<Value: Equatable>(
        _ rows: [Row<Value>], updatedAt: (Value) -> Instant? = { _ in nil }
    ) -> Resolution<Value> {
        resolve(
            rows, updatedAt: updatedAt, isSame: { $0.value == $1.value && $0.flags == $1.flags },
            contact: { _, _ in nil })
    }

    /// The same for customers, where rows of one id that differ only in contact, mobile, phone and e-mail are one
    /// customer and its further contacts.
    package static func resolve(_ rows: [Row<CustomerRecord>]) -> Resolution<CustomerRecord> {
        resolve(
            rows, updatedAt: \.customer.updatedAt,
            isSame: { left, right in
                withoutContact(left.value) == withoutContact(right.value) && otherFlags(left) == otherFlags(right)
            },
            contact: { row, chosen in
                contactTexts(of: row) == contactTexts(of: chosen) ? nil : contact(of: row)
            })
    }

    private static func resolve<Value>(
        _ rows: [Row<Value>], updatedAt: (Value) -> Instant?, isSame: (Row<Value>, Row<Value>) -> Bool,
        contact: (_ row: Row<Value>, _ chosen: Row<Value>) -> Row<Contact>?
    ) -> Resolution<Value> {
        var order: [RecordKey] = []
        var rowsOf: [RecordKey: [Row<Value>]] = [:]
        for row in rows {
            if rowsOf[row.key] == nil { order.append(row.key) }
            rowsOf[row.key, default: []].append(row)
        }
        var resolution = Resolution<Value>()
        for key in order {
            guard let rows = rowsOf[key] else { continue }
            guard rows.count > 1 else {
                resolution.rows += rows
                continue
            }
            let newest = newest(of: rows, updatedAt: updatedAt)
            guard let first = newest.first, newest.dropFirst().allSatisfy({ isSame($0, first) }) else {
                resolution.rejects += rejects(of: rows)
                continue
            }
            let chosen = newest.min { isPreferred($0, to: $1) } ?? first
            resolution.rows.append(chosen)
            resolution.repeated += rows.filter { $0.position != chosen.position }
            resolution.contacts += newest.compactMap { contact($0, chosen) }
        }
        resolution.rows.sort { $0.position.line < $1.position.line }
        resolution.repeated.sort { $0.position.line < $1.position.line }
        resolution.rejects.sort { $0.position.line < $1.position.line }
        resolution.contacts = unique(resolution.contacts)
        return resolution
    }

    /// The rows of the latest `updated_at`; all of them where any has none, since it cannot be placed in time.
    private static func newest<Value>(of rows: [Row<Value>], updatedAt: (Value) -> Instant?) -> [Row<Value>] {
        let times = rows.compactMap { updatedAt($0.value) }
        guard times.count == rows.count, let latest = times.max() else { return rows }
        return rows.filter { updatedAt($0.value) == latest }
    }

    /// The fuller row, then by the bytes of the cells, then by line: of rows that mean the same, the same one is kept in
    /// any order.
    private static func isPreferred<Value>(_ left: Row<Value>, to right: Row<Value>) -> Bool {
        let (filled, otherFilled) = (filledCells(of: left.cells), filledCells(of: right.cells))
        if filled != otherFilled { return filled > otherFilled }
        let count = max(left.cells.count, right.cells.count)
        for index in 0..<count {
            let (one, other) = (left.cells.utf8(index), right.cells.utf8(index))
            if one != other { return one.lexicographicallyPrecedes(other) }
        }
        return left.position.line < right.position.line
    }

    private static func filledCells(of cells: CellTexts) -> Int {
        (0..<cells.count).reduce(0) { $0 + (cells.utf8($1).isEmpty ? 0 : 1) }
    }

    private static func rejects<Value>(of rows: [Row<Value>]) -> [Reject] {
        let lines = rows.map(\.position.line).sorted()
        let last = lines.last.map(String.init) ?? ""
        let list = lines.dropLast().map(String.init).joined(separator: ", ")
        return rows.map { row in
            Reject(
                position: row.position, field: .id, code: .duplicateID,
                message:
                    "The id '\(row.key.externalID)' stands on lines \(list) and \(last) with different contents, and"
                    + " no updated_at says which is newer. Keep one of the rows, or give them different ids.",
                cells: row.cells)
        }
    }

    // MARK: Contacts of customers

    private static let contactFields: Set<Field> = [.contact, .mobile, .phone, .email]

    private static func withoutContact(_ record: CustomerRecord) -> CustomerRecord {
        var record = record
        record.customer.contact = nil
        record.customer.mobile = nil
        record.customer.phone = nil
        record.customer.email = nil
        return record
    }

    private static func otherFlags(_ row: Row<CustomerRecord>) -> [Flag] {
        row.flags.filter { !contactFields.contains($0.field) }
    }

    private static func contactTexts(of row: Row<CustomerRecord>) -> [String] {
        let customer = row.value.customer
        return [customer.contact, customer.mobile, customer.phone, customer.email].map { $0 ?? "" }
    }

    private static func contact(of row: Row<CustomerRecord>) -> Row<Contact>? {
        let texts = contactTexts(of: row)
        guard texts.contains(where: { !$0.isEmpty }) else { return nil }
        let customer = row.value.customer
        var contact = Contact(customer: Reference(row.key.externalID), name: customer.contact ?? "")
        contact.mobile = customer.mobile
        contact.phone = customer.phone
        contact.email = customer.email
        let id = Identity.derived(from: [row.key.externalID] + texts)
        return Row(
            key: RecordKey(source: row.key.source, externalID: id), position: row.position, value: contact,
            flags: row.flags.filter { contactFields.contains($0.field) }, cells: row.cells)
    }

    private static func unique(_ contacts: [Row<Contact>]) -> [Row<Contact>] {
        var seen: Set<RecordKey> = []
        return contacts.sorted { ($0.key, $0.position.line) < ($1.key, $1.position.line) }.filter {
            seen.insert($0.key).inserted
        }
    }
}
