import Records

/// Who received what, what nobody received and why, and how evenly the work was shared.
enum AllocationSection: ManagementSection {
    static let name = "allocation"

    static func view(_ page: Page) -> ViewObject {
        let allocation = page.night.allocation
        let offered = allocation.allocated.count + allocation.unallocated.count
        return [
            "lead": page.words.sentence(
                page.night.rules.allocation.strategy == nil
                    ? "allocation.off" : offered == 0 ? "allocation.none" : "allocation.lead",
                [
                    "offered": page.count("allocation_offered", offered).part,
                    "allocated": page.count("allocated", allocation.allocated.count).part,
                    "left": page.count("unallocated", allocation.unallocated.count).part,
                ]
            ).view,
            "fairness": fairness(page).view,
            "received": received(page).view, "has_lorenz": .flag(page.night.allocation.gini != nil),
            "lorenz": lorenz(page).view,
            "has_left": .flag(!allocation.unallocated.isEmpty),
            "left": tally("left", allocation.reasons, "unallocated", page).view,
            "has_obstacles": .flag(!allocation.obstacles.isEmpty),
            "obstacles": tally("obstacles", allocation.obstacles, "obstacle", page).view,
        ]
    }

    private static func fairness(_ page: Page) -> Sentence {
        let allocation = page.night.allocation
        return page.words.sentence(
            allocation.gini == nil ? "allocation.no_gini" : "allocation.gini",
            [
                "gini": page.decimal("allocation_gini", allocation.gini, digits: 3).part,
                "chance": page.decimal("allocation_gini_under_chance", allocation.giniUnderChance, digits: 3).part,
                "days": .text(String(AllocationMeasures.fairnessDays)),
            ])
    }

    private static func received(_ page: Page) -> Table {
        let (lines, leftOut) = page.night.allocation.lines.separated { line in
            page.night.reps.isGone(line.rep) && line.recent == 0 && line.tonight == 0
        }
        let top = Double(max(1, lines.map(\.tonight).max() ?? 1))
        let shares = Dictionary(
            AllocationMeasures.fairShares(page.night.allocation.lines).map { ($0.rep, $0) },
            uniquingKeysWith: { first, _ in first })
        var table = page.table(
            "received",
            [
                ("rep", .name), ("team", .text), ("received", .number), ("due_28", .number), ("received_28", .number),
                ("gap", .number), ("work_days", .number),
            ],
            lines.map { line in
                [
                    page.rep(line.rep), page.team(line.rep),
                    Table.Cell(page.count("rep_allocated", line.tonight), bar: Double(line.tonight) / top),
                    Table.Cell(page.decimal("rep_fair_share", shares[line.rep]?.due, digits: 1)),
                    Table.Cell(page.count("rep_allocated_28_days", line.recent)),
                    Table.Cell(shares[line.rep].map { page.signed($0.gap, digits: 1) } ?? ""),
                    Table.Cell(page.count("rep_work_days", line.capacityDays)),
                ]
            }, limit: 60)
        table.note = page.leftOut(leftOut.count)
        return table
    }

    private static func lorenz(_ page: Page) -> LorenzCurve {
        LorenzCurve(
            title: page.words("allocation.lorenz"), name: page.words("allocation.lorenz.name"),
            evenName: page.words("allocation.lorenz.even"), points: page.night.allocation.lorenz)
    }

    private static func tally(
        _ id: String, _ reasons: [(reason: ReasonCode, count: Int)], _ metric: String, _ page: Page
    ) -> Table {
        let top = Double(max(1, reasons.first?.count ?? 1))
        return page.table(
            id, [("reason", .text), ("customers", .number)],
            reasons.map { entry in
                [
                    Table.Cell(page.reason(entry.reason)),
                    Table.Cell(
                        page.count("\(metric)_\(entry.reason.rawValue)", entry.count), bar: Double(entry.count) / top),
                ]
            })
    }
}
