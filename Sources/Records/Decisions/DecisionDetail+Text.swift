extension DecisionDetail {
    /// A code with its values, such as `limit_reached of=claims used=10 limit=10 window=week`; empty for `none`. Every
    /// value can be read back from it.
    package var text: String { coded?.text ?? "" }

    /// Reads what `text` writes, nothing else.
    package init?(text: String) {
        if text.isEmpty {
            self = .none
            return
        }
        guard let coded = CodedText(text: text) else { return nil }
        if coded.has("deadline") {
            guard let duty = Duty(coded), let cause = Cause(coded) else { return nil }
            self = .recycling(duty, cause)
        } else if let detail = Self.granted(coded) ?? Self.aboutRep(coded) ?? Self.aboutCustomer(coded) {
            self = detail
        } else {
            return nil
        }
        guard self.text == text else { return nil }
    }

    // MARK: Writing

    private var coded: CodedText? {
        var coded = CodedText(code)
        switch self {
        case .none: return nil
        case .firstTurn, .notOnRoster, .inactive, .customerGone, .retired, .grantedTonight: break
        case .asked(let at): coded.set("at", at.text)
        case .nextAfter(let rep): coded.set("rep", rep.rawValue)
        case .eligible(let number, let total):
            coded.set("eligible", number)
            coded.set("of", total)
        case .matched(let place, let total):
            coded.set("place", place)
            coded.set("of", total)
        case .measured(let measure, let figure):
            coded.set("by", measure.rawValue)
            coded.set("figure", figure)
        case .startsOn(let date), .leftOn(let date): coded.set("on", date)
        case .onLeave(let date), .coolingOff(let date): coded.set("until", date)
        case .claimableFrom(let date): coded.set("on", date)
        case .notInPool(let pool): coded.set("pool", pool)
        case .outside(let territory, let customer, let taken):
            coded.set("by", territory.rawValue)
            coded.set("customer", list: customer)
            coded.set("taken", list: taken)
        case .limitReached(let limit, let used, let most):
            coded.set("of", limit.name)
            coded.set("used", used)
            coded.set("limit", most)
            coded.set("window", limit.window?.rawValue)
        case .askedEarlier(let rep, let at):
            coded.set("rep", rep.rawValue)
            coded.set("at", at?.text)
        case .yours(let status): coded.set("status", status.rawValue)
        case .held(let rep, let status):
            coded.set("rep", rep?.rawValue)
            coded.set("status", status.rawValue)
        case .onHold(let hold): coded.set(hold)
        case .recycling(let duty, let cause):
            cause.write(to: &coded)
            duty.write(to: &coded)
        }
        return coded
    }

    private var code: String {
        switch self {
        case .none: ""
        case .asked: "asked"
        case .firstTurn: "first_turn"
        case .nextAfter: "next_after"
        case .eligible: "eligible"
        case .matched: "matched"
        case .measured: "measured"
        case .notOnRoster: "not_on_roster"
        case .inactive: "inactive"
        case .startsOn: "not_started"
        case .leftOn: "left"
        case .onLeave: "on_leave"
        case .outside: "outside"
        case .coolingOff: "cooling_off"
        case .limitReached: "limit_reached"
        case .notInPool: "not_in_pool"
        case .claimableFrom: "claimable_from"
        case .customerGone: "customer_gone"
        case .retired: "retired"
        case .grantedTonight: "granted_tonight"
        case .askedEarlier: "asked_earlier"
        case .yours: "yours"
        case .held: "held"
        case .onHold: "on_hold"
        case .recycling(_, let cause): cause.code
        }
    }

    // MARK: Reading

    private static func granted(_ coded: CodedText) -> Self? {
        switch coded.code {
        case "asked": coded.time("at").map { .asked(at: $0) }
        case "first_turn": .firstTurn
        case "next_after": coded.rep("rep").map { .nextAfter($0) }
        case "eligible": both(coded.number("eligible"), coded.number("of")).map { .eligible($0, of: $1) }
        case "matched": both(coded.number("place"), coded.number("of")).map { .matched(place: $0, of: $1) }
        case "measured": both(coded.choice("by"), coded.number("figure")).map { .measured($0, $1) }
        default: nil
        }
    }

    private static func aboutRep(_ coded: CodedText) -> Self? {
        switch coded.code {
        case "not_on_roster": .notOnRoster
        case "inactive": .inactive
        case "not_started": coded.date("on").map { .startsOn($0) }
        case "left": coded.date("on").map { .leftOn($0) }
        case "on_leave": coded.date("until").map { .onLeave(until: $0) }
        case "outside":
            both(both(coded.choice("by"), coded.list("customer")), coded.list("taken"))
                .map { .outside($0.0, customer: $0.1, taken: $1) }
        case "cooling_off": coded.date("until").map { .coolingOff(until: $0) }
        case "not_in_pool": coded.string("pool").map { .notInPool($0) }
        case "claimable_from": coded.date("on").map { .claimableFrom($0) }
        case "limit_reached":
            both(both(Limit(coded), coded.number("used")), coded.number("limit"))
                .map { .limitReached($0.0, used: $0.1, limit: $1) }
        default: nil
        }
    }

    private static func aboutCustomer(_ coded: CodedText) -> Self? {
        switch coded.code {
        case "customer_gone": .customerGone
        case "retired": .retired
        case "granted_tonight": .grantedTonight
        case "asked_earlier": coded.rep("rep").map { .askedEarlier(by: $0, at: coded.time("at")) }
        case "yours": coded.choice("status").map { .yours($0) }
        case "held": coded.choice("status").map { .held(by: coded.rep("rep"), as: $0) }
        case "on_hold": Hold(coded).map { .onHold($0) }
        default: nil
        }
    }
}

/// Both, or nothing.
private func both<First, Second>(_ first: First?, _ second: Second?) -> (First, Second)? {
    guard let first, let second else { return nil }
    return (first, second)
}

extension DecisionDetail.Limit {
    fileprivate var name: String {
        switch self {
        case .claims: "claims"
        case .intake: "intake"
        case .holdings: "holdings"
        case .pace: "pace"
        }
    }

    fileprivate var window: ClaimWindow? {
        switch self {
        case .claims(let window), .intake(let window), .pace(let window): window
        case .holdings: nil
        }
    }

    fileprivate init?(_ coded: CodedText) {
        switch (coded.string("of"), coded.choice("window") as ClaimWindow?) {
        case ("claims", let window?): self = .claims(window)
        case ("intake", let window?): self = .intake(window)
        case ("holdings", nil): self = .holdings
        case ("pace", let window?): self = .pace(window)
        default: return nil
        }
    }
}
