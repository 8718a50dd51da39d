import Records

/// What needs somebody today.
enum ActionSection: ManagementSection {
    static let name = "actions"

    static func view(_ page: Page) -> ViewObject {
        let actions = page.night.actions
        return [
            "tasks": .list(tasks(page)),
            "has_tasks": .flag(!tasks(page).isEmpty),
            "has_forecast": .flag(actions.pending.contains { $0.daysLeft <= 7 }), "chart": forecast(page).view,
            "due": page.dueTable.view, "has_kept": .flag(!actions.kept.isEmpty), "kept": page.keptTable(limit: 20).view,
            "has_disputes": .flag(actions.disputes > 0), "disputes": disputes(page).view,
        ]
    }

    private static func tasks(_ page: Page) -> [ViewObject] {
        let actions = page.night.actions
        let tasks: [(key: String, metric: String, count: Int, target: String)] = [
            ("due_1", "due_within_1_day", actions.due(within: 1).count, "due"),
            ("due_3", "due_within_3_days", actions.due(within: 3).count, "due"),
            ("kept", "overdue_kept", actions.kept.count, "kept"),
            ("disputes", "disputes", actions.disputes, "disputes"),
            ("pending", "pending_rows", actions.pendingRows, "quality"),
            ("rejected", "rejected_rows", actions.rejectedRows, "quality"),
        ]
        return tasks.filter { $0.count > 0 }.map { task in
            [
                "task_metric": .text(task.metric), "task_value": "\(task.count)",
                "task_count": .text(page.format.count(task.count)), "task_target": .text(task.target),
                "task_text": .text(page.words("actions.\(task.key)", ["count": String(task.count)])),
            ]
        }
    }

    /// Duties by deadline over the coming week.
    private static func forecast(_ page: Page) -> ColumnChart {
        let counts = page.night.actions.pending.reduce(into: [Int: Int]()) { $0[$1.daysLeft, default: 0] += 1 }
        return ColumnChart(
            title: page.words("actions.forecast"),
            columns: (1...7).map { days in
                let date = page.night.date + days
                return ColumnChart.Column(
                    label: String(date.description.suffix(5)), detail: page.words("weekday.\(date.weekday)"),
                    count: counts[days] ?? 0, isEmphasised: days == 1)
            })
    }

    private static func disputes(_ page: Page) -> Table {
        page.table(
            "disputes", [("customer", .name), ("named_owners", .text)],
            page.night.facts.disputes.map { dispute in
                [
                    page.customer(dispute.customer),
                    Table.Cell(dispute.others.joined(separator: page.words("list.separator"))),
                ]
            }, limit: 20)
    }
}

extension Page {
    /// Duties that are due soon, nearest first.
    var dueTable: Table {
        table(
            "due",
            [("customer", .name), ("owner", .name), ("team", .text), ("deadline", .date), ("days_left", .number)],
            night.actions.due(within: night.actions.soonDays).map { due in
                [
                    customer(due.customer), rep(due.rep), team(due.rep), date(due.deadline),
                    Table.Cell("\(due.daysLeft)"),
                ]
            }, limit: 10,
            empty: words("empty.due", ["days": String(night.actions.soonDays)]))
    }

    /// Customers past their deadline that stayed, and why.
    func keptTable(limit: Int) -> Table {
        table(
            "kept",
            [("customer", .name), ("owner", .name), ("deadline", .date), ("reason", .text), ("detail", .detail)],
            night.actions.kept.map { kept in
                [
                    customer(kept.customer), rep(kept.rep), date(kept.deadline), Table.Cell(reason(kept.reason)),
                    detail(kept.detail),
                ]
            }, limit: limit)
    }
}
