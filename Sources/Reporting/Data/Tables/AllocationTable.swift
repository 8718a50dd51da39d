import Records

/// Every customer that the night tried to hand out.
enum AllocationTable: DataTable {
    static let name = "allocations"
    static let columns = [
        DataColumn("business_date", .date), DataColumn("customer_id", .code), DataColumn("customer_name", .text),
        DataColumn("rep_id", .code), DataColumn("rep_name", .text), DataColumn("decision", .code),
        DataColumn("strategy", .code), DataColumn("score", .number), DataColumn("rank", .integer),
        DataColumn("reason", .code), DataColumn("detail", .text), DataColumn("eligible", .integer),
        DataColumn("rejected", .code),
    ]

    static func rows(_ night: Night) -> [[String?]] {
        night.facts.decisions.filter { $0.kind == .allocation }.map { decision in
            [night.date.description] + night.customerColumns(decision.customer) + night.repColumns(decision.rep)
                + [
                    decision.isGranted ? "allocated" : "unallocated", decision.strategy?.rawValue,
                    decision.score.map { Format.fixed($0, 4) }, decision.rank.map(String.init),
                    decision.reason.rawValue, decision.detail.text, String(decision.eligible.count),
                    decision.rejected.map(\.reason).tallied().map { "\($0.reason.rawValue)=\($0.count)" }
                        .joined(separator: ";"),
                ]
        }
    }
}
