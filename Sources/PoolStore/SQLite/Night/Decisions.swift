import GRDB
import Records

extension SQLiteStore {
    package func apply(_ decisions: [Decision], date: BusinessDate, at: Instant) throws {
        try change(date, at) { change in
            var ordinal = try change.db.count(
                "SELECT coalesce(max(ordinal), 0) FROM decisions WHERE business_date = ?", [date])
            for decision in decisions {
                ordinal += 1
                try change.keep(decision, ordinal: ordinal)
                switch decision.kind {
                case .recycle: try change.recycle(decision)
                case .claim: try change.decideClaim(decision)
                case .allocation: try change.allocate(decision)
                }
            }
        }
    }

    package func decisions(of date: BusinessDate) throws -> [Decision] {
        try read { db in
            try db.all("SELECT \(decisionColumns) FROM decisions WHERE business_date = ? ORDER BY ordinal", [date]) {
                try $0.decision()
            }
        }
    }
}

private let decisionColumns = """
    kind, customer_id, rep_id, is_granted, strategy, score, rank, reason, detail, eligible, rejected, request
    """

extension Change {
    private var run: String { date.description }

    fileprivate func keep(_ decision: Decision, ordinal: Int) throws {
        try db.run(
            "INSERT INTO decisions (business_date, ordinal, \(decisionColumns)) VALUES (\(marks(14)))",
            [
                date, ordinal, decision.kind.rawValue, decision.customer, decision.rep, decision.isGranted,
                decision.strategy?.rawValue, decision.score, decision.rank, decision.reason.rawValue,
                decision.detail.text,
                try JSONText.of(decision.eligible.map(CandidateText.init)),
                try JSONText.of(decision.rejected.map(RejectionText.init)), decision.request,
            ])
    }

    fileprivate func recycle(_ decision: Decision) throws {
        guard decision.isGranted, let rep = decision.rep else { return }
        if let basis = decision.basis { try check(basis, of: decision.customer, heldBy: rep) }
        try endSpell(of: decision.customer, heldBy: rep, because: .recycled, run: run)
        log(
            .recycled, customer: decision.customer, rep: rep, run: run,
            payload: ["reason": decision.reason.rawValue, "detail": decision.detail.text])
    }

    /// Compare-and-set: the spell is the one that was judged, and no follow-up came in between that saves it.
    private func check(_ basis: Decision.Basis, of customer: CustomerID, heldBy rep: RepID) throws {
        let isSame = try db.count(
            "SELECT count(*) FROM spells WHERE customer_id = ? AND rep_id = ? AND started_at = ? AND ended_at IS NULL",
            [customer, rep, basis.startedAt])
        guard isSame == 1 else {
            throw StoreConflict(customer: customer, reason: .withdrawn, detail: "the spell that was judged is over")
        }
        let last = try db.lastFollowUp(of: customer, by: rep, from: basis.startedAt, through: at)
        guard last == basis.lastFollowUpAt else {
            throw StoreConflict(
                customer: customer, reason: .withdrawn, detail: "its follow-ups are not those that were judged")
        }
    }

    fileprivate func decideClaim(_ decision: Decision) throws {
        let payload = ["reason": decision.reason.rawValue, "request": decision.request]
        if decision.isGranted, let rep = decision.rep {
            try openSpell(of: decision.customer, for: rep, as: .claim, run: run)
        }
        log(
            decision.isGranted ? .claimGranted : .claimRefused, customer: decision.customer, rep: decision.rep,
            run: run,
            payload: payload)
        for key in RecordKey.readings(of: decision.request ?? "") {
            try db.run(
                "UPDATE claims SET decided_on = ?, is_granted = ?, reason = ? WHERE source = ? AND external_id = ?",
                [date, decision.isGranted, decision.reason.rawValue, key.source, key.externalID])
        }
    }

    fileprivate func allocate(_ decision: Decision) throws {
        let payload = ["reason": decision.reason.rawValue, "strategy": decision.strategy?.rawValue]
        if decision.isGranted, let rep = decision.rep {
            try openSpell(of: decision.customer, for: rep, as: .allocation, run: run)
        }
        log(
            decision.isGranted ? .allocated : .leftUnallocated, customer: decision.customer, rep: decision.rep,
            run: run,
            payload: payload)
    }
}

extension ColumnReader {
    /// Reads `decisionColumns`.
    mutating func decision() throws -> Decision {
        Decision(
            kind: try choice(), customer: id(), rep: optionalID(), isGranted: flag(), strategy: try optionalChoice(),
            score: optionalReal(), rank: optionalInteger(), reason: try choice(), detail: try detail(),
            eligible: try JSONText.values(text(), of: CandidateText.self).map(\.candidate),
            rejected: try JSONText.values(text(), of: RejectionText.self).map { try $0.rejection() },
            request: optionalText())
    }
}

extension ColumnReader {
    private mutating func detail() throws -> DecisionDetail { try DecisionDetail(stored: text()) }
}

extension DecisionDetail {
    fileprivate init(stored text: String) throws {
        guard let detail = Self(text: text) else { throw StoreError.damaged("'\(text)' is no detail of a decision") }
        self = detail
    }
}

extension Database {
    /// The latest follow-up that counts, of a rep or who stood in for the rep, about a customer.
    func lastFollowUp(
        of customer: CustomerID, by rep: RepID, from start: Instant, through end: Instant
    ) throws -> Instant? {
        try first(
            """
            SELECT max(f.at) FROM (SELECT ? AS customer_id, ? AS rep_id) AS s
            JOIN follow_ups f ON f.customer_id = s.customer_id AND \(isOfOwner)
            WHERE f.counts = 1 AND f.at >= ? AND f.at <= ?
            """, [customer, rep, start, end]
        ) { $0.optionalInstant() } ?? nil
    }

    /// What was decided about these customers, newest first, each with the run that decided it.
    func decisions(about customers: [CustomerID]) throws -> [(run: String, decision: Decision)] {
        try all(
            """
            SELECT business_date, \(decisionColumns) FROM decisions WHERE customer_id IN (\(marks(customers.count)))
            ORDER BY business_date DESC, ordinal DESC
            """, customers
        ) { (run: $0.date().description, decision: try $0.decision()) }
    }
}

/// `Decision.Candidate` as it is written to the store.
private struct CandidateText: Codable {
    var rep: String
    var score: Double?
    var probability: Double?
    var minorUnits: Int64?
    var currency: String?

    init(_ candidate: Decision.Candidate) {
        rep = candidate.rep.rawValue
        score = candidate.score
        probability = candidate.probability
        minorUnits = candidate.value?.minorUnits
        currency = candidate.value?.currency
    }

    var candidate: Decision.Candidate {
        var value: Money?
        if let minorUnits, let currency { value = Money(minorUnits: minorUnits, currency: currency) }
        return Decision.Candidate(rep: RepID(rep), score: score, probability: probability, value: value)
    }
}

/// `Decision.Rejection` as it is written to the store.
private struct RejectionText: Codable {
    var rep: String
    var reason: String
    var detail: String

    init(_ rejection: Decision.Rejection) {
        rep = rejection.rep.rawValue
        reason = rejection.reason.rawValue
        detail = rejection.detail.text
    }

    func rejection() throws -> Decision.Rejection {
        guard let reason = ReasonCode(rawValue: reason) else {
            throw StoreError.damaged("'\(reason)' is no reason code")
        }
        return Decision.Rejection(rep: RepID(rep), reason: reason, detail: try DecisionDetail(stored: detail))
    }
}
