import Records

extension Page {
    /// The day in one sentence.
    var message: Sentence {
        let suspended = night.suspendedFeeds.reduce(0) { $0 + $1.suspendedSpells }
        let recycled = night.recycling.tonight.count
        let handedOut = night.daily.today.handedOut
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
        [poolTile, handedOutTile, recycleTile, complianceTile, firstFollowUpTile, wonTile, fairShareTile]
    }

    private var poolTile: Tile {
        Tile(
            label: words("tile.pool"), measure: count("pool_size", night.pool.size),
            detail: words.sentence("tile.pool.detail", ["on_hold": count("pool_on_hold", night.pool.onHold).part]),
            change: night.isFirst ? nil : night.pool.opening.map { signed(night.pool.size - $0) },
            trend: trend("tile.pool", night.daily.trend.map { $0.poolSize.map(Double.init) }),
            firstReported: firstReported("pool_size", night.pool.size))
    }

    private var handedOutTile: Tile {
        let today = night.daily.today
        let requests = night.claims.granted.count + night.claims.refused.count
        return Tile(
            label: words("tile.handed_out"), measure: count("handed_out", today.handedOut),
            detail: words.sentence(
                "tile.handed_out.detail",
                [
                    "claimed": count("claimed", today.claimed).part,
                    "allocated": count("allocated_spells", today.allocated).part,
                    "refused": count("claims_refused", night.claims.refused.count).part,
                    "requests": count("claim_requests", requests).part,
                ]),
            change: usual(\.handedOut), trend: trend("tile.handed_out", night.daily.trend.map { Double($0.handedOut) }),
            firstReported: firstReported("handed_out", today.handedOut))
    }

    private var recycleTile: Tile {
        let recycled = night.recycling.tonight.count
        return Tile(
            label: words("tile.recycled"), measure: count("recycled", recycled),
            detail: words.sentence(
                "tile.recycled.detail", ["kept": count("overdue_kept", night.actions.kept.count).part]),
            change: usual(\.recycled), trend: trend("tile.recycled", night.daily.trend.map { Double($0.recycled) }),
            firstReported: firstReported("recycled", recycled))
    }

    private var complianceTile: Tile {
        let share = night.compliance.overall
        var change: String?
        if !night.isFirst, let now = share.value, let before = night.compliance.dayBefore.value {
            change = words("change.points", ["change": signed((now - before) * 100, digits: 1)])
        }
        var reported: String?
        if let then = night.reported, let met = then["duties_met"], let due = then["duties_due"],
            Proportion(met, of: due) != share
        {
            reported = firstReported("\(format.percent(Proportion(met, of: due).value)) (\(met) / \(due))")
        }
        return Tile(
            label: words("tile.compliance"), measure: percent("compliance", share.value),
            detail: words.sentence(
                "tile.compliance.detail",
                ["met": count("duties_met", share.count).part, "due": count("duties_due", share.total).part]),
            change: change, trend: trend("tile.compliance", night.daily.weeklyCompliance, top: 1),
            firstReported: reported)
    }

    private var firstFollowUpTile: Tile {
        let waits = night.firstFollowUp.overall
        let before = night.firstFollowUp.weekBefore
        return Tile(
            label: words("tile.first_follow_up"), measure: hours("first_follow_up_median_hours", 0.5, of: waits),
            unit: waits.isWatched ? words("hours") : nil,
            detail: words.sentence(
                waits.count > 0 && !waits.isWatched
                    ? "tile.first_follow_up.too_early" : "tile.first_follow_up.detail",
                ["n": count("first_follow_up_n", waits.count).part]),
            change: before.isWatched
                ? words("change.week_before", ["before": format.hours(0.5, of: before)]) : nil)
    }

    private var wonTile: Tile {
        let openSpells = night.spells.all.count { $0.spell.endedAt == nil && $0.wonAt == nil }
        let won = night.daily.today.won
        return Tile(
            label: words("tile.won"), measure: count("won_today", won),
            detail: words.sentence("tile.won.detail", ["prospects": count("prospects_held", openSpells).part]),
            change: usual(\.won), trend: trend("tile.won", night.daily.trend.map { Double($0.won) }),
            firstReported: firstReported("won_today", won))
    }

    private var fairShareTile: Tile {
        guard let share = night.allocation.widestGap else {
            return Tile(
                label: words("tile.fair_share"),
                measure: Measure(name: "fair_share_gap", value: "", text: format.notApplicable),
                detail: Sentence(words("tile.fair_share.none")))
        }
        return Tile(
            label: words("tile.fair_share"),
            measure: Measure(
                name: "fair_share_gap", value: Format.fixed(share.gap, 6), text: signed(share.gap, digits: 1)),
            detail: words.sentence(
                "tile.fair_share.detail",
                [
                    "rep": .text(night.reps.name(of: share.rep)),
                    "due": decimal("fair_share_due", share.due, digits: 1).part,
                    "received": count("fair_share_received", share.received).part,
                ]),
            change: night.allocation.widestGapBefore.map {
                words("change.fair_share", ["before": signed($0.gap, digits: 1)])
            })
    }

    // MARK: Change

    private func signed(_ number: Int) -> String {
        number == 0
            ? words("change.none")
            : words("change.day", ["change": (number > 0 ? "+" : "−") + format.count(abs(number))])
    }

    func signed(_ number: Double, digits: Int) -> String {
        let text = Format.fixed(abs(number), digits)
        if text.allSatisfy({ $0 == "0" || $0 == "." }) { return "±0" }
        return (number > 0 ? "+" : "−") + text
    }

    /// How a day's number stands to the same weekday of the last four weeks.
    private func usual(_ number: KeyPath<DailyMeasures.Day, Int>) -> String? {
        guard let usual = night.daily.usual(number) else { return nil }
        let change = Double(night.daily.today[keyPath: number]) - usual
        return words(
            change == 0 ? "change.usual.same" : change > 0 ? "change.usual.more" : "change.usual.less",
            [
                "change": Self.short(abs(change)), "usual": Self.short(usual),
                "weekday": words("weekday.\(night.date.weekday)"),
            ])
    }

    /// A number that may be half a one: `3`, `3.5`.
    private static func short(_ number: Double) -> String { Format.fixed(number, number == number.rounded() ? 0 : 1) }

    private func trend(_ label: String, _ values: [Double?], top: Double? = nil) -> Sparkline? {
        guard let liveSince = night.daily.liveSince, liveSince < night.date else { return nil }
        let first = night.daily.trend.first?.date ?? night.date
        // Days before anything could happen are not days on which nothing did.
        let shown = values.enumerated().map { first + $0.offset < liveSince ? nil : $0.element }
        return Sparkline(
            title: words("trend.of", ["what": words(label), "days": String(DailyMeasures.trendDays)]), values: shown,
            top: top)
    }

    // MARK: As first reported

    private func firstReported(_ name: String, _ now: Int) -> String? {
        guard let then = night.reported?[name], then != now else { return nil }
        return firstReported(format.count(then))
    }

    private func firstReported(_ text: String) -> String { words("first_reported", ["value": text]) }
}

extension Night {
    /// The numbers that the first report of this date gave; `nil` while it is the first.
    var reported: [String: Int]? { facts.reported[date] }

    /// The numbers that a closed date keeps: what later reports of the same date are compared with.
    package var numbers: [String: Int] {
        let today = daily.today
        var numbers = [
            "pool_size": pool.size, "handed_out": today.handedOut, "recycled": recycling.tonight.count,
            "duties_met": compliance.overall.count, "duties_due": compliance.overall.total, "won_today": today.won,
            "day_duties_met": today.duties.count, "day_duties_due": today.duties.total,
        ]
        if let median = firstFollowUp.overall.quantile(0.5) {
            numbers["first_follow_up_median_seconds"] = Int(median)
        }
        return numbers
    }
}
