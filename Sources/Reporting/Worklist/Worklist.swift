import Records
import Rules

/// A rep's own list: only the rep's rows, never a colleague's.
struct Worklist: Sendable {
    let standing: RepStanding
    let page: Page
    let index: WorklistIndex

    private var rep: RepID { standing.rep.id }
    private var soon: Int { page.night.actions.soonDays }
    private var due: [ActionMeasures.Due] { index.due[rep] ?? [] }

    /// The list in one sentence.
    var message: Sentence {
        let urgent = due.count { $0.daysLeft <= 1 }
        let received = index.received[rep]?.count ?? 0
        return page.words.sentence(
            urgent + received == 0 ? "worklist.message.quiet" : "worklist.message",
            [
                "due": page.count("due_within_1_day", urgent).part,
                "soon": page.count("due_soon", due.count { $0.daysLeft <= soon }).part,
                "received": page.count("received", received).part, "days": .text(String(soon)),
            ])
    }

    var tiles: [Tile] {
        let limits = page.night.claims.limits[rep]
        func used(_ number: Int, _ limit: Int?) -> Sentence {
            Sentence(
                limit.map { page.words("worklist.of_limit", ["limit": page.format.count($0)]) }
                    ?? page.words("worklist.no_limit"))
        }
        let window = page.words("window.\(page.night.rules.claims.window.rawValue)")
        return [
            Tile(
                label: page.words("worklist.due_1"),
                measure: page.count("due_within_1_day", due.count { $0.daysLeft <= 1 }),
                detail: page.words.sentence(
                    "worklist.due_1.detail",
                    [
                        "soon": page.count("due_soon", due.count { $0.daysLeft <= soon }).part,
                        "days": .text(String(soon)),
                    ])),
            Tile(
                label: page.words("worklist.kept"), measure: page.count("overdue_kept", index.kept[rep]?.count ?? 0),
                detail: Sentence(page.words("worklist.kept.detail"))),
            Tile(
                label: page.words("worklist.holdings"), measure: page.count("holdings", standing.holdings),
                detail: used(standing.holdings, limits?.holdings)),
            Tile(
                label: page.words("worklist.claims", ["window": window]),
                measure: page.count("claims_in_window", standing.claimsInWindow),
                detail: used(standing.claimsInWindow, limits?.claims)),
        ]
    }

    var tables: [Table] {
        var tables = [dueTable, receivedTable, claimableTable]
        if index.kept[rep] != nil { tables.insert(keptTable, at: 1) }
        if index.recycled[rep] != nil { tables.append(recycledTable) }
        if index.refused[rep] != nil { tables.append(refusedTable) }
        if due.contains(where: { $0.daysLeft > soon }) { tables.append(laterTable) }
        return tables
    }

    var view: ViewObject {
        var view = page.frame
        view["rep_name"] = .text(standing.rep.name)
        view["message"] = message.view
        view["message_text"] = .text(message.text)
        view["tiles"] = .list(tiles.map(\.view))
        view["alerts"] = .list([])
        view["tables"] = .list(tables.map { ["table": $0.view] })
        return view
    }

    // MARK: Tables

    private var dueTable: Table {
        page.table(
            "my_due", [("customer", .name), ("deadline", .date), ("days_left", .number), ("background", .detail)],
            due.filter { $0.daysLeft <= soon }.map { row($0) + [page.background(of: $0.customer)] },
            empty: page.words("empty.due", ["days": String(soon)]))
    }

    private var laterTable: Table {
        page.table(
            "my_later", [("customer", .name), ("deadline", .date), ("days_left", .number)],
            due.filter { $0.daysLeft > soon }.map(row))
    }

    private func row(_ due: ActionMeasures.Due) -> [Table.Cell] {
        [page.customer(due.customer), page.date(due.deadline), Table.Cell("\(due.daysLeft)")]
    }

    private var keptTable: Table {
        page.table(
            "my_kept", [("customer", .name), ("deadline", .date), ("reason", .text), ("detail", .detail)],
            (index.kept[rep] ?? []).map { kept in
                [
                    page.customer(kept.customer), page.date(kept.deadline), Table.Cell(page.reason(kept.reason)),
                    page.detail(kept.detail),
                ]
            })
    }

    private var receivedTable: Table {
        page.table(
            "my_received",
            [
                ("customer", .name), ("how", .text), ("reason", .text), ("deadline", .date), ("background", .detail),
            ],
            (index.received[rep] ?? []).map { received in
                let spell = received.history.spell
                let deadline = index.deadlines[SpellKey(customer: spell.customer, rep: rep)]?.deadline
                return [
                    page.customer(spell.customer), Table.Cell(page.words("kind.\(spell.kind.rawValue)")),
                    Table.Cell(received.decision.map { page.reason($0.reason) } ?? page.words("worklist.by_hand")),
                    page.date(deadline), page.background(of: spell.customer),
                ]
            })
    }

    /// What may be asked for, with a code to ask by; whom it belongs to next is nobody's business yet, so it is masked.
    private var claimableTable: Table {
        var table = page.table(
            "my_claimable", [("code", .text), ("customer", .name), ("background", .detail)],
            (page.night.facts.claimable[rep] ?? []).map { offer in
                let known = page.night.facts.backgrounds[offer.customer]
                return [
                    Table.Cell(offer.code), Table.Cell(known?.customer.name ?? page.night.name(of: offer.customer)),
                    page.background(of: offer.customer, isMasked: true),
                ]
            })
        table.note = table.rows.isEmpty ? nil : claimNote
        return table
    }

    /// What is left of the limits, and how to ask.
    private var claimNote: String {
        let limits = page.night.claims.limits[rep]
        func left(_ limit: Int?, _ used: Int) -> String {
            limit.map { page.format.count(max(0, $0 - used)) } ?? page.words("limit.none")
        }
        return page.words(
            "worklist.claim",
            [
                "claims": left(limits?.claims, standing.claimsInWindow),
                "holdings": left(limits?.holdings, standing.holdings), "rep": rep.rawValue,
                "window": page.words("window.\(page.night.rules.claims.window.rawValue)"),
            ])
    }

    private var recycledTable: Table {
        page.table(
            "my_recycled", [("customer", .name), ("held_since", .date), ("deadline", .date)],
            (index.recycled[rep] ?? []).map { recycled in
                [
                    page.customer(recycled.customer), Table.Cell(page.format.day(recycled.heldSince)),
                    page.date(recycled.deadline),
                ]
            })
    }

    private var refusedTable: Table {
        page.table(
            "my_refused", [("customer", .name), ("reason", .text), ("detail", .detail)],
            (index.refused[rep] ?? []).map { decision in
                [
                    page.customer(decision.customer), Table.Cell(page.reason(decision.reason)),
                    page.detail(Self.speaksOfColleagues(decision.reason) ? .none : decision.detail),
                ]
            })
    }

    /// Whose customer it is, or who was earlier, is not for a colleague's list.
    private static func speaksOfColleagues(_ reason: ReasonCode) -> Bool {
        reason == .alreadyOwned || reason == .claimedEarlier
    }
}
