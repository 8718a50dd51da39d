extension DecisionDetail.Duty {
    func write(to coded: inout CodedText) {
        coded.set("deadline", deadline.date)
        coded.set("start", deadline.clockStart)
        coded.set("days", days)
        coded.set("unit", areWorkingDays ? "working" : "calendar")
        coded.set("from", deadline.origin.rawValue)
        if deadline.duty != .followUp { coded.set("duty", deadline.duty.rawValue) }
    }

    init?(_ coded: CodedText) {
        guard let date = coded.date("deadline"), let start = coded.date("start"), let days = coded.number("days") else {
            return nil
        }
        deadline = Deadline(
            clockStart: start, date: date, origin: coded.choice("from") ?? .start,
            duty: coded.choice("duty") ?? .followUp)
        self.days = days
        areWorkingDays = coded.string("unit") == "working"
    }
}

extension DecisionDetail.Cause {
    var code: String {
        switch self {
        case .noFollowUp: "no_follow_up"
        case .noOpenDeal: "no_open_deal"
        case .notWon: "not_won"
        case .won: "won"
        case .onHold: "on_hold"
        case .openDeal: "open_deal"
        case .exemptLevel: "exempt_level"
        case .ownerOnLeave: "owner_on_leave"
        case .dayOff: "day_off"
        case .feeds: "feeds"
        case .noFeed: "no_feed"
        case .observed: "observed"
        case .staggered: "staggered"
        case .notReminded: "not_reminded"
        case .notDelivered: "not_delivered"
        }
    }

    func write(to coded: inout CodedText) {
        switch self {
        case .openDeal, .noFeed, .observed, .notDelivered: break
        case .staggered(let most): coded.set("most", most)
        case .noFollowUp(let date), .noOpenDeal(let date), .notWon(let date): coded.set("by", date)
        case .won(let date): coded.set("on", date)
        case .onHold(let hold): coded.set(hold)
        case .exemptLevel(let level): coded.set("level", level.rawValue)
        case .ownerOnLeave(let date): coded.set("until", date)
        case .dayOff(let date, let next):
            coded.set("date", date)
            coded.set("next", next)
        case .feeds(let feeds): coded.set("feeds", list: feeds.map { "\($0.state.rawValue):\($0.source)" })
        case .notReminded(let listed): coded.set("listed", listed)
        }
    }

    init?(_ coded: CodedText) {
        let cause: Self? =
            switch coded.code {
            case "no_follow_up": coded.date("by").map { .noFollowUp(by: $0) }
            case "no_open_deal": coded.date("by").map { .noOpenDeal(by: $0) }
            case "not_won": coded.date("by").map { .notWon(by: $0) }
            case "won": coded.date("on").map { .won(on: $0) }
            case "on_hold": Hold(coded).map { .onHold($0) }
            case "open_deal": .openDeal
            case "exempt_level": coded.choice("level").map { .exemptLevel($0) }
            case "owner_on_leave": coded.date("until").map { .ownerOnLeave(until: $0) }
            case "day_off": coded.date("date").flatMap { date in coded.date("next").map { .dayOff(date, next: $0) } }
            case "feeds": coded.feeds.map { .feeds($0) }
            case "no_feed": .noFeed
            case "observed": .observed
            case "staggered": coded.number("most").map { .staggered(most: $0) }
            case "not_reminded": .notReminded(listed: coded.date("listed"))
            case "not_delivered": .notDelivered
            default: nil
            }
        guard let cause else { return nil }
        self = cause
    }
}

extension CodedText {
    mutating func set(_ hold: Hold) {
        switch hold {
        case .disputed: set("hold", "disputed")
        case .quarantined: set("hold", "quarantined")
        case .locked(let until):
            set("hold", "locked")
            set("until", until)
        }
    }

    func time(_ key: String) -> LocalTime? { string(key).flatMap { LocalTime(text: $0) } }

    fileprivate var feeds: [DecisionDetail.FeedState]? {
        guard let items = list("feeds") else { return nil }
        let feeds = items.compactMap { item -> DecisionDetail.FeedState? in
            guard let colon = item.firstIndex(of: ":"), let state = FeedStatus.State(rawValue: String(item[..<colon]))
            else { return nil }
            return DecisionDetail.FeedState(source: String(item[item.index(after: colon)...]), state: state)
        }
        return feeds.count == items.count ? feeds : nil
    }
}

extension Hold {
    init?(_ coded: CodedText) {
        switch coded.string("hold") {
        case "disputed": self = .disputed
        case "quarantined": self = .quarantined
        case "locked":
            guard let until = coded.date("until") else { return nil }
            self = .locked(until: until)
        default: return nil
        }
    }
}
