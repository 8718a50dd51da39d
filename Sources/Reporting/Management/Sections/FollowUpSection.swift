import Records

/// Whether owners are in touch in time, and how soon they first are.
enum FollowUpSection: ManagementSection {
    static let name = "follow_up"

    static func view(_ page: Page) -> ViewObject {
        let compliance = page.night.compliance
        return [
            "lead": page.words.sentence(
                compliance.overall.total == 0 ? "follow_up.none" : "follow_up.lead",
                [
                    "share": page.percent("compliance", compliance.overall.value).part,
                    "met": page.count("duties_met", compliance.overall.count).part,
                    "due": page.count("duties_due", compliance.overall.total).part,
                    "recent": page.percent("compliance_28_days", compliance.recent.value).part,
                    "recent_due": page.count("duties_due_28_days", compliance.recent.total).part,
                ]
            ).view,
            "has_duties": .flag(compliance.overall.total > 0), "first": first(page).view,
            "working": working(page).view, "teams": teams(page).view, "reps": page.complianceTable(limit: 60).view,
            "has_waits": .flag(page.night.firstFollowUp.overall.isWatched), "waits": waits(page).view,
        ]
    }

    private static func first(_ page: Page) -> Sentence {
        let waits = page.night.firstFollowUp.overall
        return page.words.sentence(
            waits.count == 0
                ? "follow_up.first_none" : waits.isWatched ? "follow_up.first" : "follow_up.first_too_early",
            [
                "median": page.hours("first_follow_up_median_hours", 0.5, of: waits).part,
                "p75": page.hours("first_follow_up_p75_hours", 0.75, of: waits).part,
                "p90": page.hours("first_follow_up_p90_hours", 0.9, of: waits).part,
                "n": page.count("first_follow_up_n", waits.count).part,
            ])
    }

    /// The same in hours of work, where the calendar says which those are.
    private static func working(_ page: Page) -> Sentence {
        guard let waits = page.night.firstFollowUp.overallWorking, waits.isWatched else { return Sentence([]) }
        return page.words.sentence(
            "follow_up.first_working",
            [
                "median": page.hours("first_follow_up_median_working_hours", 0.5, of: waits).part,
                "p75": page.hours("first_follow_up_p75_working_hours", 0.75, of: waits).part,
                "p90": page.hours("first_follow_up_p90_working_hours", 0.9, of: waits).part,
            ])
    }

    private static func teams(_ page: Page) -> Table {
        let scale = Page.scale(page.night.compliance.teams.map(\.share))
        let overall = page.night.compliance.overall.value
        let table = page.table(
            "teams",
            [
                ("team", .name), ("met_of_due", .number), ("compliance", .number), ("interval", .graphic),
                ("interval_95", .number), ("not_due", .number),
            ],
            page.night.compliance.teams.map { line in
                [
                    Table.Cell(page.teamName(line.team)), page.metOfDue(line.share),
                    Table.Cell(page.percent("team_compliance", line.share.value)),
                    page.mark(
                        line.share, dot: line.share.value, reference: overall, scale: scale),
                    Table.Cell(page.format.interval(line.share.wilson)),
                    Table.Cell(page.count("team_duties_not_due", line.pending)),
                ]
            }, limit: 40)
        return page.scaled(table, scale)
    }

    private static func waits(_ page: Page) -> Table {
        let measures = page.night.firstFollowUp
        let reps = page.night.reps.standings.map(\.rep.id).filter { measures.byRep[$0]?.isWatched ?? false }
        return page.table(
            "waits",
            [
                ("rep", .name), ("team", .text), ("median_hours", .number), ("p75_hours", .number),
                ("p90_hours", .number),
                ("spells", .number),
            ],
            reps.map { rep in
                let waits = measures.byRep[rep] ?? KaplanMeier([])
                return [
                    page.rep(rep), page.team(rep),
                    Table.Cell(page.hours("rep_first_follow_up_median_hours", 0.5, of: waits)),
                    Table.Cell(page.hours("rep_first_follow_up_p75_hours", 0.75, of: waits)),
                    Table.Cell(page.hours("rep_first_follow_up_p90_hours", 0.9, of: waits)),
                    Table.Cell(page.count("rep_first_follow_up_n", waits.count)),
                ]
            }, limit: 60)
    }
}

extension Page {
    /// Reps by shrunk compliance, with raw figures and intervals beside it.
    func complianceTable(limit: Int) -> Table {
        let (lines, leftOut) = night.compliance.lines.separated { $0.isDormant }
        let scale = Self.scale(lines.map(\.share))
        var table = table(
            "reps",
            [
                ("rep", .name), ("team", .text), ("rank", .number), ("shrunk", .number), ("interval", .graphic),
                ("met_of_due", .number), ("compliance", .number), ("interval_95", .number), ("not_due", .number),
            ],
            lines.map { line in
                let team = night.compliance.teams.first { $0.team == night.reps.team(of: line.rep) }
                return [
                    rep(line.rep), self.team(line.rep), Table.Cell(line.rank.map(String.init) ?? "—"),
                    Table.Cell(percent("rep_compliance_shrunk", line.shrunk)),
                    mark(line.share, dot: line.shrunk, reference: team?.share.value, scale: scale),
                    metOfDue(line.share),
                    Table.Cell(percent("rep_compliance", line.share.value)),
                    Table.Cell(format.interval(line.share.wilson)),
                    Table.Cell(count("rep_duties_not_due", line.pending)),
                ]
            }, limit: limit)
        table.note = self.leftOut(leftOut.count)
        return scaled(table, scale)
    }

    /// Where the scale of intervals begins: the tenth below the lowest of them.
    static func scale(_ shares: [Proportion]) -> Double {
        min(0.9, shares.compactMap(\.wilson?.low).min().map { ($0 * 10).rounded(.down) / 10 } ?? 0)
    }

    /// The table with its scale at the head of the intervals.
    func scaled(_ table: Table, _ scale: Double) -> Table {
        var table = table
        for index in table.columns.indices where table.columns[index].kind == .graphic {
            table.columns[index].title = words("column.interval", ["low": Format.fixed(scale * 100, 0) + "%"])
        }
        return table
    }

    func metOfDue(_ share: Proportion) -> Table.Cell {
        Table.Cell("\(format.count(share.count)) / \(format.count(share.total))")
    }

    func mark(_ share: Proportion, dot: Double?, reference: Double?, scale: Double) -> Table.Cell {
        func place(_ share: Double) -> Double { (share - scale) / (1 - scale) }
        var cell = Table.Cell("")
        if let wilson = share.wilson, let dot {
            cell.interval = Table.IntervalMark(
                low: place(wilson.low), high: place(wilson.high), dot: place(dot), reference: reference.map(place),
                title: "\(format.percent(dot)) (\(format.interval(wilson)), n = \(share.total))")
        }
        return cell
    }
}
