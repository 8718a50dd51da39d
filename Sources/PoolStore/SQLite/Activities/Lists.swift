import GRDB
import Records

extension Contact: Activity {
    static let table = "contacts"
    static let entity = Entity.contacts
    static let hasRep = false
    static let columns = ["name", "title", "mobile", "phone", "email", "wechat", "is_decision_maker"]

    var customerReference: Reference? { customer }
    var values: [SQLValue] { [name, title, mobile, phone, email, wechat, isDecisionMaker] }

    init(_ texts: ReferenceTexts, _ row: inout ColumnReader) throws {
        self.init(customer: texts.customer ?? Reference(""), name: row.text())
        title = row.optionalText()
        mobile = row.optionalText()
        phone = row.optionalText()
        email = row.optionalText()
        wechat = row.optionalText()
        isDecisionMaker = row.optionalFlag()
    }

    func entry(recordedAt: Instant) -> ActivityEntry? { nil }
}

extension FollowUp: Activity {
    static let table = "follow_ups"
    static let entity = Entity.followUps
    static let columns = ["at", "recorded_at", "channel", "outcome", "next_at", "note", "counts"]

    var customerReference: Reference? { customer }
    var repReference: Reference? { rep }
    var values: [SQLValue] { [at, recordedAt, channel, outcome, nextAt, note, counts] }

    init(_ texts: ReferenceTexts, _ row: inout ColumnReader) throws {
        self.init(customer: texts.customer ?? Reference(""), rep: texts.rep, at: row.instant())
        recordedAt = row.optionalInstant()
        channel = row.optionalText()
        outcome = row.optionalText()
        nextAt = row.optionalInstant()
        note = row.optionalText()
        counts = row.flag()
    }

    func entry(recordedAt: Instant) -> ActivityEntry? {
        ActivityEntry(
            kind: .followedUp, at: at,
            payload: ["channel": channel, "outcome": outcome, "counts": counts ? "true" : "false"])
    }
}

extension Deal: Activity {
    static let table = "deals"
    static let entity = Entity.deals
    static let columns = ["stage", "status", "amount_minor", "amount_currency", "created_at", "closed_at"]

    var customerReference: Reference? { customer }
    var repReference: Reference? { rep }
    var values: [SQLValue] {
        [stage, status.rawValue, amount?.minorUnits, amount?.currency, createdAt, closedAt]
    }

    init(_ texts: ReferenceTexts, _ row: inout ColumnReader) throws {
        let stage = row.optionalText()
        self.init(customer: texts.customer ?? Reference(""), rep: texts.rep, status: try row.choice())
        self.stage = stage
        amount = row.optionalMoney()
        createdAt = row.optionalInstant()
        closedAt = row.optionalInstant()
    }

    func entry(recordedAt: Instant) -> ActivityEntry? {
        ActivityEntry(
            kind: .dealRecorded, at: closedAt ?? createdAt ?? recordedAt,
            payload: [
                "stage": stage, "status": status.rawValue, "amount_minor": amount.map { String($0.minorUnits) },
                "currency": amount?.currency,
            ])
    }
}

extension Payment: Activity {
    static let table = "payments"
    static let entity = Entity.payments
    static let hasDeal = true
    static let columns = ["paid_at", "amount_minor", "amount_currency", "status"]

    var customerReference: Reference? { customer }
    var repReference: Reference? { rep }
    var dealReference: Reference? { deal }
    var values: [SQLValue] { [paidAt, amount.minorUnits, amount.currency, status] }

    init(_ texts: ReferenceTexts, _ row: inout ColumnReader) throws {
        let paidAt = row.optionalInstant()
        guard let amount = row.optionalMoney() else { throw StoreError.damaged("a payment has no amount") }
        self.init(customer: texts.customer, deal: texts.deal, rep: texts.rep, amount: amount)
        self.paidAt = paidAt
        status = row.optionalText()
    }

    func entry(recordedAt: Instant) -> ActivityEntry? {
        ActivityEntry(
            kind: .paid, at: paidAt ?? recordedAt,
            payload: [
                "amount_minor": String(amount.minorUnits), "currency": amount.currency, "status": status,
            ])
    }
}

extension Claim: Activity {
    static let table = "claims"
    static let entity = Entity.claims
    static let needsRep = true
    static let columns = ["requested_at", "is_withdrawn"]

    var customerReference: Reference? { customer }
    var repReference: Reference? { rep }
    var values: [SQLValue] { [requestedAt, isWithdrawn] }

    init(_ texts: ReferenceTexts, _ row: inout ColumnReader) throws {
        self.init(
            customer: texts.customer ?? Reference(""), rep: texts.rep ?? Reference(""), requestedAt: row.instant(),
            isWithdrawn: row.flag())
    }

    func entry(recordedAt: Instant) -> ActivityEntry? {
        ActivityEntry(
            kind: .claimRequested, at: requestedAt, payload: ["withdrawn": isWithdrawn ? "true" : nil])
    }
}
