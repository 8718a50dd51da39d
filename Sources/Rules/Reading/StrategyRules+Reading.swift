import Records

extension NeedMatchRules {
    init(_ section: Section) throws(InputError) {
        self.init()
        var section = section
        try section.fraction("alpha", into: &alpha)
        try section.integer("at_least", into: &atLeast, in: 0...largestCount)
        try section.limit("on_average", into: &onAverage, in: 0...largestCount)
        try section.fraction("value_floor", into: &valueFloor)
        try section.fraction("exploration", into: &exploration)
        try section.finish()
        guard let onAverage, onAverage < atLeast else { return }
        throw section.error(
            at: "at_least", "'\(section.path).at_least' is \(atLeast), above the \(onAverage) that reps get on average",
            advice: ["Nobody can get less than the average if everybody gets more; lower one or raise the other."])
    }
}

extension Section {
    /// A number from 0 to 1.
    fileprivate mutating func fraction(_ key: String, into value: inout Double) throws(InputError) {
        if let setting = setting(key) { value = try setting.share() }
    }
}

extension ScreeningRule {
    static func read(_ sections: [Section]) throws(InputError) -> [Self] {
        var rules: [Self] = []
        for var section in sections {
            var rule = Self()
            try section.texts("industries", into: &rule.industries)
            try section.choices("sizes", into: &rule.sizes)
            try section.texts("regions", into: &rule.regions)
            try section.texts("needs", into: &rule.needs)
            try section.choices("levels", into: &rule.levels)
            try section.texts("reps", into: &rule.reps)
            try section.texts("teams", into: &rule.teams)
            try section.finish()
            rules.append(rule)
        }
        return rules
    }
}

extension ExperimentArm {
    static func read(_ sections: [Section]) throws(InputError) -> [Self] {
        var arms: [Self] = []
        for var section in sections {
            guard let setting = section.setting("strategy") else {
                throw section.error("'\(section.path)' has no 'strategy'", advice: ["Add 'strategy: …' to it."])
            }
            let strategy: Strategy = try setting.choice()
            guard strategy != .experiment, strategy != .firstCome, !arms.contains(where: { $0.strategy == strategy })
            else {
                throw setting.wrong(
                    "cannot be '\(strategy.rawValue)' here",
                    expected: "Each arm is another strategy that allocates, such as rotation or need_match.")
            }
            var share = 1
            try section.integer("share", into: &share, in: 1...1000)
            try section.finish()
            arms.append(Self(strategy: strategy, share: share))
        }
        return arms
    }
}

extension AllocationRules {
    /// The keys of the strategies, and whether the strategy has what it needs.
    mutating func readStrategies(_ section: inout Section) throws(InputError) {
        try section.choice("pace", into: &pace)
        if let part = try section.section("need_match") { needMatch = try NeedMatchRules(part) }
        screening = try ScreeningRule.read(section.sections("screening"))
        experiment = try ExperimentArm.read(section.sections("experiment"))
        let asked = [strategy] + experiment.map(\.strategy)
        if asked.contains(.screening), screening.isEmpty {
            throw section.error(
                at: "strategy", "the strategy is screening, but 'allocation.screening' has no rules",
                advice: ["Write who gets what:  screening: [{industries: [C], teams: [north]}, {teams: [south]}]"])
        }
        if strategy == .experiment, experiment.count < 2 {
            throw section.error(
                at: "strategy", "the strategy is experiment, but 'allocation.experiment' has fewer than two arms",
                advice: ["Write them:  experiment: [{strategy: rotation, share: 1}, {strategy: need_match, share: 1}]"])
        }
    }
}
