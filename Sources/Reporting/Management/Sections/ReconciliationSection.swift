import Records

/// Opening + in − out = closing, for the pool and for every rep: that nothing is lost.
enum ReconciliationSection: ManagementSection {
    static let name = "reconciliation"

    static func view(_ page: Page) -> ViewObject {
        let flows = page.night.facts.flows
        let unbalanced = flows.count { !$0.isBalanced }
        let (books, leftOut) = flows.separated { flow in
            flow.rep.map(page.night.reps.isGone) ?? false
                && flow.opening == 0 && flow.closing == 0 && flow.isBalanced
                && flow.incoming.values.allSatisfy { $0 == 0 }
        }
        return [
            "lead": page.words.sentence(
                flows.isEmpty
                    ? "reconciliation.none" : unbalanced == 0 ? "reconciliation.balanced" : "reconciliation.unbalanced",
                ["count": page.count("unbalanced", unbalanced).part]
            ).view,
            "flows": table(of: books, leftOut: leftOut.count, page).view,
        ]
    }

    private static func table(of books: [Flow], leftOut: Int, _ page: Page) -> Table {
        var table = page.table(
            "flows",
            [
                ("book", .name), ("opening", .number), ("in", .number), ("in_by", .text), ("out", .number),
                ("out_by", .text), ("closing", .number), ("balanced", .text),
            ],
            books.map { row($0, page) }, limit: 61)
        table.note = page.leftOut(leftOut)
        return table
    }

    private static func row(_ flow: Flow, _ page: Page) -> [Table.Cell] {
        [
            Table.Cell(flow.rep.map(page.night.reps.name(of:)) ?? page.words("flow.pool")),
            Table.Cell(page.format.count(flow.opening)),
            Table.Cell(page.format.count(flow.incoming.values.reduce(0, +))), Table.Cell(ways(flow.incoming, page)),
            Table.Cell(page.format.count(flow.outgoing.values.reduce(0, +))), Table.Cell(ways(flow.outgoing, page)),
            Table.Cell(page.format.count(flow.closing)),
            Table.Cell(page.words(flow.isBalanced ? "flow.balanced" : "flow.unbalanced")),
        ]
    }

    private static func ways(_ ways: [String: Int], _ page: Page) -> String {
        ways.sortedByKey.filter { $0.value != 0 }.map { "\(page.named("flow", $0.key)) \(page.format.count($0.value))" }
            .joined(separator: page.words("list.separator"))
    }
}
