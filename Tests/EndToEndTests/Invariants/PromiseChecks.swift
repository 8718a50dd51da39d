import Records

/// Invariants 4 and 6, worked out anew from the exports before and after a step: whoever got a customer was allowed to,
/// and whoever lost one had been warned.
struct PromiseChecks {
    let rules: WorldRules
    let before: Exported
    let after: Exported
    let date: BusinessDate
    let isNight: Bool
    let firstNight: BusinessDate

    private var zone: Zone { after.zone }

    func violations() -> [String] {
        let reps = after.reps
        let spells = after.spells
        let customers = Dictionary(after.customers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let formerly = Set(before.spells.map(name))
        let started = spells.filter { $0.isIntake && !formerly.contains(name($0)) }
        var violations: [String] = []
        for spell in started {
            guard let rep = reps[spell.rep], let customer = customers[spell.customer] else {
                violations.append("\(name(spell)): no such rep or customer")
                continue
            }
            let reasons = objections(to: rep, customer) + coolingOff(spell, spells)
            violations += reasons.map { "\(name(spell)) was granted: \($0)" }
        }
        let tiers = tiers(after.events)
        for (id, gained) in Dictionary(grouping: started, by: \.rep).sorted(by: { $0.key < $1.key }) {
            guard let rep = reps[id] else { continue }
            violations += limits(id, rep, tiers[id], gained, spells, customers)
        }
        return violations + endings(formerly: before.spells.filter(\.isOpen), now: spells, reps, customers)
    }

    /// Merging changes the customer of a spell and nothing else.
    private func name(_ spell: Exported.Spell) -> String {
        "\(spell.kind) of \(spell.rep) since \(zone.iso(spell.startedAt)) \(spell.customer)"
    }

    // MARK: Who may have a customer

    private func objections(to rep: WorldRep, _ customer: Exported.Customer) -> [String] {
        var reasons: [String] = []
        if !isEmployed(rep) { reasons.append("the rep is inactive, not there yet, or gone") }
        if let leave = rep.leave, leave.contains(date) { reasons.append("the rep is on leave") }
        let places = [customer.province, customer.city].map(bare)
        if rules.hasSouthernPool, customer.province == "广东省", rep.team != "south" {
            reasons.append("the pool is for the south")
        }
        if !rep.regions.isEmpty, !rep.regions.contains(where: { places.contains(bare($0)) }) {
            reasons.append("region \(places)")
        }
        if !rep.sizes.isEmpty, !rep.sizes.contains(customer.size) { reasons.append("size \(customer.size)") }
        if !rep.needs.isEmpty, !rep.needs.contains(where: customer.needs.contains) {
            reasons.append("needs \(customer.needs)")
        }
        if lasts(customer.hold) { reasons.append("the customer is \(customer.hold)") }
        return reasons
    }

    private func isEmployed(_ rep: WorldRep) -> Bool {
        rep.isActive && date >= rep.startsOn ?? date && date <= rep.endsOn ?? date
    }

    private func bare(_ place: String) -> String {
        place.hasSuffix("省") || place.hasSuffix("市") ? String(place.dropLast()) : place
    }

    private func lasts(_ hold: String) -> Bool {
        guard let until = BusinessDate(iso: hold.suffix(10)) else { return !hold.isEmpty }
        return date <= until
    }

    private func coolingOff(_ spell: Exported.Spell, _ spells: [Exported.Spell]) -> [String] {
        spells.compactMap { former in
            guard former.customer == spell.customer, former.rep == spell.rep, let end = former.endedAt else {
                return nil
            }
            let days: Int
            switch former.endReason {
            case "recycled": days = max(1, rules.coolingOffDays)
            case "released", "transferred": days = rules.coolingOffDays
            default: return nil
            }
            guard end <= spell.startedAt || zone.date(of: end) == date else { return nil }
            return zone.date(of: end) + days > date ? "let it go on \(zone.date(of: end))" : nil
        }
    }

    // MARK: How many

    /// What the month's evaluation gave each rep, from its events.
    private func tiers(_ events: [Exported.Event]) -> [String: String] {
        var tiers: [String: String] = [:]
        for event in events where event.kind == "tier_assigned" {
            tiers[event.rep] = event.payload.contains("\"tier\":\"gold\"") ? "gold" : "standard"
        }
        return tiers
    }

    private func limits(
        _ id: String, _ rep: WorldRep, _ tier: String?, _ gained: [Exported.Spell], _ spells: [Exported.Spell],
        _ customers: [String: Exported.Customer]
    ) -> [String] {
        let isGold = tier == "gold"
        let claimLimit = rep.claimLimit ?? (isGold ? rules.goldClaimLimit : nil) ?? rules.claimLimit
        let intakeLimit = rep.intakeLimit ?? rules.intakeLimit ?? claimLimit
        let holdingLimit = rep.holdingLimit ?? (isGold ? rules.goldHoldingLimit : nil) ?? rules.holdingLimit
        let days = rules.windowDays(around: date)
        let inWindow = spells.filter { $0.rep == id && $0.isIntake && days.contains(zone.date(of: $0.startedAt)) }
        let claims = inWindow.count { $0.kind == "claim" }
        let held = spells.count {
            $0.rep == id && $0.isOpen && customers[$0.customer]?.status == "prospect"
                && !(rules.excludesOpenDeals && after.customersWithOpenDeal.contains($0.customer))
        }
        var violations: [String] = []
        if let claimLimit, claims > claimLimit, gained.contains(where: { $0.kind == "claim" }) {
            violations.append("\(id) has \(claims) claims of \(claimLimit) in the \(rules.window)")
        }
        if let intakeLimit, inWindow.count > intakeLimit {
            violations.append(
                "\(id) has \(inWindow.count) claims and allocations of \(intakeLimit) in the \(rules.window)")
        }
        if let holdingLimit, held > holdingLimit { violations.append("\(id) holds \(held) of \(holdingLimit)") }
        return violations
    }

    // MARK: Who lost one

    /// Nothing ends but by a release, a recycling that was due and announced, a merge, or, before go-live, an undoing.
    private func endings(
        formerly: [Exported.Spell], now: [Exported.Spell], _ reps: [String: WorldRep],
        _ customers: [String: Exported.Customer]
    ) -> [String] {
        let merged = merges()
        var violations: [String] = []
        for spell in formerly {
            let customer = merged[spell.customer] ?? spell.customer
            let same = now.first {
                $0.customer == customer && $0.rep == spell.rep && $0.startedAt == spell.startedAt
                    && $0.kind == spell.kind
            }
            guard let same else {
                violations.append("\(name(spell)) is gone")
                continue
            }
            if same.isOpen { continue }
            switch same.endReason {
            case "recycled" where isNight:
                violations += objections(toRecycling: same, reps[same.rep], customers[customer], merged)
                    .map { "\(name(same)) was recycled: \($0)" }
            case "released" where !isNight: break
            case "merged": break
            default: violations.append("\(name(same)) ended as \(same.endReason)")
            }
        }
        return violations
    }

    private func objections(
        toRecycling spell: Exported.Spell, _ rep: WorldRep?, _ customer: Exported.Customer?, _ merged: [String: String]
    ) -> [String] {
        let end = zone.end(of: date)
        let last = after.followUps.filter {
            $0.customer == spell.customer && $0.rep == spell.rep && $0.at >= spell.startedAt && $0.at <= end
        }.map(\.at).max()
        let deadline = rules.deadline(
            start: zone.date(of: spell.startedAt),
            followedUp: last.flatMap { $0 > spell.startedAt ? zone.date(of: $0) : nil }, level: customer?.level ?? "",
            firstNight: firstNight, date: date)
        var reasons: [String] = []
        if date < deadline { reasons.append("the deadline is \(deadline)") }
        if rules.recyclesOnWorkingDays, date.weekday > 5 { reasons.append("it is no working day") }
        if rules.exemptsOpenDeals, after.customersWithOpenDeal.contains(spell.customer) {
            reasons.append("a deal is open")
        }
        if rules.exemptsLevelA, customer?.level == "A" { reasons.append("its level is exempt") }
        if rules.pausesOnLeave, let rep, let leave = rep.leave, leave.contains(date), isEmployed(rep) {
            reasons.append("the owner is on leave")
        }
        if let hold = customer?.hold, lasts(hold) { reasons.append("it is \(hold)") }
        let wasWon = before.customers.contains { $0.id == spell.customer && $0.status == "account" }
        let isWithdrawn = after.events.contains {
            $0.customer == spell.customer && $0.businessDate == date && $0.payload.contains("withdrawn")
        }
        if wasWon, !isWithdrawn { reasons.append("it is won") }
        let isAnnounced = after.events.contains {
            $0.kind == "reminded" && $0.businessDate < date && merged[$0.customer] ?? $0.customer == spell.customer
                && $0.rep == spell.rep
                && $0.payload.contains(deadline.description)
        }
        if rules.requiresReminder, !isAnnounced { reasons.append("no earlier night announced \(deadline)") }
        return reasons
    }

    /// What each customer that was merged away is now.
    private func merges() -> [String: String] {
        var merged: [String: String] = [:]
        for event in after.events where event.kind == "customer_merged" {
            let survivor = event.payload.split(separator: "\"").last { $0.hasPrefix("C") }.map { String($0) } ?? ""
            for (customer, former) in merged where former == event.customer { merged[customer] = survivor }
            merged[event.customer] = survivor
        }
        return merged
    }
}
