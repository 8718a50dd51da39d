import Records

extension ExportTable {
    /// The columns in their order (SPEC.md, contract 3): only ever appended to.
    package var columns: [Column] {
        switch self {
        case .customers: Self.customerColumns
        case .sources:
            typed("batch", "source", "external_id") + text("file")
                + typed("line", "customer_id", "match_rule", "match_probability")
        case .assignments:
            typed("run", "business_date", "customer_id", "rep_id", "kind", "strategy", "score", "rank", "reason")
        case .spells: typed("customer_id", "rep_id", "started_at", "ended_at", "end_reason", "kind")
        case .events:
            typed(
                "seq", "business_date", "at", "recorded_at", "kind", "customer_id", "rep_id", "batch", "run", "payload")
        case .contacts:
            typed("source", "external_id", "customer_id") + text("name", "title") + typed("mobile", "phone")
                + text("email", "wechat") + typed("decision_maker")
        case .reps: Self.repColumns
        case .pool:
            typed("customer_id") + text("name") + typed("industry_section", "industry_division", "size")
                + text("needs", "level", "province", "city", "contact") + typed("mobile", "phone") + text("email")
                + typed("pool_since", "hold")
        case .followUps:
            typed("source", "external_id", "customer_id", "rep_id", "at", "recorded_at") + text("channel", "outcome")
                + typed("next_at", "counts") + text("note")
        case .deals:
            typed("source", "external_id", "customer_id", "rep_id") + text("stage")
                + typed("status", "amount", "currency", "created_at", "closed_at")
        case .payments:
            typed("source", "external_id", "customer_id", "deal", "rep_id", "paid_at", "amount", "currency")
                + text("status")
        case .owners:
            OwnerChange.columns.map {
                Column(name: $0, kind: ["owner", "previous_owner"].contains($0) ? .text : .typed)
            }
        }
    }

    private static let customerColumns =
        typed("customer_id") + text("name")
        + typed("credit_code", "industry_section", "industry_division", "industry_confidence", "size") + text("needs")
        + typed("level") + text("province", "city") + typed("employees", "revenue", "assets", "mobile", "phone")
        + text("email", "website", "pool") + typed("owner", "status", "deadline", "hold")

    private static let repColumns =
        typed("rep_id") + text("name", "email", "team", "manager_email")
        + typed("active", "starts_on", "ends_on", "leave")
        + text("industries", "sizes", "regions", "needs")
        + typed("claim_limit", "intake_limit", "holding_limit") + text("aliases") + typed("former", "alias_of")
}

/// Free text, which a spreadsheet might take for a formula.
private func text(_ names: String...) -> [ExportTable.Column] { names.map { .init(name: $0, kind: .text) } }

/// Ids, numbers, dates, phones and words of our own.
private func typed(_ names: String...) -> [ExportTable.Column] { names.map { .init(name: $0, kind: .typed) } }
