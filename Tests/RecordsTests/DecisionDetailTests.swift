import Testing

@testable import Records

@Suite("DecisionDetail")
struct DecisionDetailTests {
    static func day(_ day: Int) -> BusinessDate {
        BusinessDate(year: 2026, month: 11, day: day) ?? BusinessDate(dayNumber: 0)
    }
    static let zone = Zone(named: "Asia/Shanghai")
    static let time = zone.map { LocalTime($0.instant(day(20), secondOfDay: 9 * 3600), in: $0) }
    static let duty = DecisionDetail.Duty(
        deadline: Deadline(clockStart: day(7), date: day(14), origin: .followUp), days: 7, areWorkingDays: false)

    static let causes: [DecisionDetail.Cause] = [
        .noFollowUp(by: day(14)), .won(on: day(3)), .onHold(.disputed), .onHold(.locked(until: day(30))), .openDeal,
        .exemptLevel(.a), .ownerOnLeave(until: day(27)), .dayOff(day(14), next: day(16)),
        .feeds([.init(source: "crm:a; =%", state: .stale), .init(source: "", state: .missing)]), .feeds([]), .noFeed,
        .notReminded(listed: day(13)), .notReminded(listed: nil), .notDelivered, .noOpenDeal(by: day(14)),
        .notWon(by: day(14)),
        .observed, .staggered(most: 3),
    ]

    static let details: [DecisionDetail] =
        [
            .none, .firstTurn, .nextAfter(RepID("hr:E 1")), .nextAfter(RepID("")), .eligible(0, of: 12),
            .matched(place: 1, of: 12), .matched(place: 3, of: 12),
            .measured(.holdings, 4), .measured(.weightedTurns, 50), .measured(.chance, 1234), .notOnRoster,
            .inactive, .startsOn(day(1)), .leftOn(day(2)), .onLeave(until: day(3)),
            .outside(.region, customer: ["浙江省", "杭州市"], taken: ["广东省", ""]),
            .outside(.size, customer: [], taken: ["large", "medium"]), .outside(.need, customer: ["a;b"], taken: [""]),
            .coolingOff(until: day(4)), .limitReached(.claims(.week), used: 10, limit: 10),
            .limitReached(.intake(.day), used: 11, limit: 10), .limitReached(.holdings, used: 53, limit: 50),
            .limitReached(.pace(.week), used: 4, limit: 4),
            .customerGone, .retired, .grantedTonight, .askedEarlier(by: RepID("hr:E1"), at: nil), .yours(.prospect),
            .held(by: RepID("hr:E1"), as: .account), .held(by: nil, as: .prospect), .onHold(.quarantined),
            .onHold(.locked(until: day(5))), .notInPool("east side"), .claimableFrom(day(6)),
            .limitReached(.claims(.rolling), used: 3, limit: 3),
        ] + (time.map { [.asked(at: $0), .askedEarlier(by: RepID("hr:E1"), at: $0)] } ?? [])
        + causes.map { .recycling(duty, $0) }
        + Deadline.Origin.allCases.dropFirst(2).flatMap { origin in
            Deadline.Duty.allCases.map { duty in
                .recycling(
                    .init(
                        deadline: Deadline(clockStart: day(1), date: day(5), origin: origin, duty: duty), days: 4,
                        areWorkingDays: true), .openDeal)
            }
        }

    @Test("every detail reads back from its text, and no two have the same", arguments: details)
    func roundTrip(detail: DecisionDetail) throws {
        #expect(try #require(DecisionDetail(text: detail.text)) == detail, "\(detail.text)")
        #expect(Self.details.count { $0.text == detail.text } == 1)
        #expect(!detail.text.contains { $0.isNewline })
    }

    @Test("every detail has words in both languages, and no Latin rest in Chinese ones", arguments: details)
    func words(detail: DecisionDetail) {
        for language in Language.allCases {
            #expect(detail.words(in: language).isEmpty == (detail == .none))
        }
        let names = detail.words(in: .chinese) { _ in "陈磊" }
        #expect(!names.contains("hr:"))
        #expect(!names.contains("unknown") && !names.contains("None") && !names.contains("Optional"))
    }

    @Test("texts are codes with values")
    func texts() {
        #expect(
            DecisionDetail.limitReached(.claims(.week), used: 10, limit: 10).text
                == "limit_reached of=claims used=10 limit=10 window=week")
        #expect(DecisionDetail.nextAfter(RepID("a b=c;d%\n")).text == "next_after rep=a%20b%3Dc%3Bd%25%0A")
        #expect(
            DecisionDetail.recycling(Self.duty, .ownerOnLeave(until: Self.day(27))).text
                == "owner_on_leave until=2026-11-27 deadline=2026-11-14 start=2026-11-07 days=7 unit=calendar "
                + "from=follow_up")
    }

    @Test(
        "a text that nobody wrote is no detail",
        arguments: [
            " ", "10 of 10 this week", "limit_reached", "limit_reached of=claims used=10 limit=10",
            "limit_reached of=holdings used=1 limit=1 window=week", "inactive since=2026-11-01", "inactive ",
            "next_after rep=%2", "next_after rep=%ff", "next_after rep=%C3%28", "startsOn on=2026-11-31",
            "eligible eligible=01 of=2", "won on=2026-11-03 deadline=2026-11-14", "eligible of=2 eligible=1",
        ])
    func refused(text: String) { #expect(DecisionDetail(text: text) == nil) }

    @Test("Chinese says it as business does")
    func chinese() {
        func words(_ detail: DecisionDetail) -> String {
            detail.words(in: .chinese) { $0.rawValue == "1" ? "陈磊" : "Ann" }
        }
        #expect(words(.limitReached(.claims(.week), used: 10, limit: 10)) == "本周已领 10/10")
        #expect(
            words(.recycling(Self.duty, .ownerOnLeave(until: Self.day(27))))
                == "应于 2026-11-14 跟进（11-07 跟进后第 7 天）；负责人休假至 2026-11-27")
        #expect(words(.held(by: RepID("1"), as: .prospect)) == "现由陈磊负责（在跟客户）")
        #expect(words(.held(by: RepID("2"), as: .account)) == "现由 Ann 负责（成交客户）")
        #expect(
            words(.outside(.region, customer: ["浙江省", "杭州市"], taken: ["广东省", "四川省"]))
                == "客户地区为浙江省、杭州市，负责范围为广东省、四川省")
        #expect(words(.outside(.size, customer: [], taken: ["large"])) == "客户规模不详，负责范围为大型")
        #expect(words(.outside(.industry, customer: ["I65"], taken: ["C"])) == "客户行业为 I65，负责范围为 C")
        if let time = Self.time {
            #expect(words(.askedEarlier(by: RepID("1"), at: time)) == "陈磊于 2026-11-20 09:00 更早申请")
        }
    }

    @Test("English words, with ids where no names are known")
    func english() {
        #expect(
            "\(DecisionDetail.recycling(Self.duty, .openDeal))"
                == "due 2026-11-14, 7 days after the follow-up of 2026-11-07; has an open deal")
        #expect("\(DecisionDetail.held(by: RepID("hr:E1"), as: .account))" == "held by hr:E1 as account")
        #expect("\(DecisionDetail.limitReached(.holdings, used: 53, limit: 50))" == "53 of 50 prospects held")
    }
}

@Suite("TierReason")
struct TierReasonTests {
    static let full: TierReason.Figures = {
        var figures = TierReason.Figures()
        figures.revenue = Money(minorUnits: 123_456_700, currency: "CNY")
        figures.revenueNeeded = Money(minorUnits: 100_000_050, currency: "CNY")
        (figures.wonDeals, figures.wonDealsNeeded) = (3, 2)
        figures.compliance = .init(met: 18, due: 20)
        figures.complianceNeeded = 0.875
        return figures
    }()

    static let reasons: [TierReason] = [
        .newcomer(startedOn: DecisionDetailTests.day(1), days: 90, date: DecisionDetailTests.day(23)), .figures(full),
        .figures(.init()),
    ]

    @Test("every reason reads back from its text", arguments: reasons)
    func roundTrip(reason: TierReason) { #expect(TierReason(text: reason.text) == reason, "\(reason.text)") }

    @Test("a text that nobody wrote is no reason", arguments: ["", "3 won", "figures won_deals=x", "newcomer days=3"])
    func refused(text: String) { #expect(TierReason(text: text) == nil) }

    @Test("the figures stand beside what the tier asks for")
    func words() {
        #expect(
            TierReason.figures(Self.full).words(in: .chinese)
                == "业绩 1,234,567 元（要求 1,000,000.50 元）；成交 3 单（要求 2 单）；按时跟进 18/20（要求 87.5%）")
        #expect(
            "\(TierReason.figures(Self.full))"
                == "revenue CNY 1,234,567 (needs CNY 1,000,000.50); won deals 3 (needs 2); in time 18 of 20 (needs 87.5%)"
        )
        #expect("\(Self.reasons[0])" == "started on 2026-11-01, a newcomer for 90 days")
        #expect(Self.reasons[0].words(in: .chinese) == "2026-11-01 入职，未满 90 天")
    }
}
