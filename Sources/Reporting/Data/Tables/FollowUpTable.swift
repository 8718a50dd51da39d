import Records

/// Compliance and time to first follow-up, rep by rep, in the order of the roster.
enum FollowUpTable: DataTable {
    static let name = "follow-ups"
    static let columns = [
        DataColumn("rep_id", .code), DataColumn("rep_name", .text), DataColumn("team", .text),
        DataColumn("duties_due", .integer), DataColumn("duties_met", .integer), DataColumn("compliance", .number),
        DataColumn("compliance_low", .number), DataColumn("compliance_high", .number),
        DataColumn("compliance_shrunk", .number), DataColumn("duties_not_due", .integer),
        DataColumn("first_follow_up_spells", .integer), DataColumn("first_follow_up_median_hours", .number),
        DataColumn("first_follow_up_p75_hours", .number), DataColumn("first_follow_up_p90_hours", .number),
        DataColumn("longest_wait_hours", .number),
    ]

    static func rows(_ night: Night) -> [[String?]] {
        let lines = Dictionary(night.compliance.lines.map { ($0.rep, $0) }, uniquingKeysWith: { first, _ in first })
        let known = night.reps.standings.map(\.rep.id)
        let former = Set(lines.keys).union(night.firstFollowUp.byRep.keys).subtracting(known).sorted()
        return (known + former).map { rep in
            let share = lines[rep]?.share ?? Proportion(0, of: 0)
            let waits = night.firstFollowUp.byRep[rep] ?? KaplanMeier([])
            return night.repColumns(rep) + [
                night.reps.team(of: rep), String(share.total), String(share.count), fraction(share.value),
                fraction(share.wilson?.low), fraction(share.wilson?.high), fraction(lines[rep]?.shrunk),
                String(lines[rep]?.pending ?? 0), String(waits.count), hours(waits.quantile(0.5)),
                hours(waits.quantile(0.75)), hours(waits.quantile(0.9)), hours(waits.longest),
            ]
        }
    }
}
