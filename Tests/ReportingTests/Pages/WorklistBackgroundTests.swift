import Records
import Testing

@testable import Reporting

@Suite struct WorklistBackgroundTests {
    private func known() -> CustomerBackground {
        var customer = Customer(name: "杭州明达软件有限公司")
        customer.industry.section = "I"
        customer.size.sizeClass = .small
        customer.city = "杭州市"
        customer.needs = ["ERP", "MES"]
        customer.contact = "王小明"
        customer.mobile = "+8613800135678"
        customer.email = "wang@example.com"
        return CustomerBackground(
            customer: customer, spells: 3, lastFollowUpAt: SmallNight.end(12), lastOutcome: "interested")
    }

    private func html(_ small: SmallNight) throws -> String {
        try Reports.render(small.facts, rules: small.rules, version: "1").text(
            WorklistReport.fileName(SmallNight.rep(1)))
    }

    @Test("who is to be called is known: industry, size, place, needs, history; numbers are masked")
    func own() throws {
        var small = SmallNight()
        small.addDuty(1, due: -1, .pending)
        small.facts.backgrounds[SmallNight.customer(1)] = known()
        let html = try html(small)
        #expect(
            html.contains(
                "information and software · small · 杭州市 · needs ERP, MES · 2 owners before · last contact "))
        #expect(html.contains("interested") && html.contains("王小明 138****5678") && html.contains("w***@example.com"))
        #expect(!html.contains("13800135678") && !html.contains("wang@example.com"))
    }

    @Test("what may be claimed has a code, masked people, what is left of the limits and how to ask")
    func claimable() throws {
        var small = SmallNight()
        small.facts.reps[0].claimsInWindow = 7
        small.facts.reps[0].holdings = 58
        let id = CustomerID("CQ7XK2M4PL9TB3")
        small.facts.claimable = [SmallNight.rep(1): [Claimable(customer: id, code: "Q7XK2")]]
        small.facts.backgrounds[id] = known()
        let html = try html(small)
        #expect(html.contains(">Q7XK2<") && html.contains("杭州明达软件有限公司"))
        #expect(html.contains("王** 138****5678") && !html.contains("王小明") && !html.contains("interested"))
        #expect(
            html.contains("Left this week: 3 claims; room in the book: 2. Ask with:  gonghai claim CODE --rep crm:1"))
        let other = try Reports.render(small.facts, rules: small.rules, version: "1").text(
            WorklistReport.fileName(SmallNight.rep(2)))
        #expect(!other.contains("Q7XK2") && other.contains("Nothing in the pool is for you today."))
    }
}
