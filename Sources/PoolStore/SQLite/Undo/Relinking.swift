import GRDB
import Records

/// Looks up again what rows of lists refer to, where that is gone or was taken apart.
struct Relinking {
    private let change: Change
    private var db: Database { change.db }
    /// Both sides of what was taken apart.
    private let apart: [CustomerID]
    /// What rows may call records by that left a customer that stays: `id` and `source:id`.
    private let removedNames: [String]
    /// Customers whose first win may be another now.
    private(set) var wins: Set<CustomerID> = []
    /// Rows that wait for what they refer to, and did not before.
    private(set) var waitingRows = 0

    init(_ change: Change, apart: [CustomerID], removedNames: [String] = []) {
        self.change = change
        self.apart = apart
        self.removedNames = removedNames
    }

    mutating func run() throws {
        let references = References(db)
        // Deals first: payments may know their customer only through one.
        try relink(Deal.self, references)
        try relink(Payment.self, references)
        try relink(FollowUp.self, references)
        try relink(Contact.self, references)
        try relink(Claim.self, references)
    }

    /// Looks up again what refers to something that is gone, or to customers that were taken apart.
    private mutating func relink<Value: Activity>(_ type: Value.Type, _ references: References) throws {
        var orphaned = [
            "(customer_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM customers c WHERE c.id = customer_id))",
            "customer_id IN (SELECT value FROM json_each(?))",
            "customer_text IN (SELECT value FROM json_each(?))",
        ]
        if Value.hasRep {
            orphaned.append("(rep_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM reps r WHERE r.id = rep_id))")
        }
        if Value.hasDeal {
            orphaned.append(
                """
                (deal_id IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM deals d WHERE d.source = deal_source AND d.external_id = deal_id))
                """)
            // Its customer may be known through the deal alone, and that has gone or moved.
            orphaned.append("customer_text IS NULL")
        }
        for former in try db.activities(
            Value.self, where: orphaned.joined(separator: " OR "),
            [CompactJSON.array(apart.map(\.rawValue)), CompactJSON.array(removedNames)])
        {
            try relink(former, references)
        }
    }

    private mutating func relink<Value: Activity>(_ former: StoredActivity<Value>, _ references: References) throws {
        var row = former
        row.links = Links()
        if case .found(let links) = try change.links(of: row.value, from: row.key.source, references) {
            row.links = links
        }
        // What the text does not say now, it said when it was looked up first.
        if row.links.customer == nil, let text = row.value.customerReference?.text, !removedNames.contains(text),
            let customer = former.links.customer, try db.number(of: customer) != nil
        {
            row.links.customer = customer
        }
        if row.links.rep == nil, let rep = former.links.rep,
            try db.count("SELECT count(*) FROM reps WHERE id = ?", [rep]) > 0
        {
            row.links.rep = rep
        }
        row.isSettled = change.isSettled(row, isNight: former.isSettled)
        guard row.links != former.links || row.isSettled != former.isSettled else { return }
        try change.writeLinks(row)
        try change.settle(row, former: former, &wins)
        if former.isSettled, !row.isSettled { waitingRows += 1 }
    }
}
