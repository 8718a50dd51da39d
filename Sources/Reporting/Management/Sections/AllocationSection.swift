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
            "has_bottlenecks": .flag(!page.night.facts.bottlenecks.isEmpty),
            "bottlenecks": bottlenecks(page).view,
            "has_limits": .flag(page.night.facts.bottlenecks.contains { $0.rep != nil }),
            "limits": limits(page).view,
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

    /// What kept customers in the pool, each customer once, and what one more place for everybody concerned would do.
    private static func bottlenecks(_ page: Page) -> Table {
        let lines = page.night.facts.bottlenecks.filter { $0.rep == nil }
        let top = Double(max(1, lines.first?.customers ?? 1))
        return page.table(
            "bottlenecks", [("constraint", .text), ("customers", .number), ("gain", .text)],
            lines.map { line in
                let code = line.constraint.rawValue
                return [
                    Table.Cell(page.words("bottleneck.\(code)")),
                    Table.Cell(page.count("bottleneck_\(code)", line.customers), bar: Double(line.customers) / top),
                    Table.Cell(gain(of: line, page)),
                ]
            })
    }

    private static func gain(of line: Bottleneck, _ page: Page) -> String {
        if let gain = line.gain { return page.words("bottleneck.gain", ["count": page.format.count(gain)]) }
        return line.worth.map { page.words("bottleneck.worth", ["share": page.format.percent($0)]) } ?? ""
    }

    /// Whose limit it is that keeps customers waiting: those first whose one more place is worth most.
    private static func limits(_ page: Page) -> Table {
        let lines = page.night.facts.bottlenecks.filter { $0.rep != nil }
        let isWeighed = lines.contains { $0.worth != nil }
        return page.table(
            "limits",
            [("rep", .name), ("team", .text), ("limit", .text), ("waiting", .number)]
                + (isWeighed ? [("worth", .number)] : []),
            lines.map { line in
                [
                    page.rep(line.rep), page.team(line.rep), Table.Cell(page.reason(line.constraint)),
                    Table.Cell(page.count("rep_waiting_customers", line.customers)),
                ] + (isWeighed ? [Table.Cell(page.percent("rep_worth_of_one_more", line.worth))] : [])
            }, limit: 20)
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
