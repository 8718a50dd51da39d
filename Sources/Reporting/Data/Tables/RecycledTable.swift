import Records

/// Every customer that the night sent back to the pool.
enum RecycledTable: DataTable {
    static let name = "recycled"
    static let columns = [
        DataColumn("business_date", .date), DataColumn("customer_id", .code), DataColumn("customer_name", .text),
        DataColumn("rep_id", .code), DataColumn("rep_name", .text), DataColumn("team", .text),
        DataColumn("held_since", .time), DataColumn("deadline", .date), DataColumn("reason", .code),
        DataColumn("detail", .text),
    ]

    static func rows(_ night: Night) -> [[String?]] {
        night.recycling.tonight.map { recycled in
            [night.date.description] + night.customerColumns(recycled.customer) + night.repColumns(recycled.rep)
                + [
                    recycled.rep.map(night.reps.team(of:)), night.iso(recycled.heldSince),
                    recycled.deadline?.description, recycled.reason.rawValue, recycled.detail.text,
                ]
        }
    }
}
