import Records

/// What somebody has to do something about: due soon, overdue and kept, disputed, and what keeps
/// coming back (`bouncing`, with how often). Pages show the first rows of it.
enum ActionTable: DataTable {
    static let name = "actions"
    static let columns = [
        DataColumn("action", .code), DataColumn("customer_id", .code), DataColumn("customer_name", .text),
        DataColumn("rep_id", .code), DataColumn("rep_name", .text), DataColumn("deadline", .date),
        DataColumn("days_left", .integer), DataColumn("reason", .code), DataColumn("detail", .text),
    ]

    static func rows(_ night: Night) -> [[String?]] {
        let due = night.actions.due(within: night.actions.soonDays).map { due in
            ["due"] + night.customerColumns(due.customer) + night.repColumns(due.rep)
                + [due.deadline.description, String(due.daysLeft), nil, nil]
        }
        let kept = night.actions.kept.map { kept in
            ["kept"] + night.customerColumns(kept.customer) + night.repColumns(kept.rep)
                + [
                    kept.deadline?.description, kept.deadline.map { String($0 - night.date) }, kept.reason.rawValue,
                    kept.detail.text,
                ]
        }
        let disputed = night.facts.disputes.map { dispute in
            ["disputed"] + night.customerColumns(dispute.customer) + night.repColumns(dispute.owner)
                + [nil, nil, dispute.rule, dispute.others.joined(separator: ";")]
        }
        let bouncing = night.pool.bouncing.map { customer in
            ["bouncing", customer.id.rawValue, customer.name] + night.repColumns(customer.formerOwners.last?.rep)
                + [nil, nil, nil, String(customer.timesRecycled)]
        }
        return due + kept + disputed + bouncing
    }
}
