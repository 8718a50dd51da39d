import Records
import Rules

/// Gives every rep a tier for a month by what the rep achieved in the month before.
package enum Tiering {
    /// One assignment per rep who is active and has not left, sorted by rep; none where the rules have no tiers.
    ///
    /// A rep who started fewer than `newcomer_days` before `date` gets the newcomer tier, if there is one. Everyone else
    /// gets the first tier all of whose conditions hold, at the latest the last. Where nothing fell due, compliance is
    /// n/a and no condition on it fails: nothing was missed. The performances are those of the month before `month`, in
    /// the workspace's currency; `date` is the business date of the run that assigns the tiers.
    package static func assign(
        _ performances: [RepPerformance], rules: TierRules, month: BusinessDate, date: BusinessDate
    ) -> [TierAssignment] {
        guard let last = rules.tiers.last else { return [] }
        return performances.sorted { $0.rep.id < $1.rep.id }.compactMap { performance in
            let rep = performance.rep
            switch rep.presence(on: date) {
            case .inactive, .left: return nil
            case .present, .notStarted, .onLeave: break
            }
            if let newcomerTier = rules.newcomerTier, let startsOn = rep.startsOn, date - startsOn < rules.newcomerDays
            {
                let reason = TierReason.newcomer(startedOn: startsOn, days: rules.newcomerDays, date: date)
                return TierAssignment(rep: rep.id, tier: newcomerTier, month: month, reason: reason)
            }
            let tier = rules.tiers.first { meets($0, performance) } ?? last
            let figures = figures(of: performance, askedBy: tier)
            return TierAssignment(
                rep: rep.id, tier: tier.name, month: month,
                reason: .figures(figures.isEmpty ? self.figures(of: performance) : figures))
        }
    }

    private static func meets(_ tier: TierRules.Tier, _ performance: RepPerformance) -> Bool {
        if let minimum = tier.minimumRevenue {
            let revenue = performance.revenue
            guard revenue.currency == minimum.currency, revenue.minorUnits >= minimum.minorUnits else { return false }
        }
        if let minimum = tier.minimumWonDeals, performance.wonDeals < minimum { return false }
        if let minimum = tier.minimumCompliance, performance.obligationsDue > 0 {
            // The quotient is correctly rounded, as the rule's decimal is: 11 of 20 reaches 0.55.
            return Double(performance.obligationsMet) / Double(performance.obligationsDue) >= minimum
        }
        return true
    }

    /// The figures that the tier's conditions are about, beside what they ask for.
    private static func figures(of performance: RepPerformance, askedBy tier: TierRules.Tier) -> TierReason.Figures {
        let all = figures(of: performance)
        var figures = TierReason.Figures()
        if let minimum = tier.minimumRevenue { (figures.revenue, figures.revenueNeeded) = (all.revenue, minimum) }
        if let minimum = tier.minimumWonDeals { (figures.wonDeals, figures.wonDealsNeeded) = (all.wonDeals, minimum) }
        if let minimum = tier.minimumCompliance {
            (figures.compliance, figures.complianceNeeded) = (all.compliance, minimum)
        }
        return figures
    }

    /// All figures, which the last tier rests on: it has no conditions to name.
    private static func figures(of performance: RepPerformance) -> TierReason.Figures {
        var figures = TierReason.Figures()
        figures.revenue = performance.revenue
        figures.wonDeals = performance.wonDeals
        figures.compliance = TierReason.Compliance(met: performance.obligationsMet, due: performance.obligationsDue)
        return figures
    }
}
