import Records

/// Every claim request that the night decided, with its reason.
enum ClaimTable: DataTable {
    static let name = "claims"
    static let columns = [
        DataColumn("business_date", .date), DataColumn("request", .code), DataColumn("customer_id", .code),
        DataColumn("customer_name", .text), DataColumn("rep_id", .code), DataColumn("rep_name", .text),
        DataColumn("decision", .code), DataColumn("reason", .code), DataColumn("detail", .text),
    ]

    static func rows(_ night: Night) -> [[String?]] {
        night.facts.decisions.filter { $0.kind == .claim }.map { decision in
            [night.date.description, decision.request] + night.customerColumns(decision.customer)
                + night.repColumns(decision.rep)
                + [decision.isGranted ? "granted" : "refused", decision.reason.rawValue, decision.detail.text]
        }
    }
}
