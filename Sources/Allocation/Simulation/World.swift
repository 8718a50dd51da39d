import Foundation
import Records

/// A sales team and its market with everything about them known, to try policies in.
///
/// Time is counted in working days from 0, five a week, the first one a Monday; a working day is 7/5 calendar days.
package struct World: Sendable {
    package struct Person: Sendable {
        package var rep: Rep
        /// Per segment, what is added to the segment's logit for this rep.
        package var skill: [Double]
        /// The chance that a customer is followed up on a day, while there is time for all.
        package var diligence: Double
        /// Customers for which there is time.
        package var capacity: Double
        /// First day of work.
        package var startDay: Int
    }

    package struct Segment: Sendable {
        package var section: String?
        package var size: Size.Class
        /// Follow-ups before anybody buys.
        package var minimumFollowUps: Int
        /// The logit of buying on a follow-up after that, with an average rep.
        package var logit: Double
    }

    package struct Prospect: Sendable {
        package var segment: Int
        /// What it brings when won, and what the pool knows of that, in major units.
        package var value: Double
        package var visibleValue: Double
        /// Hidden interest, on the logit.
        package var interest: Double
        package var freshness: Double
    }

    package var people: [Person]
    package var segments: [Segment]
    /// In the pool at the beginning.
    package var initial: [Prospect]
    /// Per day, who comes then.
    package var arrivals: [[Prospect]]
    /// Resolved spells from before.
    package var history: [ConversionCount]
    package var currency: String

    package static let days = 130
    /// New reps learn: what is added to the logit of one who started after the first day.
    static func ramp(daysSinceStart: Int) -> Double { -0.6 * exp(-Double(daysSinceStart) / 40) }

    static func logistic(_ logit: Double) -> Double { 1 / (1 + exp(-logit)) }

    /// The chance that a spell ends in a win, where each follow-up after the minimum wins with `win`, each one may be the
    /// last with 6 %, the eighth is, and one comes within five days with the owner's diligence.
    package static func spellChance(win: Double, minimum: Int, diligence: Double) -> Double {
        let reached = 1 - pow(1 - diligence, 5)
        var (alive, chance) = (1.0, 0.0)
        for followUp in 1...8 {
            alive *= reached
            let wins = followUp >= minimum ? win : 0
            chance += alive * wins
            alive *= (1 - wins) * (1 - Self.turnDown)
        }
        return chance
    }

    static let turnDown = 0.06

    /// The chance of a spell with a fresh customer, over all customers' interests.
    package func chance(of person: Int, in segment: Int) -> Double {
        let segment_ = segments[segment]
        return zip(Self.nodes, Self.nodeWeights).reduce(0) { sum, node in
            let win = Self.logistic(segment_.logit + people[person].skill[segment] + 0.8 * node.0)
            return sum
                + node.1
                * Self.spellChance(
                    win: win, minimum: segment_.minimumFollowUps, diligence: people[person].diligence)
        }
    }

    /// Gauss and Hermite's nine points for a standard normal, and what each weighs.
    private static let nodes = [
        -4.512745863, -3.205429002, -2.076847979, -1.023255664, 0, 1.023255664, 2.076847979, 3.205429002, 4.512745863,
    ]
    private static let nodeWeights = [
        0.0000223458, 0.0027891413, 0.0499164068, 0.2440975029, 0.4063492063, 0.2440975029, 0.0499164068, 0.0027891413,
        0.0000223458,
    ]
}
