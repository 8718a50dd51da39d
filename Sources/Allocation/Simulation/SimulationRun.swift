import Foundation
import Records
import Rules

/// Half a year of a world under one policy, day by day: arrivals, claims or allocations by the real `Planner`, follow-ups,
/// and recycling by the real deadline.
///
/// What people do between is drawn from a stream of its own (SIMULATION.md, section 7). Where the rules allocate nothing,
/// reps claim: each sees 200 customers of the pool and asks for those it likes best.
package struct SimulationRun {
    let world: World
    let policy: Policy
    let rules: Rules
    let calendar = WorkCalendar()
    var chance: Chance

    var customers: [SimulatedCustomer] = []
    var records: [SimulatedRecord]
    /// The pool as the planner sees it, and which customer each entry is.
    var pool: [CustomerSummary] = []
    var pooled: [Int] = []
    /// Per day the day on which a customer whose clock started then goes back to the pool.
    private let recycleDays: [Int]
    private let oracle: ConversionEstimate?
    private let people: [RepID: Int]
    private let countOrder: [(person: Int, segment: Int)]
    private var window: ClosedRange<BusinessDate>?
    private var cursor: RepID?

    package init(world: World, policy: Policy, seed: UInt64) {
        self.world = world
        self.policy = policy
        var rules = policy.rules
        if let zone = Zone(named: "UTC") { rules.zone = zone }
        self.rules = rules
        chance = Chance(seed: seed, for: "behaviour")
        records = world.people.map { person in
            var record = SimulatedRecord(rep: person.rep, segments: world.segments.count)
            record.rep.startsOn = Self.date(of: person.startDay)
            return record
        }
        people = Dictionary(
            world.people.enumerated().map { ($1.rep.id, $0) }, uniquingKeysWith: { first, _ in first })
        let calendar = calendar
        recycleDays = (0..<World.days).map { day in
            let start = rules.zone.end(of: Self.date(of: day))
            let deadline = FollowUpClock.deadline(
                spellStartedAt: start, lastFollowUpAt: nil, rules: rules.followUp, calendar: calendar, zone: rules.zone)
            let date = FollowUpClock.recycleDate(of: deadline, rules: rules.followUp, calendar: calendar)
            return (day...(day + 5000)).first { Self.date(of: $0) >= date } ?? day + 5000
        }
        oracle = policy.knowsSkill ? Self.oracle(of: world) : nil
        countOrder = world.people.indices.flatMap { person in world.segments.indices.map { (person, $0) } }.sorted {
            let (one, two) = (world.segments[$0.segment], world.segments[$1.segment])
            return (world.people[$0.person].rep.id.rawValue, one.section ?? "", one.size.rawValue)
                < (world.people[$1.person].rep.id.rawValue, two.section ?? "", two.size.rawValue)
        }
        for count in world.history {
            guard let person = people[count.rep],
                let segment = world.segments.firstIndex(where: { $0.section == count.section && $0.size == count.size })
            else { continue }
            records[person].add(
                count.spells, won: count.conversions, exposure: count.exposure, segment: segment, attempt: count.attempt
            )
        }
    }

    /// The `day`th working day; day 0 is a Monday.
    static func date(of day: Int) -> BusinessDate { BusinessDate(dayNumber: 19_723 + day / 5 * 7 + day % 5) }

    private static func oracle(of world: World) -> ConversionEstimate {
        ConversionEstimate(
            known: world.people.indices.flatMap { person in
                world.segments.indices.map { segment in
                    (
                        world.people[person].rep.id, world.segments[segment].section, world.segments[segment].size,
                        world.chance(of: person, in: segment)
                    )
                }
            })
    }

    package mutating func run() -> SimulationResult {
        for prospect in world.initial { arrive(prospect, on: 0) }
        for day in 0..<World.days {
            for prospect in world.arrivals[day] { arrive(prospect, on: day) }
            for index in records.indices where world.people[index].startDay <= day { records[index].daysAtWork += 1 }
            hand(outOn: day)
            for person in records.indices { followUp(person, on: day) }
            grow(olderOn: day)
            if policy.recycles { recycle(on: day) }
        }
        return SimulationResult(records: records, customers: customers, world: world)
    }

    // MARK: Pool

    private mutating func arrive(_ prospect: World.Prospect, on day: Int) {
        let index = customers.count
        var summary = CustomerSummary(id: CustomerID("C" + padded(index, 6)), name: "")
        let segment = world.segments[prospect.segment]
        summary.section = segment.section
        summary.size = segment.size
        summary.value = Money(minorUnits: Int64((prospect.visibleValue * 100).rounded()), currency: world.currency)
        customers.append(SimulatedCustomer(prospect, arrivedOn: day))
        enter(summary, index, on: day)
    }

    /// Puts a customer into the pool; the summary's time there is what its freshness says.
    private mutating func enter(_ summary: CustomerSummary, _ index: Int, on day: Int) {
        var summary = summary
        let waited = -30 * log2(max(1e-12, customers[index].freshness))
        summary.poolSince = rules.zone.start(of: Self.date(of: day)) + Int64((43_200 - waited * 86_400).rounded())
        summary.status = .pool
        customers[index].owner = nil
        customers[index].place = pool.count
        pool.append(summary)
        pooled.append(index)
    }

    private mutating func leave(_ index: Int) -> CustomerSummary {
        let place = customers[index].place
        let summary = pool[place]
        pool.swapAt(place, pool.count - 1)
        pooled.swapAt(place, pooled.count - 1)
        customers[pooled[place]].place = place
        pool.removeLast()
        pooled.removeLast()
        return summary
    }

    // MARK: Claims and allocations

    private mutating func hand(outOn day: Int) {
        let date = Self.date(of: day)
        let window = rules.claims.days(around: date)
        if window != self.window {
            self.window = window
            for index in records.indices { (records[index].claims, records[index].intake) = (0, 0) }
        }
        var planner = Planner(
            rules: rules,
            standings: records.map {
                RepStanding(
                    rep: $0.rep, claimsInWindow: $0.claims, intakeInWindow: $0.intake, holdings: $0.open.count)
            }, tiers: [:], date: date, calendar: calendar)
        if rules.allocation.strategy == nil || rules.allocation.strategy == .firstCome {
            let asked = requests(on: day, pacing: Pacing(window: window, date: date, calendar: calendar))
            let summaries = asked.map { pool[customers[$0.index].place] }
            let decisions = planner.decide(
                claims: asked.map(\.request),
                customers: Dictionary(summaries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
            take(decisions, on: day)
        } else {
            let counts = counts
            var known = oracle
            known?.recontact = ConversionEstimate(counts).recontact
            let facts = AllocationFacts(counts: counts, receipts: receipts(on: day), known: known)
            let plan = planner.allocate(pool: pool, cursor: cursor, facts: facts, explaining: 0)
            cursor = plan.cursor
            take(plan.decisions, on: day)
        }
    }

    private mutating func take(_ decisions: [Decision], on day: Int) {
        for decision in decisions where decision.isGranted {
            guard let rep = decision.rep, let person = people[rep],
                let index = Int(decision.customer.rawValue.dropFirst())
            else { continue }
            let summary = leave(index)
            customers[index].begin(with: person, on: day, summary: summary)
            records[person].open.append(index)
            records[person].intake += 1
            if decision.kind == .claim { records[person].claims += 1 }
            records[person].received.append((day, customers[index].prospect.visibleValue))
        }
    }

    private var counts: [ConversionCount] {
        guard rules.allocation.usesHistory else { return [] }
        var counts: [ConversionCount] = []
        for (person, segment) in countOrder {
            for attempt in 0..<3 {
                let cell = records[person].cell(segment, attempt)
                guard cell.spells > 0 else { continue }
                counts.append(
                    ConversionCount(
                        rep: records[person].rep.id, section: world.segments[segment].section,
                        size: world.segments[segment].size, attempt: attempt, spells: cell.spells,
                        conversions: cell.won, exposure: cell.exposure))
            }
        }
        return counts
    }

    private func receipts(on day: Int) -> [Receipt] {
        records.map { record in
            let recent = record.received.reversed().prefix { $0.day > day - 20 }
            let value = recent.reduce(0) { $0 + $1.value }
            return Receipt(
                rep: record.rep.id, customers: recent.count,
                value: Money(minorUnits: Int64((value * 100).rounded()), currency: world.currency))
        }
    }

    // MARK: Going back

    private mutating func recycle(on day: Int) {
        for person in records.indices {
            for index in records[person].open where day >= recycleDays[customers[index].lastTouched] {
                release(index, from: person, on: day, outcome: .recycled)
            }
        }
    }

    /// Ends a spell: with a win, with a customer who wants no more, or back in the pool.
    mutating func release(_ index: Int, from person: Int, on day: Int, outcome: SimulatedOutcome) {
        records[person].open.removeAll { $0 == index }
        records[person].end(customers[index], outcome, on: day)
        customers[index].end(outcome, on: day)
        guard outcome != .won, outcome != .lost, var summary = customers[index].summary else { return }
        summary.formerOwners.append(
            CustomerSummary.FormerOwner(
                rep: records[person].rep.id, endedAt: rules.zone.end(of: Self.date(of: day)),
                endReason: outcome == .recycled ? .recycled : .released))
        enter(summary, index, on: day)
    }

    /// The day on which an open customer would go back to the pool.
    func recycleDay(of index: Int) -> Int { recycleDays[customers[index].lastTouched] }
}
