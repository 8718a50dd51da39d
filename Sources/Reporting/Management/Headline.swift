import Records

extension Page {
    /// The day in one sentence.
    var message: Sentence {
        let suspended = night.suspendedFeeds.reduce(0) { $0 + $1.suspendedSpells }
        let recycled = night.recycling.tonight.count
        let handedOut = night.claims.granted.count + night.allocation.allocated.count
        let key =
            if suspended > 0 { "message.suspended" } else if recycled + handedOut == 0 { "message.quiet" } else {
                "message.usual"
            }
        return words.sentence(
            key,
            [
                "suspended": count("suspended_spells", suspended).part, "recycled": count("recycled", recycled).part,
                "handed_out": count("handed_out", handedOut).part,
                "pool": count("pool_size", night.pool.size).part,
            ])
    }

    /// What must be read first: lists that did not come, and whom that protects.
    var alerts: ViewValue {
        .list(
            night.suspendedFeeds.map { feed in
                [
                    "alert_title": .text(words("alert.title.\(feed.state.rawValue)", ["source": feed.source])),
                    "alert_text": words.sentence(
                        "alert.text",
                        [
                            "since": .text(
                                feed.newestAt.map(format.time) ?? words("alert.never")),
                            "count": count("suspended_spells_of_source", feed.suspendedSpells).part,
                        ]
                    ).view,
                    "alert_command": .text("gonghai run --date \(night.date) --approve feeds"),
                ]
            })
    }

    /// The seven key figures.
    var tiles: [Tile] {
        [poolTile, claimTile, allocationTile, recycleTile, complianceTile, firstFollowUpTile, wonTile]
    }

    private var poolTile: Tile {
        Tile(
            label: words("tile.pool"), measure: count("pool_size", night.pool.size),
            detail: words.sentence("tile.pool.detail", ["on_hold": count("pool_on_hold", night.pool.onHold).part]),
            change: night.isFirst ? nil : night.pool.opening.map { signed(night.pool.size - $0) })
    }

    private var claimTile: Tile {
        let requests = night.claims.granted.count + night.claims.refused.count
        return Tile(
            label: words("tile.claims"), measure: count("claims_granted", night.claims.granted.count),
            detail: words.sentence("tile.claims.detail", ["requests": count("claim_requests", requests).part]))
    }

    private var allocationTile: Tile {
        Tile(
            label: words("tile.allocations"), measure: count("allocated", night.allocation.allocated.count),
            detail: words.sentence(
                "tile.allocations.detail", ["left": count("unallocated", night.allocation.unallocated.count).part]))
    }

    private var recycleTile: Tile {
        Tile(
            label: words("tile.recycled"), measure: count("recycled", night.recycling.tonight.count),
            detail: words.sentence(
                "tile.recycled.detail", ["kept": count("overdue_kept", night.actions.kept.count).part]))
    }

    private var complianceTile: Tile {
        let share = night.compliance.overall
        var change: String?
        if !night.isFirst, let now = share.value, let before = night.compliance.dayBefore.value {
            change = words("change.points", ["change": signed((now - before) * 100, digits: 1)])
        }
        return Tile(
            label: words("tile.compliance"), measure: percent("compliance", share.value),
            detail: words.sentence(
                "tile.compliance.detail",
                ["met": count("duties_met", share.count).part, "due": count("duties_due", share.total).part]),
            change: change)
    }

    private var firstFollowUpTile: Tile {
        let waits = night.firstFollowUp.overall
        return Tile(
            label: words("tile.first_follow_up"), measure: hours("first_follow_up_median_hours", 0.5, of: waits),
            unit: waits.isWatched ? words("hours") : nil,
            detail: words.sentence(
                waits.count > 0 && !waits.isWatched
                    ? "tile.first_follow_up.too_early" : "tile.first_follow_up.detail",
                ["n": count("first_follow_up_n", waits.count).part]))
    }

    private var wonTile: Tile {
        let openSpells = night.spells.all.count { $0.spell.endedAt == nil && $0.wonAt == nil }
        return Tile(
            label: words("tile.won"), measure: count("won_today", night.conversion.wonToday),
            detail: words.sentence("tile.won.detail", ["prospects": count("prospects_held", openSpells).part]))
    }

    private func signed(_ number: Int) -> String {
        number == 0
            ? words("change.none")
            : words("change.day", ["change": (number > 0 ? "+" : "−") + format.count(abs(number))])
    }

    private func signed(_ number: Double, digits: Int) -> String {
        let text = Format.fixed(abs(number), digits)
        if text.allSatisfy({ $0 == "0" || $0 == "." }) { return "±0" }
        return (number > 0 ? "+" : "−") + text
    }
}
