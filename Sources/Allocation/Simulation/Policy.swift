import Rules

/// Rules to try, and how people behave under them.
package struct Policy: Sendable {
    package var name: String
    package var rules: Rules
    /// How reps choose from the pool where nothing is allocated.
    package var taste = Taste()
    /// Whether overdue customers go back to the pool.
    package var recycles = true
    /// Whether chances are known instead of estimated: what no policy can reach.
    package var knowsSkill = false

    /// The score by which a rep chooses is ln(value) + `self` × (own skill) + `fresh` × ln(freshness) + chance.
    package struct Taste: Sendable {
        package var selfKnowledge = 0.3
        package var freshness = 1.0

        package init(selfKnowledge: Double = 0.3, freshness: Double = 1) {
            self.selfKnowledge = selfKnowledge
            self.freshness = freshness
        }
    }

    package init(name: String, rules: Rules) {
        self.name = name
        self.rules = rules
    }
}

extension Policy {
    /// The policies of SIMULATION.md by their names there; rules have the zone, and everything not named, of `rules`.
    package static func reference(_ name: String, rules base: Rules) -> Policy? {
        var policy = Policy(name: name, rules: base)
        policy.rules.allocation = AllocationRules()
        policy.rules.allocation.pace = .even
        policy.rules.claims.limit = 10
        policy.rules.claims.window = .week
        policy.rules.claims.intakeLimit = nil
        policy.rules.claims.holdingLimit = nil
        policy.rules.claims.coolingOffDays = 14
        policy.rules.followUp = FollowUpRules()
        policy.rules.tiers = TierRules()
        switch name {
        case "P0":
            policy.rules.allocation.strategy = nil
            policy.rules.claims.limit = nil
            policy.recycles = false
        case "P1": policy.rules.allocation.strategy = nil
        case "P1 strong":
            policy.rules.allocation.strategy = nil
            policy.taste = Taste(selfKnowledge: 1, freshness: 2)
        case "P2 fifo": policy.rules.allocation.order = .oldestFirst
        case "P2 newest": policy.rules.allocation.order = .newestFirst
        case "P2 score": policy.rules.allocation.order = .expected
        case "P5", "P7 skill": policy.rules.allocation.strategy = .needMatch
        case "P6e", "P7e", "P6e floor":
            policy.rules.allocation.strategy = .needMatch
            policy.rules.claims.intakeLimit = 14
            policy.rules.allocation.needMatch.atLeast = 6
            policy.rules.allocation.needMatch.onAverage = 10
        default: return nil
        }
        policy.knowsSkill = name.hasPrefix("P7")
        if name == "P6e floor" { policy.rules.allocation.needMatch.valueFloor = 0.6 }
        return policy
    }
}
