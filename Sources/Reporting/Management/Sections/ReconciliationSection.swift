import Records

/// Opening + in − out = closing, for the pool and for every rep: that nothing is lost.
enum ReconciliationSection: ManagementSection {
    static let name = "reconciliation"

    static func view(_ page: Page) -> ViewObject {
        let flows = page.night.facts.flows
        let unbalanced = flows.count { !$0.isBalanced }
        return [
            "lead": page.words.sentence(
                flows.isEmpty
                    ? "reconciliation.none" : unbalanced == 0 ? "reconciliation.balanced" : "reconciliation.unbalanced",
                ["count": page.count("unbalanced", unbalanced).part]
            ).view,
            "flows": page.flowTable(of: flows, limit: 61).view,
        ]
    }

}

extension Page {
    /// A book a line; those of people who are gone and had nothing are counted below it.
    func flowTable(of flows: [Flow], limit: Int) -> Table {
        let (books, leftOut) = flows.separated { flow in
            flow.rep.map(night.reps.isGone) ?? false
                && flow.opening == 0 && flow.closing == 0 && flow.isBalanced
                && flow.incoming.values.allSatisfy { $0 == 0 }
        }
        var table = table(
            "flows",
            [
                ("book", .name), ("opening", .number), ("in", .number), ("in_by", .text), ("out", .number),
                ("out_by", .text), ("closing", .number), ("balanced", .text),
            ],
            books.map(flowRow), limit: limit)
        table.note = self.leftOut(leftOut.count)
        return table
    }

    private func flowRow(_ flow: Flow) -> [Table.Cell] {
        [
            Table.Cell(flow.rep.map(night.reps.name(of:)) ?? words("flow.pool")),
            Table.Cell(format.count(flow.opening)),
            Table.Cell(format.count(flow.incoming.values.reduce(0, +))), Table.Cell(ways(flow.incoming)),
            Table.Cell(format.count(flow.outgoing.values.reduce(0, +))), Table.Cell(ways(flow.outgoing)),
            Table.Cell(format.count(flow.closing)),
            Table.Cell(words(flow.isBalanced ? "flow.balanced" : "flow.unbalanced")),
        ]
    }

    private func ways(_ ways: [String: Int]) -> String {
        ways.sortedByKey.filter { $0.value != 0 }.map { "\(named("flow", $0.key)) \(format.count($0.value))" }
            .joined(separator: words("list.separator"))
    }
}
