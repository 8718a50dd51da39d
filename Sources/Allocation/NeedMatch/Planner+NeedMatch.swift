import Records
import Rules

/// Need match: the assignment of customers to reps that is expected to bring most, all reps and customers together.
///
/// Maximises Σ chance(rep, segment) × freshness × re-contact factor × value^alpha under limits, territory, cooling-off and
/// floors, exactly (`MatchingSolver`). Reps below the value floor are served first, from all customers, the others after;
/// what that costs is in the plan.
extension Planner {
    mutating func match(_ customers: [Int], of night: AllocationNight, most: Int?, into plan: inout AllocationPlan) {
        let income = Income(night.facts.receipts, reps: books.map(\.rep), date: date, calendar: calendar)
        let takers = takers(by: income)
        let total = total(most: most)
        let room = takers.reduce(0) { $0.addingReportingOverflow($1.room).overflow ? .max : $0 + $1.room }
        let table = MatchTable(
            takers: takers, segments: segments(of: customers, in: night, for: takers),
            places: min(room, total, customers.count))

        let rule = rules.allocation.needMatch
        var rooms = takers.map(\.room)
        let behind = takers.map { income.isBehind($0.rep, share: rule.valueFloor) }
        var first: [MatchTable.Grant] = []
        var brought = 0.0
        if behind.contains(true), behind.contains(false) {
            let pass = table.solve(among: { behind[$0] }, rooms: rooms, total: total)
            (first, brought) = (pass.grants, pass.objective)
            for grant in first { rooms[grant.taker] -= 1 }
        }
        let rest = table.solve(
            among: { _ in true }, rooms: rooms, total: total - first.count,
            without: Set(first.map { [$0.segment, $0.place] }), asksGains: verdictsLeft > 0)
        brought += rest.objective
        if !first.isEmpty {
            let free = table.solve(among: { _ in true }, rooms: takers.map(\.room), total: total)
            plan.floorCost = brought > 0 ? free.objective / brought - 1 : nil
        }
        if brought > 0 {
            bottlenecks.weigh(
                zip(takers, rest.gains.takers).map { ($0.rep, $1 / brought) }, total: rest.gains.total / brought)
        }
        hand(out: rest.grants, madeGood: first, by: table, of: night, into: &plan)
        explainRest(of: table, granted: first + rest.grants, of: night, offered: customers.count, into: &plan)
    }

    /// Reps at work, those first who got least for their working days: so ties go. Who is full gets nothing, but what one
    /// more place would bring is asked all the same.
    private func takers(by income: Income) -> [MatchTable.Taker] {
        let rule = rules.allocation.needMatch
        let pacing = Pacing(window: rules.claims.days(around: date), date: date, calendar: calendar)
        let isPaced = rules.allocation.pace == .even
        return books.indices.compactMap { index -> MatchTable.Taker? in
            let book = books[index]
            guard book.rep.presence(on: date) == .present else { return nil }
            let due = isPaced ? pacing.due(rule.atLeast) : rule.atLeast
            let room = book.room ?? .max
            return MatchTable.Taker(
                book: index, rep: book.rep.id, room: room, floor: room > 0 ? max(0, due - book.intake) : 0)
        }.sorted { (income.perDay[$0.rep] ?? 0, $0.rep) < (income.perDay[$1.rep] ?? 0, $1.rep) }
    }

    /// Customers to hand out tonight at most, whoever has room: what the average of the rules leaves.
    private func total(most: Int?) -> Int {
        var total = Int.max
        if let average = rules.allocation.needMatch.onAverage {
            let pacing = Pacing(window: rules.claims.days(around: date), date: date, calendar: calendar)
            let due = rules.allocation.pace == .even ? pacing.due(average) : average
            let present = books.filter { $0.rep.presence(on: date) == .present }
            total = max(0, present.reduce(0) { $0 + due - $1.intake })
        }
        return min(total, most ?? .max)
    }

    private mutating func segments(
        of customers: [Int], in night: AllocationNight, for takers: [MatchTable.Taker]
    ) -> [MatchTable.Segment] {
        let pool = night.pool
        let worth = Worth(
            date: date, zone: zone, alpha: rules.allocation.needMatch.alpha, recontact: night.estimate.recontact)
        let places = Dictionary(uniqueKeysWithValues: takers.enumerated().map { ($1.rep, $0) })
        var segments: [MatchTable.Segment] = []
        var known: [Segment: Int] = [:]
        var merged: [[String]: Int] = [:]
        for index in customers {
            // Once: to copy a customer is most of the work.
            let customer = pool[index]
            let key = segment(of: customer)
            if known[key] == nil {
                var example = customer
                example.formerOwners = []
                let verdict = verdict(on: example)
                let open = Set(
                    verdict.eligible.map(\.rep.id) + verdict.rejected.filter { $0.reason.isLimit }.map(\.rep))
                let takes = takers.map { open.contains($0.rep) }
                let name = [key.section ?? "", key.size.rawValue] + takes.map { $0 ? "1" : "" }
                if merged[name] == nil {
                    merged[name] = segments.count
                    segments.append(
                        MatchTable.Segment(
                            section: key.section, size: key.size, customers: [],
                            chances: zip(takers, takes).map { taker, takes in
                                takes
                                    ? night.estimate.probability(of: taker.rep, section: key.section, size: key.size)
                                    : nil
                            }))
                }
                known[key] = merged[name]
            }
            guard let place = known[key] else { continue }
            let prospects = worth.prospects(of: customer)
            var candidate = MatchTable.Candidate(
                index: index, prospects: prospects, weight: prospects * worth.value(of: customer))
            if !customer.formerOwners.isEmpty {
                candidate.barred = Set(customer.formerOwners.compactMap { places[$0.rep] }).sorted().filter {
                    let rejection = eligibility.rejection(of: books[takers[$0].book], for: customer, isClaim: false)
                    return rejection.map { !$0.reason.isLimit } ?? false
                }
            }
            segments[place].customers.append(candidate)
        }
        for index in segments.indices {
            segments[index].customers.sort {
                $0.weight == $1.weight ? pool[$0.index].id < pool[$1.index].id : $0.weight > $1.weight
            }
        }
        // By what they are and not by who came first, so that ties do not depend on the pool's order.
        return merged.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { segments[$0.value] }
    }

    // MARK: Decisions

    private mutating func hand(
        out grants: [MatchTable.Grant], madeGood: [MatchTable.Grant], by table: MatchTable, of night: AllocationNight,
        into plan: inout AllocationPlan
    ) {
        // All verdicts before the first grant: who was full only after it could have had it.
        let decisions = (madeGood.map { ($0, ReasonCode.madeGood) } + grants.map { ($0, ReasonCode.bestTotal) }).map {
            decision($0, $1, by: table, of: night)
        }.sorted { ($1.score ?? 0, $0.customer) < ($0.score ?? 0, $1.customer) }
        for decision in decisions {
            if let rep = decision.rep { give(decision.customer, to: rep, claim: nil) }
        }
        plan.decisions += decisions
    }

    private mutating func decision(
        _ grant: MatchTable.Grant, _ reason: ReasonCode, by table: MatchTable, of night: AllocationNight
    ) -> Decision {
        let segment = table.segments[grant.segment]
        let candidate = segment.customers[grant.place]
        let customer = night.pool[candidate.index]
        let ranked = table.takers.indices.filter {
            table.takers[$0].room > 0 && segment.chances[$0] != nil && !candidate.barred.contains($0)
        }
        .sorted { (segment.chances[$1] ?? 0, $0) < (segment.chances[$0] ?? 0, $1) }
        let place = ranked.firstIndex(of: grant.taker) ?? 0
        let named = ranked.prefix(Self.mostRanked) + (place < Self.mostRanked ? [] : [grant.taker])
        return Decision(
            kind: .allocation, customer: customer.id, rep: table.takers[grant.taker].rep, isGranted: true,
            strategy: .needMatch, score: Self.rounded(table.score(of: grant)), rank: place + 1,
            reason: ranked.count == 1 ? .onlyEligible : reason,
            detail: ranked.count == 1
                ? .eligible(1, of: books.count) : .matched(place: place + 1, of: ranked.count),
            eligible: named.map { taker in
                let chance = segment.chances[taker] ?? 0
                return Decision.Candidate(
                    rep: table.takers[taker].rep, score: Self.rounded(chance * candidate.weight),
                    probability: Self.rounded(chance * candidate.prospects), value: customer.value)
            }, rejected: Array(verdict(on: customer).rejected.prefix(Self.mostNamed)))
    }

    private mutating func explainRest(
        of table: MatchTable, granted: [MatchTable.Grant], of night: AllocationNight, offered: Int,
        into plan: inout AllocationPlan
    ) {
        let taken = Set(granted.map { [$0.segment, $0.place] })
        var left: [(score: Double, index: Int)] = []
        for (number, segment) in table.segments.enumerated() {
            let chance = night.estimate.probability(section: segment.section, size: segment.size)
            for (place, customer) in segment.customers.enumerated() where !taken.contains([number, place]) {
                left.append((Self.rounded(chance * customer.weight), customer.index))
            }
        }
        left.sort { ($1.score, night.pool[$0.index].id) < ($0.score, night.pool[$1.index].id) }
        var explained = 0
        for (score, index) in left {
            guard verdictsLeft > 0 else { break }
            verdictsLeft -= max(1, books.count)
            explained += 1
            let customer = night.pool[index]
            let (eligible, rejected) = verdict(on: customer)
            if eligible.isEmpty { bottlenecks.add(rejected) } else { bottlenecks.add(.outranked) }
            plan.decisions.append(
                Decision(
                    kind: .allocation, customer: customer.id, rep: nil, isGranted: false, strategy: .needMatch,
                    score: score, reason: eligible.isEmpty ? .nobodyEligible : .outranked,
                    detail: .eligible(eligible.count, of: books.count),
                    rejected: Array(rejected.prefix(Self.mostNamed))))
        }
        plan.unreached += offered - granted.count - explained
    }

    /// Eligible reps that a match names with their chances: the best ones and, where he is none of them, the one who got it.
    private static let mostRanked = 20

    private static func rounded(_ number: Double) -> Double { (number * 1_000_000).rounded() / 1_000_000 }
}
