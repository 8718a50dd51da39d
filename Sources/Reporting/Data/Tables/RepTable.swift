import Records

/// Every rep of the roster: what they hold, what limits them, what the night did for them.
enum RepTable: DataTable {
    static let name = "reps"
    static let columns = [
        DataColumn("rep_id", .code), DataColumn("rep_name", .text), DataColumn("team", .text),
        DataColumn("presence", .code), DataColumn("tier", .text), DataColumn("holdings", .integer),
        DataColumn("holding_limit", .integer), DataColumn("claims_in_window", .integer),
        DataColumn("claim_limit", .integer), DataColumn("intake_in_window", .integer),
        DataColumn("intake_limit", .integer), DataColumn("claims_granted", .integer),
        DataColumn("claims_refused", .integer), DataColumn("allocated", .integer), DataColumn("recycled", .integer),
        DataColumn("tier_reason", .text),
    ]

    static func rows(_ night: Night) -> [[String?]] {
        func tally(_ reps: [RepID?]) -> [RepID: Int] {
            reps.reduce(into: [:]) { counts, rep in if let rep { counts[rep, default: 0] += 1 } }
        }
        let granted = tally(night.claims.granted.map(\.rep))
        let refused = tally(night.claims.refused.map(\.rep))
        let allocated = tally(night.allocation.allocated.map(\.rep))
        let recycled = tally(night.recycling.tonight.map(\.rep))
        let reasons = Dictionary(night.facts.tiers.map { ($0.rep, $0.reason) }, uniquingKeysWith: { first, _ in first })
        return night.reps.standings.map { standing in
            let rep = standing.rep.id
            let limits = night.claims.limits[rep]
            return night.repColumns(rep) + [
                standing.rep.team, presence(standing.rep.presence(on: night.date)), standing.tier,
                String(standing.holdings), limits?.holdings.map(String.init), String(standing.claimsInWindow),
                limits?.claims.map(String.init), String(standing.intakeInWindow), limits?.intake.map(String.init),
                String(granted[rep] ?? 0), String(refused[rep] ?? 0), String(allocated[rep] ?? 0),
                String(recycled[rep] ?? 0), reasons[rep]?.text,
            ]
        }
    }

    private static func presence(_ presence: Rep.Presence) -> String {
        switch presence {
        case .present: "present"
        case .inactive: "inactive"
        case .notStarted: "not_started"
        case .left: "left"
        case .onLeave: "on_leave"
        }
    }
}
