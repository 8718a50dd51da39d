import GRDB
import Records

extension SQLiteStore {
    package func resolvePending(makeFormerReps: Bool, date: BusinessDate, at: Instant) throws -> [Entity: Int] {
        try change(date, at) { change in
            let references = References(change.db)
            // Deals first: payments may know their customer only through one.
            try change.resolve(Deal.self, references, makeFormerReps)
            try change.resolve(Payment.self, references, makeFormerReps)
            try change.resolve(FollowUp.self, references, makeFormerReps)
            try change.resolve(Contact.self, references, makeFormerReps)
            try change.resolve(Claim.self, references, makeFormerReps)
            return try change.db.pendingCounts()
        }
    }

    package func pendingCounts() throws -> [Entity: Int] { try read { try $0.pendingCounts() } }
}

extension Database {
    /// By day a rep or a deal may be all that a row waits for; at night only what nobody knows or what may be several.
    fileprivate func pendingCounts() throws -> [Entity: Int] {
        let lists: [any Activity.Type] = [Contact.self, FollowUp.self, Deal.self, Payment.self, Claim.self]
        var waiting: [Entity: Int] = [:]
        for list in lists {
            let rows = try count("SELECT count(*) FROM \(list.table) WHERE is_settled = 0")
            if rows > 0 { waiting[list.entity] = rows }
        }
        return waiting
    }
}

/// What became of all references of a row.
enum LinkResolution {
    case found(Links)
    case ambiguous(Field, candidates: [String])
}

extension Change {
    /// Looks up what a row refers to. A payment without a customer has that of its deal.
    func links(
        of value: some Activity, from source: String, _ references: References
    ) throws -> LinkResolution {
        var links = Links()
        if let reference = value.dealReference {
            let deals = try references.deal(reference, from: source)
            if deals.count > 1 { return .ambiguous(.deal, candidates: deals.map(\.description)) }
            links.deal = deals.first
        }
        if let reference = value.customerReference {
            switch try references.customer(reference, from: source) {
            case .found(let id): links.customer = id
            case .ambiguous(let ids): return .ambiguous(.customer, candidates: ids.map(\.rawValue))
            case .none: break
            }
        }
        if links.customer == nil, let deal = links.deal {
            links.customer = try db.activity(Deal.self, deal)?.links.customer
        }
        if let reference = value.repReference {
            switch try references.rep(reference, from: source) {
            case .found(let id): links.rep = id
            case .ambiguous(let ids): return .ambiguous(.rep, candidates: ids.map(\.rawValue))
            case .none: break
            }
        }
        return .found(links)
    }

    /// Tries the open references of one list again.
    fileprivate func resolve<Value: Activity>(
        _ type: Value.Type, _ references: References, _ makeFormerReps: Bool
    ) throws {
        var touched: Set<CustomerID> = []
        for former in try db.activities(Value.self, where: "is_settled = 0") {
            var row = former
            if case .found(let links) = try self.links(of: row.value, from: row.key.source, references) {
                row.links = links
            }
            if makeFormerReps, row.links.rep == nil, let reference = row.value.repReference {
                row.links.rep = try formerRep(reference, row.key.source, references)
            }
            row.isSettled = isSettled(row, isNight: makeFormerReps)
            if row.links != former.links || row.isSettled {
                try writeLinks(row)
                try settle(row, former: former, &touched)
            }
        }
        for customer in touched.sorted() { try refreshWin(of: customer) }
    }

    /// Only for somebody whom nothing is known of: an ambiguous name stays open.
    private func formerRep(_ reference: Reference, _ source: String, _ references: References) throws -> RepID? {
        guard !reference.text.isEmpty, case .none = try references.rep(reference, from: source) else { return nil }
        let rep = try makeFormerRep(reference.text, source: source)
        try references.addFormer(rep)
        return rep
    }

    /// Gives a rep's rows, or those of which `belongs` is true, to another.
    func reassign<Value: Activity>(
        _ type: Value.Type, from former: RepID, to rep: RepID,
        where belongs: ((source: String, reference: Reference?)) throws -> Bool = { _ in true }
    ) throws {
        var touched: Set<CustomerID> = []
        for stored in try db.activities(Value.self, where: "rep_id = ?", [former])
        where try belongs((stored.key.source, stored.value.repReference)) {
            var row = stored
            row.links.rep = rep
            try writeLinks(row)
            try settle(row, former: stored, &touched)
        }
        for customer in touched.sorted() { try refreshWin(of: customer) }
    }

    func writeLinks<Value: Activity>(_ row: StoredActivity<Value>) throws {
        let rep = Value.hasRep ? ", rep_id = ?" : ""
        let deal = Value.hasDeal ? ", deal_source = ?, deal_id = ?" : ""
        try db.run(
            """
            UPDATE \(Value.table) SET customer_id = ?, is_settled = ?\(rep)\(deal)
            WHERE source = ? AND external_id = ?
            """,
            [row.links.customer, row.isSettled] + (Value.hasRep ? [row.links.rep] : [])
                + (Value.hasDeal ? [row.links.deal?.source, row.links.deal?.externalID] : [])
                + [row.key.source, row.key.externalID])
    }
}
