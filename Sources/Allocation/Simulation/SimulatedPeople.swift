import Foundation
import Records
import Rules

/// How a spell in a simulation ended. `lost`: the customer said no for the second time and is gone.
enum SimulatedOutcome: Sendable { case won, lost, turnedDown, givenUp, recycled }

/// A customer with its truth and its story.
struct SimulatedCustomer: Sendable {
    let prospect: World.Prospect
    let arrivedOn: Int
    var freshness: Double
    var interest: Double
    /// Place in the pool, while there.
    var place = 0
    var owner: Int?
    var isGone = false
    var wonBy: Int?
    var followUps = 0
    var lastTouched = 0
    var firstTouched: Int?
    var attempts = 0
    private(set) var freshnessAtStart = 1.0
    private(set) var refusals = 0
    private(set) var summary: CustomerSummary?
    private(set) var lastRelease: [Int: Int] = [:]

    init(_ prospect: World.Prospect, arrivedOn day: Int) {
        self.prospect = prospect
        arrivedOn = day
        freshness = prospect.freshness
        interest = prospect.interest
    }

    mutating func begin(with person: Int, on day: Int, summary: CustomerSummary) {
        owner = person
        lastTouched = day
        freshnessAtStart = freshness
        followUps = 0
        self.summary = summary
    }

    mutating func end(_ outcome: SimulatedOutcome, on day: Int) {
        if let owner { lastRelease[owner] = day }
        if outcome == .won { wonBy = owner }
        owner = nil
        isGone = outcome == .won || outcome == .lost
        attempts += 1
    }

    mutating func refuse() -> SimulatedOutcome {
        refusals += 1
        interest -= 0.5
        return refusals >= 2 ? .lost : .turnedDown
    }
}

/// What a rep has and did.
struct SimulatedRecord: Sendable {
    var rep: Rep
    var open: [Int] = []
    /// In the present claim window.
    var claims = 0
    var intake = 0
    var daysAtWork = 0
    /// Customers got, oldest first: the day and the visible value.
    var received: [(day: Int, value: Double)] = []
    /// The days on which a customer was won.
    var winDays: [Int] = []
    var won: Int { winDays.count }
    var revenue = 0.0
    var recycled = 0
    private var cells: [Cell]

    struct Cell: Sendable {
        var spells = 0
        var won = 0
        var exposure = 0.0
    }

    init(rep: Rep, segments: Int) {
        self.rep = rep
        cells = [Cell](repeating: Cell(), count: segments * 3)
    }

    func cell(_ segment: Int, _ attempt: Int) -> Cell { cells[segment * 3 + attempt] }

    mutating func add(_ spells: Int, won: Int, exposure: Double, segment: Int, attempt: Int) {
        cells[segment * 3 + attempt].spells += spells
        cells[segment * 3 + attempt].won += won
        cells[segment * 3 + attempt].exposure += exposure
    }

    mutating func end(_ customer: SimulatedCustomer, _ outcome: SimulatedOutcome, on day: Int) {
        add(
            1, won: outcome == .won ? 1 : 0, exposure: customer.freshnessAtStart, segment: customer.prospect.segment,
            attempt: min(2, customer.attempts))
        if outcome == .recycled { recycled += 1 }
        guard outcome == .won else { return }
        winDays.append(day)
        revenue += customer.prospect.value
    }
}

extension SimulationRun {
    // MARK: What people do

    /// Whom each rep asks for, reps in random order; nobody asks for what somebody asked for before.
    mutating func requests(on day: Int, pacing: Pacing) -> [(index: Int, request: ClaimRequest)] {
        var asked: [(index: Int, request: ClaimRequest)] = []
        var taken: Set<Int> = []
        for person in chance.shuffled(Array(records.indices)) where world.people[person].startDay <= day {
            let limit = rules.claims.limit.map { max(0, pacing.due($0) - records[person].claims) }
            let wanted = limit ?? chance.poisson(8)
            guard wanted > 0, !pool.isEmpty else { continue }
            var liked: [(score: Double, index: Int)] = []
            var seen: Set<Int> = []
            for _ in 0..<200 {
                let index = pooled[chance.below(pooled.count)]
                let noise = -log(-log(max(1e-300, chance.uniform())))
                guard !taken.contains(index), seen.insert(index).inserted, !isCooling(index, person, on: day) else {
                    continue
                }
                let customer = customers[index]
                let segment = customer.prospect.segment
                let skill = world.people[person].skill[segment] + world.segments[segment].logit
                liked.append(
                    (
                        log(customer.prospect.visibleValue) + policy.taste.selfKnowledge * skill
                            + policy.taste.freshness * log(customer.freshness) + 0.7 * noise, index
                    ))
            }
            for (_, index) in liked.sorted(by: { ($1.score, $0.index) < ($0.score, $1.index) }).prefix(wanted) {
                taken.insert(index)
                let at = rules.zone.start(of: Self.date(of: day)) + Int64(asked.count)
                asked.append(
                    (
                        index,
                        ClaimRequest(
                            id: "\(day):\(asked.count)", customer: pool[customers[index].place].id,
                            rep: records[person].rep.id, requestedAt: at)
                    ))
            }
        }
        return asked
    }

    private func isCooling(_ index: Int, _ person: Int, on day: Int) -> Bool {
        guard let release = customers[index].lastRelease[person] else { return false }
        return Self.date(of: day) - Self.date(of: release) < max(1, rules.claims.coolingOffDays)
    }

    /// A rep's day: those who are worth most and furthest along are seen first where there is not time for all.
    mutating func followUp(_ person: Int, on day: Int) {
        let profile = world.people[person]
        var list = records[person].open
        let count = Double(list.count)
        let isBusy = count > profile.capacity
        if isBusy {
            let ranks = list.map { index in
                (
                    rank: log(customers[index].prospect.visibleValue) + Double(min(customers[index].followUps, 3)),
                    index: index
                )
            }
            list = ranks.sorted { ($1.rank, $0.index) < ($0.rank, $1.index) }.map(\.index)
        }
        let share = list.isEmpty ? 1 : min(1, profile.capacity / count)
        let slowness = pow(share, 0.15)
        let ramp = profile.startDay > 0 ? World.ramp(daysSinceStart: day - profile.startDay) : 0
        for (rank, index) in list.enumerated() {
            var likelihood = profile.diligence
            if isBusy { likelihood *= 0.5 * share + (Double(rank) < profile.capacity ? 0.5 : 0) }
            if policy.recycles, recycleDay(of: index) - day <= 2 { likelihood = min(1, 1.5 * likelihood) }
            guard chance.uniform() < likelihood else { continue }
            touch(index, by: person, on: day, ramp: ramp, slowness: slowness)
        }
    }

    private mutating func touch(_ index: Int, by person: Int, on day: Int, ramp: Double, slowness: Double) {
        customers[index].followUps += 1
        customers[index].lastTouched = day
        if customers[index].firstTouched == nil { customers[index].firstTouched = day }
        let customer = customers[index]
        let segment = world.segments[customer.prospect.segment]
        let logit = segment.logit + world.people[person].skill[customer.prospect.segment] + ramp + customer.interest
        let win = World.logistic(logit) * customer.freshness * slowness
        if customer.followUps >= segment.minimumFollowUps, chance.uniform() < win {
            release(index, from: person, on: day, outcome: .won)
        } else if chance.uniform() < World.turnDown {
            release(index, from: person, on: day, outcome: customers[index].refuse())
        } else if customer.followUps >= 8 {
            release(index, from: person, on: day, outcome: .givenUp)
        }
    }

    /// Interest fades in the pool, and with an owner who has not been in touch for three days.
    mutating func grow(olderOn day: Int) {
        let fading = exp2(-(7.0 / 5) / 30)
        for index in customers.indices where !customers[index].isGone {
            if customers[index].owner == nil || day - customers[index].lastTouched > 3 {
                customers[index].freshness *= fading
            }
        }
    }
}
