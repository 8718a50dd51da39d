import Records
import Rules

/// Why an owner may keep a customer without following up, and until when (EDGE-CASES.md, "Exemptions").
package enum Exemption: Sendable, Equatable {
    case won(at: Instant)
    case held(Hold)
    case openDeal
    case level(Level)
    case onLeave(until: BusinessDate)

    /// The exemption of a holding on `date`; `nil`: its deadline applies. The first that holds, in the order above.
    /// Without an `owner` (not on the roster) leave is not known and exempts nobody.
    package static func of(_ holding: Holding, owner: Rep?, rules: FollowUpRules, date: BusinessDate) -> Exemption? {
        of(
            wonAt: holding.wonAt, hold: holding.customer.hold, hasOpenDeal: holding.hasOpenDeal,
            level: holding.customer.level, owner: owner, rules: rules, date: date)
    }

    /// The same for the spell of a history, which is open now.
    package static func of(
        _ history: SpellHistory, owner: Rep?, rules: FollowUpRules, date: BusinessDate
    ) -> Exemption? {
        guard let standing = history.standing else { return nil }
        return of(
            wonAt: standing.wonAt, hold: standing.hold, hasOpenDeal: history.hasOpenDeal, level: standing.level,
            owner: owner, rules: rules, date: date)
    }

    private static func of(
        wonAt: Instant?, hold: Hold?, hasOpenDeal: Bool, level: Level?, owner: Rep?, rules: FollowUpRules,
        date: BusinessDate
    ) -> Exemption? {
        if let wonAt { return .won(at: wonAt) }
        if let hold, hold.lasts(on: date) { return .held(hold) }
        if rules.exemptsOpenDeals, hasOpenDeal { return .openDeal }
        if let level, rules.exemptLevels.contains(level) { return .level(level) }
        if rules.pausesOnLeave, case .onLeave(let until) = owner?.presence(on: date) { return .onLeave(until: until) }
        return nil
    }

    package var reason: ReasonCode {
        switch self {
        case .won: .won
        case .held: .onHold
        case .openDeal: .openDeal
        case .level: .exemptLevel
        case .onLeave: .ownerOnLeave
        }
    }

    /// The reason with what ends it.
    package func cause(in zone: Zone) -> DecisionDetail.Cause {
        switch self {
        case .won(let at): .won(on: zone.date(of: at))
        case .held(let hold): .onHold(hold)
        case .openDeal: .openDeal
        case .level(let level): .exemptLevel(level)
        case .onLeave(let until): .ownerOnLeave(until: until)
        }
    }
}
