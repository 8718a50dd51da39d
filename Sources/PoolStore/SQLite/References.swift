import GRDB
import Records

/// Finds what a text refers to (SPEC.md, "References"): the first step that finds anything decides, two there is ambiguous.
///
/// Remembers what it found, so that a file of a thousand rows of one rep asks once. It lives as long as one change.
final class References {
    private let db: Database
    private var roster: Roster?
    private var index: KeyIndex?
    private var customers: [Asked: Resolution<Customer>] = [:]

    private struct Asked: Hashable {
        var text: String
        var source: String?
    }

    init(_ db: Database) { self.db = db }

    // MARK: Customers

    func customer(_ reference: Reference, from source: String?) throws -> Resolution<Customer> {
        let asked = Asked(text: reference.text, source: source)
        if let known = customers[asked] { return known }
        let resolution = try resolveCustomer(reference.text, from: source)
        customers[asked] = resolution
        return resolution
    }

    private func resolveCustomer(_ text: String, from source: String?) throws -> Resolution<Customer> {
        guard !text.isEmpty else { return .none }
        if let source, let id = try db.customer(of: RecordKey(source: source, externalID: text)) { return .found(id) }
        let steps: [() throws -> [CustomerID]] = [
            { try self.customers(called: ReferenceKey.id(text)) { $0.row.key.externalID == text } },
            { try self.qualified(text) },
            {
                let email = text.lowercased()
                return try self.customers(called: ReferenceKey.email(email)) { $0.row.value.customer.email == email }
            },
            {
                try self.customers(called: ReferenceKey.name(text)) {
                    $0.row.value.customer.name == text || $0.customerName == text
                }
            },
        ]
        for step in steps {
            let found = try step()
            if let resolution = Resolution(found) { return resolution }
        }
        return .none
    }

    /// The customers of records that may be called so, and are. Of a name that thousands have, twenty tell enough.
    private func customers(called hash: KeyHash, where isCalled: (StoredRow) -> Bool) throws -> [CustomerID] {
        let index = try self.index ?? KeyIndex(db)
        self.index = index
        var found: Set<CustomerID> = []
        for chunk in try index.records(hash, isReference: true).chunks where found.count < 20 {
            for stored in try db.storedRows(where: "r.number IN (\(marks(chunk.count)))", Array(chunk))
            where isCalled(stored) {
                found.insert(stored.customer)
            }
        }
        return found.sorted()
    }

    /// A customer's own id, also a former one, or `source:id` of one of its records.
    private func qualified(_ text: String) throws -> [CustomerID] {
        let id = try db.survivor(of: CustomerID(text))
        if try db.count("SELECT count(*) FROM customers WHERE id = ?", [id]) > 0 { return [id] }
        return try RecordKey.readings(of: text).compactMap { try db.customer(of: $0) }
    }

    // MARK: Reps

    /// The roster first; a former rep only where the roster has nobody.
    func rep(_ reference: Reference, from source: String?) throws -> Resolution<Rep> {
        let roster = try loadedRoster()
        let resolution = roster.resolve(reference.text, from: source)
        if case .none = resolution, let source {
            let former = RepID("\(source):\(reference.text)")
            return roster.former.contains(former) ? .found(former) : .none
        }
        return resolution
    }

    func rosterRep(_ reference: Reference, from source: String?) throws -> Resolution<Rep> {
        try loadedRoster().resolve(reference.text, from: source)
    }

    func addFormer(_ rep: RepID) throws {
        var roster = try loadedRoster()
        roster.former.insert(rep)
        self.roster = roster
    }

    private func loadedRoster() throws -> Roster {
        if let roster { return roster }
        let loaded = try Roster(db)
        roster = loaded
        return loaded
    }

    // MARK: Deals

    /// (same source, id), then that id where it is unique over all sources.
    func deal(_ reference: Reference, from source: String) throws -> [RecordKey] {
        let key = RecordKey(source: source, externalID: reference.text)
        let same = try db.all(
            "SELECT source, external_id FROM deals WHERE source = ? AND external_id = ?", [source, key.externalID]
        ) { $0.key() }
        guard same.isEmpty else { return same }
        return try db.all(
            "SELECT source, external_id FROM deals WHERE external_id = ? ORDER BY source LIMIT 20", [reference.text]
        ) { $0.key() }
    }
}

/// Everybody's ids, aliases, e-mails and names; a roster is small enough to be held.
private struct Roster {
    private var own: [String: Set<RepID>] = [:]
    private var bare: [String: Set<RepID>] = [:]
    private var aliases: [String: Set<RepID>] = [:]
    private var emails: [String: Set<RepID>] = [:]
    private var names: [String: Set<RepID>] = [:]
    var former: Set<RepID> = []

    init(_ db: Database) throws {
        // Whoever a person said is somebody else is found as that one, by whatever the other is called.
        let joined = try db.aliases()
        for (alias, rep) in joined { own[alias.rawValue, default: []].insert(rep) }
        try db.each("SELECT id, source, external_id, is_former, email, name, aliases FROM reps ORDER BY id") { row in
            let own: RepID = row.id()
            let key = row.key()
            if row.flag(), joined[own] == nil {
                former.insert(own)
                return
            }
            let id = joined[own] ?? own
            self.own[key.description, default: []].insert(id)
            bare[key.externalID, default: []].insert(id)
            aliases[own.rawValue, default: []].insert(id)
            if let email = row.optionalText() { emails[email.lowercased(), default: []].insert(id) }
            names[row.text(), default: []].insert(id)
            for alias in try row.list() { aliases[alias, default: []].insert(id) }
        }
    }

    func resolve(_ text: String, from source: String?) -> Resolution<Rep> {
        guard !text.isEmpty else { return .none }
        // An alias `source:id` says who has that id in that source: it is as good as the roster of that source.
        let sameSource = source.map { source in
            let qualified = "\(source):\(text)"
            return own[qualified, default: []].union(aliases[qualified, default: []])
        }
        let lowercased = text.lowercased()
        let steps = [
            sameSource, bare[text], aliases[text], emails[lowercased]?.union(aliases[lowercased] ?? []), names[text],
        ]
        for step in steps {
            if let resolution = Resolution((step ?? []).sorted()) { return resolution }
        }
        return .none
    }
}

extension Resolution {
    /// `nil`: nothing was found.
    fileprivate init?(_ found: [ID<Subject>]) {
        let distinct = Set(found)
        guard let first = distinct.first else { return nil }
        self = distinct.count == 1 ? .found(first) : .ambiguous(distinct.sorted())
    }
}

extension RecordKey {
    /// The keys that `source:id` can mean: a colon may stand in the source and in the id.
    static func readings(of text: String) -> [RecordKey] {
        text.indices.filter { text[$0] == ":" }.map {
            RecordKey(source: String(text[..<$0]), externalID: String(text[text.index(after: $0)...]))
        }
    }
}

extension Database {
    func customer(of key: RecordKey) throws -> CustomerID? {
        try first(
            """
            SELECT c.id FROM source_records r JOIN customers c ON c.number = r.customer
            WHERE r.source = ? AND r.external_id = ?
            """, [key.source, key.externalID]
        ) { $0.id() }
    }
}

extension SQLiteStore {
    package func resolveCustomer(_ reference: Reference, from source: String?) throws -> Resolution<Customer> {
        try read { try References($0).customer(reference, from: source) }
    }

    package func resolveRep(_ reference: Reference, from source: String?) throws -> Resolution<Rep> {
        try read { try References($0).rep(reference, from: source) }
    }
}
