import Records

/// The pool: what it holds, for how long, and what keeps coming back.
enum PoolSection: ManagementSection {
    static let name = "pool"

    static func view(_ page: Page) -> ViewObject {
        let pool = page.night.pool
        var view: ViewObject = [
            "lead": page.words.sentence(
                pool.size == 0 ? "pool.none" : "pool.lead",
                [
                    "size": page.count("pool_size", pool.size).part,
                    "bouncing": page.count("pool_bouncing", pool.bouncing.count).part,
                    "old": page.count("pool_over_90_days", (pool.ages[.halfYear] ?? 0) + (pool.ages[.older] ?? 0)).part,
                ]
            ).view,
            "ages": ages(page).view, "has_bouncing": .flag(!pool.bouncing.isEmpty), "bouncing": bouncing(page).view,
        ]
        if let flow = page.night.facts.flows.first(where: { $0.rep == nil }) { view["balance"] = balance(flow, page) }
        if pool.valued > 0 {
            view["worth"] =
                page.words.sentence(
                    "pool.worth",
                    [
                        "worth": .text(
                            pool.values.map(page.format.money).joined(separator: page.words("list.separator"))),
                        "n": page.count("pool_valued", pool.valued).part,
                    ]
                ).view
        }
        return view
    }

    /// Opening, what came and went, closing: one after the other.
    private static func balance(_ flow: Flow, _ page: Page) -> ViewValue {
        func step(_ label: String, _ number: Int, _ sign: String, _ metric: String) -> ViewObject {
            [
                "step_label": .text(label), "step_text": .text(sign + page.format.count(number)),
                "step_metric": .text(metric), "step_value": "\(number)", "is_total": .flag(sign.isEmpty),
            ]
        }
        var steps = [step(page.words("flow.opening_stock"), flow.opening, "", "pool_opening")]
        for (way, number) in flow.incoming.sortedByKey where number != 0 {
            steps.append(step(page.named("flow", way), number, "+", "pool_in_\(way)"))
        }
        for (way, number) in flow.outgoing.sortedByKey where number != 0 {
            steps.append(step(page.named("flow", way), number, "−", "pool_out_\(way)"))
        }
        steps.append(step(page.words("flow.closing_stock"), flow.closing, "", "pool_closing"))
        return .list(steps)
    }

    private static func ages(_ page: Page) -> Table {
        let pool = page.night.pool
        let top = Double(max(1, pool.ages.values.max() ?? 1))
        let shown = PoolMeasures.Age.allCases.filter { $0 != .unknown || pool.ages[$0] != nil }
        return page.table(
            "ages", [("pool_age", .name), ("customers", .number), ("share", .number)],
            pool.size == 0
                ? []
                : shown.map { age in
                    let number = pool.ages[age] ?? 0
                    return [
                        Table.Cell(page.words("age.\(age.rawValue)")),
                        Table.Cell(page.count("pool_age_\(age.rawValue)", number), bar: Double(number) / top),
                        Table.Cell(page.format.percent(Proportion(number, of: pool.size).value)),
                    ]
                })
    }

    private static func bouncing(_ page: Page) -> Table {
        page.table(
            "bouncing", [("customer", .name), ("times_recycled", .number), ("last_owner", .name)],
            page.night.pool.bouncing.map { customer in
                [
                    Table.Cell(customer.name), Table.Cell("\(customer.timesRecycled)"),
                    page.rep(customer.formerOwners.last?.rep),
                ]
            }, limit: 10)
    }
}

extension Dictionary where Key == String {
    /// The entries in the order of the keys' bytes.
    var sortedByKey: [(key: String, value: Value)] { sorted { $0.key.isOrderedBefore($1.key) } }
}
