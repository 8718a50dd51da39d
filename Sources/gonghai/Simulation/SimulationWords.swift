import Allocation
import Records

/// The words of a simulation's report, in the two languages of reports.
struct SimulationWords {
    let language: Language
    let currency: String

    private func either(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }

    var title: String { either("规则试算：未来半年", "Rules tried for half a year") }
    var policy: String { either("方案", "policy") }
    var all: String { either("全部指标", "All figures") }

    func name(_ measure: Comparison.Measure) -> String {
        switch measure {
        case .conversions: either("成交数", "conversions")
        case .revenue: either("成交额（\(currency)）", "revenue (\(currency))")
        case .claims: either("领取与分配", "claims and allocations")
        case .cohortConversion: either("成熟客户成交率", "conversion of mature customers")
        case .neverContacted: either("从未联系", "never contacted")
        case .recycled: either("退回占比", "recycled of claims")
        case .perClaim: either("每次领取成交率", "conversions per claim")
        case .daysToFollowUp: either("首次跟进中位工作日", "median working days to first follow-up")
        case .gini: either("所得价值基尼系数", "Gini of value received")
        case .giniPerCapacity: either("所得价值/跟进能力基尼系数", "Gini of value received per capacity")
        case .leastShare: either("最少者占均值", "least rep's value of the mean")
        case .leastClaims: either("最少者每周客户", "least rep's customers a week")
        case .newcomerClaims: either("新人/老人 客户", "newcomer / veteran customers")
        case .newcomerConversions: either("新人/老人 成交", "newcomer / veteran conversions")
        }
    }

    func verdict(
        _ policy: String, _ first: String, _ conversions: Bool?, _ revenue: Bool?, _ more: String, _ money: String
    ) -> String {
        func chinese(_ name: String, _ isBetter: Bool?, _ change: String) -> String {
            isBetter == nil ? "\(name)差异（\(change)）在随机波动之内" : "\(name) \(change)"
        }
        func english(_ name: String, _ isBetter: Bool?, _ change: String) -> String {
            isBetter == nil ? "\(name) \(change), which chance alone can make" : "\(name) \(change)"
        }
        return either(
            "“\(policy)”与“\(first)”相比：\(chinese("成交数", conversions, more))，\(chinese("成交额", revenue, money))。",
            "'\(policy)' beside '\(first)': \(english("conversions", conversions, more)); "
                + "\(english("revenue", revenue, money)).")
    }

    func tooLittle(_ spells: String) -> String {
        either(
            "历史太少（人均 \(spells) 次已了结的领取），按需求匹配无据可依：先按评分轮流，满 50 次后再试算。",
            "There is too little history (\(spells) resolved claims a rep) for matching to go by: "
                + "rotate in score order, and try again at 50.")
    }

    func alike(_ spells: String) -> String {
        either(
            "历史（人均 \(spells) 次）看不出销售之间的差别超出偶然：按需求匹配不会带来什么，按评分轮流即可。",
            "History (\(spells) a rep) shows no difference between reps beyond chance: matching will not pay; "
                + "rotation in score order does as well.")
    }

    func differ(_ spells: String) -> String {
        either(
            "历史（人均 \(spells) 次）表明销售各有所长：按需求匹配有据可依。",
            "History (\(spells) a rep) shows that reps differ by industry: matching has something to go by.")
    }

    var assumptions: String {
        either(
            "这是在假设之下的比较，不是预测：比较方案的先后和倍数，不要看绝对数。",
            "This compares under assumptions and forecasts nothing: trust orders and ratios, not levels.")
    }
}
