import Foundation
import Rules

/// Policies side by side, each in the same worlds.
package struct Comparison: Sendable {
    /// One figure of a policy: the mean over the worlds and how far it may be off.
    package struct Figure: Sendable, Equatable {
        package var mean: Double
        /// Half the width of the 95 % interval of the mean; `nil` with one world.
        package var margin: Double?
    }

    package enum Measure: String, Sendable, CaseIterable {
        case conversions, revenue, claims
        case neverContacted = "never_contacted"
        case recycled
        case perClaim = "conversions_per_claim"
        case cohortConversion = "cohort_conversion"
        case daysToFollowUp = "median_days_to_follow_up"
        case gini
        case giniPerCapacity = "gini_per_capacity"
        case leastShare = "least_share"
        case leastClaims = "least_claims_per_week"
        case newcomerClaims = "newcomer_claims"
        case newcomerConversions = "newcomer_conversions"

        /// Whether the figure is a share of a whole, 0 to 1.
        package var isShare: Bool {
            switch self {
            case .cohortConversion, .neverContacted, .recycled, .perClaim, .leastShare, .newcomerClaims,
                .newcomerConversions:
                true
            case .conversions, .revenue, .claims, .daysToFollowUp, .gini, .giniPerCapacity, .leastClaims: false
            }
        }

        package func value(of result: SimulationResult) -> Double {
            switch self {
            case .conversions: Double(result.conversions)
            case .revenue: result.revenue
            case .claims: Double(result.claims)
            case .cohortConversion: result.cohortConversion
            case .neverContacted: result.neverContacted
            case .recycled: result.recycled
            case .perClaim: result.perClaim
            case .daysToFollowUp: result.medianDaysToFollowUp
            case .gini: result.gini
            case .giniPerCapacity: result.giniPerCapacity
            case .leastShare: result.leastShare
            case .leastClaims: result.leastClaimsPerWeek
            case .newcomerClaims: result.newcomerClaims
            case .newcomerConversions: result.newcomerConversions
            }
        }
    }

    package let policies: [String]
    /// Per policy and world.
    package let results: [[SimulationResult]]

    package init(policies: [String], results: [[SimulationResult]]) {
        self.policies = policies
        self.results = results
    }

    package func figure(_ measure: Measure, of policy: Int) -> Figure {
        Self.figure(results[policy].map(measure.value(of:)))
    }

    /// The relative difference to the first policy, world by world; 0.1 is ten per cent more.
    package func difference(_ measure: Measure, of policy: Int) -> Figure {
        let pairs = zip(results[policy], results[0]).map { (measure.value(of: $0), measure.value(of: $1)) }
        return Self.figure(pairs.filter { $0.1 != 0 }.map { $0.0 / $0.1 - 1 })
    }

    /// Whether the policy wins more than the first beyond chance: `nil`: the interval holds 0, or there is none.
    package func isBetter(_ measure: Measure, _ policy: Int) -> Bool? {
        let difference = difference(measure, of: policy)
        guard let margin = difference.margin, abs(difference.mean) > margin else { return nil }
        return difference.mean > 0
    }

    private static func figure(_ values: [Double]) -> Figure {
        guard !values.isEmpty else { return Figure(mean: 0, margin: nil) }
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        guard values.count > 1 else { return Figure(mean: mean, margin: nil) }
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
        return Figure(mean: mean, margin: studentT(values.count - 1) * (variance / count).squareRoot())
    }

    /// The 97.5 % quantile of Student's t, which small numbers of worlds need.
    private static func studentT(_ freedom: Int) -> Double {
        let table = [
            12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
            2.120, 2.110, 2.101, 2.093, 2.086,
        ]
        return freedom <= table.count ? table[freedom - 1] : 1.96 + 2.5 / Double(freedom)
    }
}
