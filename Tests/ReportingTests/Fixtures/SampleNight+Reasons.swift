import Records

extension SampleNight {
    static func figures(revenue: Int, wonDeals: Int) -> TierReason.Figures {
        var figures = TierReason.Figures()
        figures.revenue = Money(minorUnits: Int64(revenue) * 1_000_000, currency: "CNY")
        figures.wonDeals = wonDeals
        return figures
    }

    static func detail(_ deadline: BusinessDate, isKept: Bool) -> DecisionDetail {
        .recycling(
            .init(
                deadline: Deadline(clockStart: deadline - 7, date: deadline, origin: .followUp), days: 7,
                areWorkingDays: false),
            isKept ? .openDeal : .noFollowUp(by: date))
    }
}
