import Records
import Rules

/// Customers randomised among strategies, so that what differs between the strategies' results can be laid to them.
///
/// Which strategy a customer goes by depends on the seed and its id alone: it stays the same from night to night and run to
/// run. Each arm may hand out its share of the night's places; which arm goes first, and so meets the most room, is drawn
/// anew every night.
package struct Experiment: Sendable {
    package struct Arm: Sendable {
        package var strategy: Strategy
        /// Places of the customers in the pool.
        package var customers: [Int]
        /// Customers that may be handed out; `nil`: any number.
        package var most: Int?
    }

    private let arms: [ExperimentArm]
    private let seed: UInt64
    private let date: BusinessDate

    package init(_ rules: AllocationRules, date: BusinessDate) {
        arms = rules.experiment
        seed = rules.seed
        self.date = date
    }

    /// The arms in tonight's order with their customers, and `slots` shared out so that the parts add up to it.
    package func arms(of pool: [CustomerSummary], at offered: [Int], slots: Int?) -> [Arm] {
        let total = arms.reduce(0) { $0 + $1.share }
        guard total > 0 else { return [] }
        var result: [Arm] = []
        var before = 0
        for arm in arms {
            let after = before + arm.share
            result.append(
                Arm(
                    strategy: arm.strategy, customers: [],
                    most: slots.map { $0 * after / total - $0 * before / total }))
            before = after
        }
        for index in offered { result[self.arm(of: pool[index].id, total: total)].customers.append(index) }
        var chance = Chance(seed: seed, for: "arms \(date)")
        return chance.shuffled(result)
    }

    /// The strategy that a customer goes by.
    package func strategy(of customer: CustomerID) -> Strategy? {
        let total = arms.reduce(0) { $0 + $1.share }
        return total > 0 ? arms[arm(of: customer, total: total)].strategy : nil
    }

    private func arm(of customer: CustomerID, total: Int) -> Int {
        var chance = Chance(seed: seed, for: customer.rawValue)
        var draw = chance.below(total)
        for (index, arm) in arms.enumerated() {
            draw -= arm.share
            if draw < 0 { return index }
        }
        return 0
    }
}
