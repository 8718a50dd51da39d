import Records

/// Opening, what came in, what went out and closing, one line each, for the pool and for every rep.
enum ReconciliationTable: DataTable {
    static let name = "reconciliation"
    static let columns = [
        DataColumn("business_date", .date), DataColumn("book", .code), DataColumn("rep_id", .code),
        DataColumn("rep_name", .text), DataColumn("line", .code), DataColumn("way", .code),
        DataColumn("customers", .integer), DataColumn("balanced", .boolean),
    ]

    static func rows(_ night: Night) -> [[String?]] {
        night.facts.flows.flatMap { flow in
            func row(_ line: String, _ way: String?, _ customers: Int) -> [String?] {
                [night.date.description, flow.rep == nil ? "pool" : "rep"] + night.repColumns(flow.rep)
                    + [line, way, String(customers), flow.isBalanced ? "true" : "false"]
            }
            return [row("opening", nil, flow.opening)]
                + flow.incoming.sortedByKey.map { row("in", $0.key, $0.value) }
                + flow.outgoing.sortedByKey.map { row("out", $0.key, $0.value) }
                + [row("closing", nil, flow.closing)]
        }
    }
}
