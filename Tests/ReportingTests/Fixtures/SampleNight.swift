import Records
import Rules
import TestSupport

/// Two months of a company of twelve reps in three teams, up to the night of 2026-11-23: made by a small simulation
/// with a seed, so that every figure hangs together. Some names are hostile.
struct SampleNight {
    static let date = BusinessDate(iso: "2026-11-23") ?? BusinessDate(dayNumber: 0)
    static let zone: Zone = Zone(named: "Asia/Shanghai") ?? utc
    private static var utc: Zone { Zone(named: "UTC") ?? zone }

    static let hostileNames = [
        "<script>alert(1)</script>有限公司", "\"><img src=x onerror=alert(1)>", "=HYPERLINK(\"http://example.com\")",
        "上海\u{202E}drowssap\u{202C}贸易有限公司", "🚀🚀 火箭科技 👨‍👩‍👧‍👦", String(repeating: "很长的名字", count: 40),
        "引号\"\u{301} onmouseover=alert(1) x=\"", "@SUM(A1:A9)", "第一行\r\n第二行", "A&B ‘Trading’ \u{2028}Co.",
    ]

    static func rules(_ languages: [Rules.Language] = [.chinese, .english]) -> Rules {
        var rules = Rules(zone: zone)
        rules.company = "海蓝科技"
        rules.languages = languages
        rules.digest = String(repeating: "3f9a1c0d", count: 8)
        rules.claims.limit = 10
        rules.claims.holdingLimit = 60
        var gold = TierRules.Tier(name: "金牌")
        gold.claimLimit = 15
        rules.tiers.tiers = [gold, TierRules.Tier(name: "标准")]
        return rules
    }

    private var random = SeededGenerator(seed: 20_261_123)
    private var facts = NightFacts(date: date, asOf: zone.end(of: date))
    private var customers = 0
    private var skill: [RepID: Double] = [:]

    /// The night; with `isSuspended`, one in which the follow-ups of one source did not come.
    static func facts(isSuspended: Bool = false) -> NightFacts {
        var night = SampleNight()
        night.addReps()
        night.addSpells()
        night.addClaims()
        night.addAllocations()
        night.addPool()
        night.addRest(isSuspended: isSuspended)
        night.facts.spells.sort {
            ($0.spell.startedAt, $0.spell.customer, $0.spell.rep) < (
                $1.spell.startedAt, $1.spell.customer, $1.spell.rep
            )
        }
        return night.facts
    }

    private mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

    private mutating func customer() -> CustomerID {
        customers += 1
        let id = Identity.customer(source: "kingdee", externalID: String(customers))
        let cities = ["上海", "苏州", "杭州", "宁波", "无锡", "南京", "合肥", "嘉兴"]
        let words = ["恒远", "明达", "瑞丰", "天成", "中科", "华信", "博雅", "金石", "新源", "东海"]
        let trades = ["贸易", "软件", "机械", "物流", "食品", "纺织", "电子", "建材"]
        facts.names[id] =
            customers % 41 == 7
            ? Self.hostileNames[customers / 41 % Self.hostileNames.count]
            : cities[Int.random(in: 0..<8, using: &random)] + words[Int.random(in: 0..<10, using: &random)]
                + words[Int.random(in: 0..<10, using: &random)] + trades[Int.random(in: 0..<8, using: &random)] + "有限公司"
        return id
    }

    private mutating func addReps() {
        let names = ["王小明", "李静", "张伟", "陈思远", "刘洋", "赵敏", "孙悦", "周杰", "吴昊", "<b>郑</b>爽", "Anna Müller", "钱多多"]
        let teams = ["华东一部", "华东二部", "华南部"]
        for (index, name) in names.enumerated() {
            var rep = Rep(id: Identity.rep(source: "kingdee", externalID: "E\(padded(index + 1, 3))"), name: name)
            rep.team = teams[index / 4]
            rep.email = "rep\(index + 1)@example.com"
            if index == 6 { rep.leave = [(Self.date - 3)...(Self.date + 4)] }
            skill[rep.id] = [0.9, 0.82, 0.76, 0.88, 0.7, 0.93, 0.85, 0.6, 0.8, 0.74, 0.95, 0.78][index]
            facts.reps.append(RepStanding(rep: rep, tier: index % 4 == 0 ? "金牌" : "标准"))
            let tier = index % 4 == 0 ? "金牌" : "标准"
            facts.tiers.append(
                TierAssignment(
                    rep: rep.id, tier: tier, month: Self.date.startOfMonth,
                    reason: .figures(Self.figures(revenue: index * 7 + 12, wonDeals: index % 4))))
        }
    }

    private mutating func addSpells() {
        for day in stride(from: 63, through: 0, by: -1) {
            let start = Self.date - day
            guard start.weekday <= 5 else { continue }
            for standing in facts.reps where standing.rep.presence(on: start) == .present {
                let kinds: [Spell.Kind] = day > 58 ? [.opening, .opening, .opening] : [.claim, .allocation]
                for kind in kinds where day > 0 && chance(day > 58 ? 0.9 : 0.55) {
                    live(customer(), standing.rep, kind, from: start)
                }
            }
        }
    }

    /// Lets a spell happen: follow-ups, duties, a win, a recycle.
    private mutating func live(_ customer: CustomerID, _ rep: Rep, _ kind: Spell.Kind, from start: BusinessDate) {
        let zone = Self.zone
        let startedAt = zone.end(of: start)
        var spell = Spell(customer: customer, rep: rep.id, kind: kind, startedAt: startedAt)
        var followUps: [Instant] = []
        var wonAt: Instant?
        var clock = start
        while true {
            let deadline = Deadline(clockStart: clock, date: clock + 7)
            let isMet = chance(skill[rep.id] ?? 0.8)
            let day = clock + Int.random(in: 1...7, using: &random)
            if deadline.date > Self.date, !(isMet && day <= Self.date) {
                add(Obligation(customer: customer, rep: rep.id, deadline: deadline, outcome: .pending))
                if deadline.date - Self.date <= 2 {
                    facts.reminders.append(Reminder(customer: customer, rep: rep.id, deadline: deadline.date))
                }
                break
            }
            guard isMet else {
                add(Obligation(customer: customer, rep: rep.id, deadline: deadline, outcome: .missed))
                end(&spell, on: deadline.date)
                break
            }
            let at = zone.instant(day, secondOfDay: 9 * 3600 + Int.random(in: 0..<30_000, using: &random))
            followUps.append(at)
            add(Obligation(customer: customer, rep: rep.id, deadline: deadline, outcome: .met, followedUpAt: at))
            clock = day
            if chance(0.07) {
                wonAt = at
                break
            }
            if chance(0.02) {
                spell.endedAt = zone.end(of: day)
                spell.endReason = .released
                break
            }
        }
        facts.spells.append(
            SpellHistory(
                spell: spell, team: rep.team, followUps: followUps,
                wonAt: wonAt,
                sales: wonAt.map { [Sale(at: $0, minorUnits: 12_000_000)] } ?? [],
                ordinal: chance(0.15) ? 2 : 1))
        if spell.endedAt == nil, wonAt == nil, let place = facts.reps.firstIndex(where: { $0.rep.id == rep.id }) {
            facts.reps[place].holdings += 1
            if kind == .claim, start >= Self.date.startOfWeek - 7 {
                facts.reps[place].claimsInWindow += 1
                facts.reps[place].intakeInWindow += 1
            }
        }
    }

    private mutating func add(_ duty: Obligation) { facts.obligations.append(duty) }

    private mutating func end(_ spell: inout Spell, on deadline: BusinessDate) {
        let night = deadline.weekday > 5 ? deadline + (8 - deadline.weekday) : deadline
        if night > Self.date { return }
        if night == Self.date {
            let isKept = chance(0.3)
            let reasons: [ReasonCode] = [.openDeal, .notReminded, .ownerOnLeave, .exemptLevel]
            facts.decisions.append(
                Decision(
                    kind: .recycle, customer: spell.customer, rep: spell.rep, isGranted: !isKept,
                    reason: isKept ? reasons[Int.random(in: 0..<4, using: &random)] : .overdue,
                    detail: Self.detail(deadline, isKept: isKept)))
            if isKept { return }
        }
        spell.endedAt = Self.zone.end(of: night)
        spell.endReason = .recycled
    }

    private mutating func addClaims() {
        let limit = DecisionDetail.limitReached(.claims(.week), used: 10, limit: 10)
        let earlier = LocalTime(Self.zone.instant(Self.date, secondOfDay: 8 * 3600 + 12 * 60), in: Self.zone)
        let refusals: [(ReasonCode, DecisionDetail)] = [
            (.claimLimit, limit), (.claimedEarlier, .askedEarlier(by: facts.reps[0].rep.id, at: earlier)),
            (.coolingOff, .coolingOff(until: Self.date + 21)), (.claimLimit, limit), (.alreadyOwned, .none),
        ]
        for index in 0..<17 {
            let rep = facts.reps[index * 5 % 12].rep
            let target = customer()
            let isGranted = index % 3 != 2
            let refusal = refusals[index / 3 % refusals.count]
            facts.decisions.append(
                Decision(
                    kind: .claim, customer: target, rep: rep.id, isGranted: isGranted,
                    reason: isGranted ? .firstCome : refusal.0, detail: isGranted ? .none : refusal.1,
                    request: "oa:\(index)"))
            if isGranted { start(target, rep, .claim) }
        }
    }

    private mutating func addAllocations() {
        for index in 0..<24 {
            let rep = facts.reps[index * 7 % 12].rep
            let target = customer()
            let isGranted = index % 6 != 5 && rep.presence(on: Self.date) == .present
            facts.decisions.append(
                Decision(
                    kind: .allocation, customer: target, rep: isGranted ? rep.id : nil, isGranted: isGranted,
                    strategy: .rotation, score: Double(90 - index), rank: isGranted ? 1 : nil,
                    reason: isGranted ? .nextInRotation : .nobodyEligible,
                    rejected: isGranted
                        ? []
                        : facts.reps.enumerated().map {
                            .init(rep: $1.rep.id, reason: $0 % 3 == 0 ? .regionMismatch : .intakeLimit, detail: .none)
                        }))
            if isGranted { start(target, rep, .allocation) }
        }
    }

    private mutating func start(_ customer: CustomerID, _ rep: Rep, _ kind: Spell.Kind) {
        facts.spells.append(
            SpellHistory(
                spell: Spell(customer: customer, rep: rep.id, kind: kind, startedAt: facts.asOf),
                team: rep.team))
        add(
            Obligation(
                customer: customer, rep: rep.id, deadline: Deadline(clockStart: Self.date, date: Self.date + 7),
                outcome: .pending))
        guard let place = facts.reps.firstIndex(where: { $0.rep.id == rep.id }) else { return }
        facts.reps[place].holdings += 1
        facts.reps[place].intakeInWindow += 1
        if kind == .claim { facts.reps[place].claimsInWindow += 1 }
    }

    private mutating func addPool() {
        var pool: [CustomerSummary] = []
        for index in 0..<286 {
            let id = customer()
            var summary = CustomerSummary(id: id, name: facts.names[id] ?? "")
            let age = [2, 5, 12, 20, 26, 45, 70, 88, 120, 240][index % 10]
            summary.poolSince = Self.zone.end(of: Self.date - age)
            if index % 5 == 0 { summary.value = Money(minorUnits: Int64(index + 1) * 2_000_000, currency: "CNY") }
            if index % 60 == 0 { summary.hold = .disputed }
            let times = index % 37 == 0 ? 3 + index / 100 : index % 3
            summary.formerOwners = (0..<times).map { time in
                .init(
                    rep: facts.reps[(index + time) % 12].rep.id,
                    endedAt: Self.zone.end(of: Self.date - age - 20 * (times - time)), endReason: .recycled)
            }
            pool.append(summary)
        }
        facts.pool = PoolFacts(pool.sorted { $0.id < $1.id }, on: Self.date, zone: Self.zone)
    }

    private mutating func addRest(isSuspended: Bool) {
        let recycled = facts.decisions.count { $0.kind == .recycle && $0.isGranted }
        let claimed = facts.decisions.count { $0.kind == .claim && $0.isGranted }
        let allocated = facts.decisions.count { $0.kind == .allocation && $0.isGranted }
        facts.flows = [
            Flow(
                rep: nil, opening: 286 - recycled - 20 + claimed + allocated,
                incoming: ["imported": 20, "recycled": recycled],
                outgoing: ["allocation": allocated, "claim": claimed], closing: 286)
        ]
        for standing in facts.reps {
            let came = facts.decisions.count { $0.kind != .recycle && $0.isGranted && $0.rep == standing.rep.id }
            let went = facts.decisions.count { $0.kind == .recycle && $0.isGranted && $0.rep == standing.rep.id }
            facts.flows.append(
                Flow(
                    rep: standing.rep.id, opening: standing.holdings - came + went, incoming: ["allocation": came],
                    outgoing: ["recycled": went], closing: standing.holdings))
        }
        facts.feeds = [
            FeedStatus(
                source: "kingdee", state: isSuspended ? .missing : .fresh,
                newestAt: Self.zone.instant(Self.date - (isSuspended ? 4 : 0), secondOfDay: 64_000),
                suspendedSpells: isSuspended ? 37 : 0),
            FeedStatus(
                source: "xiaoshouyi", state: .fresh, newestAt: Self.zone.instant(Self.date, secondOfDay: 60_000)),
        ]
        for (index, entity) in [Entity.customers, .followUps, .claims, .deals].enumerated() {
            var counts = ImportCounts()
            counts.read = 1200 - index * 260
            counts.rejected = index * 3
            counts.pending = index
            counts.new = 40
            counts.unchanged = counts.read - 40 - counts.rejected - counts.pending
            counts.flagged = 11
            facts.imports.append(
                ImportSummary(
                    batch: ImportBatch(
                        id: BatchID("b\(index)"), source: index == 2 ? "oa" : "kingdee", entity: entity,
                        profile: "kingdee", encoding: "gb18030", file: "inbox/\(entity.rawValue)-2026-11-23.csv",
                        digest: "", header: [], fields: []), counts: counts))
        }
        facts.disputes = [
            OwnershipDecision(
                customer: customer(), owner: nil, hold: .disputed, rule: "disputed", others: ["王小明", "李静 <x>"])
        ]
        facts.pending = [.followUps: 4, .deals: 2]
    }
}

/// Orders triples, which the standard library does only for comparable ones.
private func < (left: (Instant, CustomerID, RepID), right: (Instant, CustomerID, RepID)) -> Bool {
    if left.0 != right.0 { return left.0 < right.0 }
    return left.1 == right.1 ? left.2 < right.2 : left.1 < right.1
}
