extension DecisionDetail {
    func english(_ name: (RepID) -> String) -> String {
        switch self {
        case .none: ""
        case .asked(let at): "asked on \(at)"
        case .firstTurn: "the first turn"
        case .nextAfter(let rep): "the turn after \(name(rep))"
        case .eligible(let number, let total): "\(number) of \(total) reps may have it"
        case .matched(1, let total): "likeliest to bring most of \(total) who may have it"
        case .matched(let place, let total):
            "number \(place) of \(total) by what it would bring; those before got customers that bring more in total"
        case .measured(let measure, let figure): measure.english(figure)
        case .notOnRoster: "not on the roster"
        case .inactive: "not active on the roster"
        case .startsOn(let date): "starts on \(date)"
        case .leftOn(let date): "last day was \(date)"
        case .onLeave(let date): "on leave until \(date)"
        case .outside(let territory, let customer, let taken):
            "\(territory.english) \(customer.isEmpty ? "unknown" : territory.english(customer)); "
                + "takes \(territory.english(taken))"
        case .coolingOff(let date): "held it before, may have it back from \(date) on"
        case .notInPool(let pool): "no member of the pool \(pool)"
        case .claimableFrom(let date): "may be claimed from \(date) on"
        case .limitReached(let limit, let used, let most): "\(used) of \(most) \(limit.english)"
        case .customerGone: "there is no such customer any more"
        case .retired: "retired customers are not offered"
        case .grantedTonight: "granted the same night"
        case .askedEarlier(let rep, let at): "\(name(rep)) asked earlier" + (at.map { ", on \($0)" } ?? "")
        case .yours(let status): "held already, as \(status.rawValue)"
        case .held(let rep, let status): "held\(rep.map { " by \(name($0))" } ?? "") as \(status.rawValue)"
        case .onHold(let hold): hold.text
        case .recycling(let duty, let cause): "\(duty.english); \(cause.english)"
        }
    }
}

extension DecisionDetail.Territory {
    fileprivate var english: String {
        switch self {
        case .industry: "industry"
        case .size: "size"
        case .region: "region"
        case .need: "need"
        }
    }

    fileprivate func english(_ values: [String]) -> String {
        values.joined(separator: self == .industry || self == .size ? " or " : ", ")
    }
}

extension DecisionDetail.Limit {
    fileprivate var english: String {
        switch self {
        case .claims(let window): "claims \(window.english)"
        case .intake(let window): "claims and allocations \(window.english)"
        case .holdings: "prospects held"
        case .pace(let window): "claims and allocations that are due by now of those \(window.english)"
        }
    }
}

extension DecisionDetail.Measure {
    fileprivate func english(_ figure: Int) -> String {
        switch self {
        case .holdings: "holds \(figure), nobody eligible holds fewer"
        case .weightedTurns: "\(decimal(figure, 2)) turns for the weight of the tier, nobody eligible has fewer"
        case .chance: "a chance of \(decimal(figure, 2)) %, nobody eligible has a better one"
        }
    }
}

extension ClaimWindow {
    fileprivate var english: String {
        switch self {
        case .day: "today"
        case .week: "this week"
        case .month: "this month"
        case .rolling: "lately"
        }
    }
}

extension DecisionDetail.Duty {
    var english: String {
        let unit = (areWorkingDays ? "working day" : "day") + (days == 1 ? "" : "s")
        let act =
            switch deadline.duty {
            case .followUp: "due"
            case .opportunity: "an open deal due"
            case .deal: "a won deal due"
            }
        let start =
            switch deadline.origin {
            case .start: "the start on"
            case .followUp: "the follow-up of"
            case .ruleChange: "the change of the rules on"
            case .goLive: "going live on"
            }
        return "\(act) \(deadline.date), \(days) \(unit) after \(start) \(deadline.clockStart)"
    }
}

extension DecisionDetail.Cause {
    fileprivate var english: String {
        switch self {
        case .noOpenDeal(let date): "no open deal by the end of \(date)"
        case .notWon(let date): "not won by the end of \(date)"
        case .noFollowUp(let date): "no follow-up by the end of \(date)"
        case .won(let date): "won on \(date), accounts have no deadline"
        case .onHold(.locked(let until)): "locked until \(until)"
        case .onHold(let hold): "\(hold.text) until that is settled"
        case .openDeal: "has an open deal"
        case .exemptLevel(let level): "level \(level.rawValue) is exempt"
        case .ownerOnLeave(let date): "the owner is on leave until \(date)"
        case .dayOff(let date, let next): "\(date) is no working day, goes back in the run for \(next)"
        case .feeds(let feeds):
            feeds.map { "follow-ups of \($0.source) \($0.state.english)" }.joined(separator: ", ")
        case .noFeed: "no list of follow-ups ever came"
        case .observed: "nights only observe"
        case .staggered(let most): "books of before go-live go back step by step, \(most) a night at most"
        case .notReminded(let listed?): "an earlier list named \(listed)"
        case .notReminded(nil): "no earlier list named it"
        case .notDelivered: "a list named it, but no mail with it has reached the owner"
        }
    }
}

extension FeedStatus.State {
    fileprivate var english: String {
        switch self {
        case .fresh: "are fresh"
        case .missing: "are missing"
        case .empty: "have no usable row"
        case .stale: "are out of date"
        case .short: "have far fewer rows than usual"
        }
    }
}

extension TierReason {
    var english: String {
        switch self {
        case .newcomer(let startedOn, let days, _): "started on \(startedOn), a newcomer for \(days) days"
        case .figures(let figures):
            [
                figures.revenue.map { "revenue \(words($0))" + needed(figures.revenueNeeded.map(words)) },
                figures.wonDeals.map { "won deals \($0)" + needed(figures.wonDealsNeeded.map { String($0) }) },
                figures.compliance.map {
                    ($0.due == 0 ? "nothing was due" : "in time \($0.met) of \($0.due)")
                        + needed(figures.complianceNeeded.map(percent))
                },
            ].compactMap { $0 }.joined(separator: "; ")
        }
    }

    private func words(_ money: Money) -> String { "\(money.currency) \(grouped(money.majorUnits))" }
    private func needed(_ text: String?) -> String { text.map { " (needs \($0))" } ?? "" }
}
