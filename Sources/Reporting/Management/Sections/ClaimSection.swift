import Records

/// Who asked for what, what was refused, and how far limits are used.
enum ClaimSection: ManagementSection {
    static let name = "claims"

    static func view(_ page: Page) -> ViewObject {
        let claims = page.night.claims
        let requests = claims.granted.count + claims.refused.count
        return [
            "lead": page.words.sentence(
                requests == 0 ? "claims.none" : "claims.lead",
                [
                    "requests": page.count("claim_requests", requests).part,
                    "granted": page.count("claims_granted", claims.granted.count).part,
                    "refused": page.count("claims_refused", claims.refused.count).part,
                ]
            ).view,
            "started": started(page).view,
            "has_refusals": .flag(!claims.refusals.isEmpty),
            "refusals": refusals(page).view,
            "has_refused": .flag(!claims.refused.isEmpty),
            "refused": refused(page).view,
            "limits": limits(page).view,
        ]
    }

    private static func started(_ page: Page) -> Sentence {
        let claims = page.night.claims
        return page.words.sentence(
            "claims.started",
            [
                "claimed": page.count("spells_claimed", claims.started(.claim)).part,
                "allocated": page.count("spells_allocated", claims.started(.allocation)).part,
                "transferred": page.count("spells_transferred", claims.started(.transfer)).part,
                "customers": page.count("spells_customers", claims.customers).part,
                "reclaims": page.count("spells_reclaims", claims.reclaims).part,
            ])
    }

    private static func refusals(_ page: Page) -> Table {
        let top = Double(page.night.claims.refusals.first?.count ?? 1)
        return page.table(
            "refusals", [("reason", .text), ("count", .number)],
            page.night.claims.refusals.map { refusal in
                let measure = page.count("claims_refused_\(refusal.reason.rawValue)", refusal.count)
                return [
                    Table.Cell(page.reason(refusal.reason)),
                    Table.Cell(measure, bar: Double(refusal.count) / top),
                ]
            })
    }

    private static func refused(_ page: Page) -> Table {
        page.table(
            "refused", [("customer", .name), ("rep", .name), ("reason", .text), ("detail", .detail)],
            page.night.claims.refused.map { decision in
                [
                    page.customer(decision.customer), page.rep(decision.rep), Table.Cell(page.reason(decision.reason)),
                    page.detail(decision.detail),
                ]
            }, limit: 20)
    }

    private static func limits(_ page: Page) -> Table {
        let window = page.night.rules.claims.window
        let (standings, leftOut) = page.night.reps.standings.separated { standing in
            page.night.reps.isGone(standing.rep.id) && standing.holdings == 0 && standing.intakeInWindow == 0
                && standing.claimsInWindow == 0
        }
        var table = page.table(
            "limits",
            [
                ("rep", .name), ("team", .text), ("claims_used", .number), ("intake_used", .number),
                ("holdings_used", .number),
            ],
            standings.map { standing in
                let limits = page.night.claims.limits[standing.rep.id]
                return [
                    page.rep(standing.rep.id), page.team(standing.rep.id),
                    page.used(standing.claimsInWindow, of: limits?.claims, "claims_in_window"),
                    page.used(standing.intakeInWindow, of: limits?.intake, "intake_in_window"),
                    page.used(standing.holdings, of: limits?.holdings, "holdings"),
                ]
            }, limit: 60)
        table.note = page.leftOut(leftOut.count)
        table.caption = page.words("table.limits", ["window": page.words("window.\(window.rawValue)")])
        return table
    }
}

extension Page {
    /// `7 / 10` with a bar, or `7` where there is no limit.
    func used(_ number: Int, of limit: Int?, _ name: String) -> Table.Cell {
        var measure = count(name, number)
        guard let limit else {
            measure.text += " / " + words("limit.none")
            return Table.Cell(measure)
        }
        measure.text += " / " + format.count(limit)
        return Table.Cell(measure, bar: limit > 0 ? Double(number) / Double(limit) : number > 0 ? 1 : 0)
    }
}
