import Foundation
import Records

/// One state of gonghai.yaml, as the nights ran under it.
package struct RuleVersion: Sendable, Equatable {
    /// 1 for the first.
    package var number: Int
    /// SHA-256 of the file.
    package var digest: String
    /// The first business date under it.
    package var effectiveOn: BusinessDate

    package init(number: Int, digest: String, effectiveOn: BusinessDate) {
        self.number = number
        self.digest = digest
        self.effectiveOn = effectiveOn
    }
}

extension Rules {
    /// These rules with what came before them: `versions`, oldest first, are what nights ran under, with the file of each.
    ///
    /// Where the last of them is another file than this one, these rules are the next version, from `next` on. A former
    /// file that cannot be read any more (by a newer program) is left out.
    package func following(_ versions: [(version: RuleVersion, yaml: [UInt8])], next: BusinessDate) -> Rules {
        var rules = self
        var states = versions.compactMap { version, yaml in
            (try? Rules(yaml: yaml, file: "")).map { (rules: $0.followUp, from: version.effectiveOn) }
        }
        if let last = versions.last, last.version.digest == digest {
            rules.version = last.version
        } else {
            let from = max(next, versions.last?.version.effectiveOn ?? next)
            rules.version = RuleVersion(number: versions.count + 1, digest: digest, effectiveOn: from)
            states.append((followUp, from))
        }
        rules.followUp.former = zip(states, states.dropFirst()).compactMap { earlier, later in
            earlier.rules == later.rules ? nil : FollowUpRules.Former(rules: earlier.rules, replacedOn: later.from)
        }
        if let goLive = goLive ?? versions.first?.version.effectiveOn {
            let grace = FollowUpRules.Grace(goLive: goLive, until: goLive + (goLiveGraceDays ?? followUp.withinDays))
            rules.followUp.grace = grace
        }
        return rules
    }
}
