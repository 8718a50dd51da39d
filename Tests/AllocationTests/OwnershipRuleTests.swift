import Records
import TestSupport
import Testing

@testable import Allocation

@Suite("OwnershipRule")
struct OwnershipRuleTests {
    let date = day("2026-11-20")

    func settle(_ claims: [OwnerClaim], lockedUntil: String? = nil) -> OwnershipDecision? {
        let question = OwnershipCase(customer: CustomerID("C1"), claims: claims, lockedUntil: lockedUntil.map(day))
        let recent = OwnershipRule.startOfRecentPayments(before: date, zone: shanghai)
        return OwnershipRule.settle([question], date: date, asOf: shanghai.end(of: date), recent: recent).first
    }

    func claim(
        _ rep: String?, named: String? = nil, record: String = "1", since: String? = nil, openDeal: Bool = false,
        paid: String? = nil, followUp: String? = nil
    ) -> OwnerClaim {
        OwnerClaim(
            record: RecordKey(source: rep ?? "crm", externalID: record), rep: rep.map { RepID($0) },
            named: named ?? rep ?? "", ownedSince: since.map { moment($0) }, hasOpenDeal: openDeal,
            lastPaidAt: paid.map { moment($0) }, lastFollowUpAt: followUp.map { moment($0) })
    }

    @Test("what a person decided stands whatever the records say, with the lock that they name")
    func decided() {
        var question = OwnershipCase(
            customer: CustomerID("C1"), claims: [claim("a", openDeal: true), claim("b", record: "2")],
            lockedUntil: day("2026-12-01"))
        question.decided = OwnershipDecision(customer: CustomerID("C1"), owner: RepID("b"), rule: "decided")
        let recent = OwnershipRule.startOfRecentPayments(before: date, zone: shanghai)
        let decisions = OwnershipRule.settle([question], date: date, asOf: shanghai.end(of: date), recent: recent)
        #expect(decisions.map(\.owner) == [RepID("b")])
        #expect(decisions.map(\.rule) == ["decided"])
        #expect(decisions.map(\.hold) == [.locked(until: day("2026-12-01"))])
    }

    @Test("nobody named goes to the pool")
    func noOwner() {
        #expect(settle([]) == OwnershipDecision(customer: CustomerID("C1"), owner: nil, rule: "no_owner"))
        #expect(settle([claim(nil, named: "")])?.rule == "no_owner")
    }

    @Test("an owner unknown to the roster goes to the pool and is named (orphan report)")
    func unknown() {
        let decision = settle([claim(nil, named: "Zhao"), claim(nil, named: "Li", record: "2")])
        #expect(decision?.rule == "owner_unknown")
        #expect(decision?.owner == nil && decision?.hold == nil)
        #expect(decision?.others == ["Li", "Zhao"])
    }

    @Test("only one named owner on the roster holds it, from the earliest start that is given")
    func onlyOwner() {
        let decision = settle([
            claim("anna", since: "2026-03-01"), claim("anna", record: "2", since: "2026-02-01"),
            claim(nil, named: "Zhao"),
        ])
        #expect(decision?.rule == "only_owner")
        #expect(decision?.owner == RepID("anna"))
        #expect(decision?.since == moment("2026-02-01"))
        #expect(decision?.others == ["Zhao"])
    }

    @Test("an open deal decides before a payment, that before a follow-up, that before the longer ownership")
    func order() {
        let full = claim("anna", since: "2026-05-01", openDeal: true)
        let paid = claim("ben", since: "2026-04-01", paid: "2026-10-01")
        let followed = claim("carl", since: "2026-03-01", followUp: "2026-11-01")
        let old = claim("dora", since: "2026-02-01")
        #expect(settle([old, followed, paid, full])?.rule == "open_deal")
        #expect(settle([old, followed, paid, full])?.owner == RepID("anna"))
        #expect(settle([old, followed, paid])?.rule == "paid_within_12_months")
        #expect(settle([old, followed, paid])?.owner == RepID("ben"))
        #expect(settle([old, followed])?.rule == "latest_follow_up")
        #expect(settle([old, followed])?.owner == RepID("carl"))
        #expect(settle([old, claim("eve", since: "2026-02-02")])?.rule == "earlier_owner")
        #expect(settle([old, claim("eve", since: "2026-02-02")])?.owner == RepID("dora"))
        #expect(settle([old, followed])?.others == ["dora"])
    }

    @Test("a step that two reps meet decides nothing; several records of one rep are one voice")
    func exactlyOne() {
        let two = [claim("anna", openDeal: true, followUp: "2026-11-02"), claim("ben", openDeal: true)]
        #expect(settle(two)?.rule == "latest_follow_up")
        let records = [claim("anna", openDeal: true), claim("anna", record: "2", openDeal: true), claim("ben")]
        #expect(settle(records)?.rule == "open_deal")
    }

    @Test("a payment of twelve months ago still counts on its day and not on the one before")
    func twelveMonths() {
        #expect(settle([claim("anna", paid: "2025-11-20"), claim("ben")])?.rule == "paid_within_12_months")
        #expect(settle([claim("anna", paid: "2025-11-19"), claim("ben")])?.rule == "disputed")
        let leap = OwnershipRule.startOfRecentPayments(before: day("2028-02-29"), zone: shanghai)
        #expect(leap == shanghai.start(of: day("2027-02-28")))
    }

    @Test("where no step decides the customer is disputed: no owner, a hold, everybody named")
    func disputed() {
        let same = [claim("ben", since: "2026-03-01"), claim("anna", since: "2026-03-01")]
        let decision = settle(same, lockedUntil: "2026-12-31")
        #expect(decision?.rule == "disputed")
        #expect(decision?.owner == nil)
        #expect(decision?.hold == .disputed)
        #expect(decision?.others == ["anna", "ben"])
    }

    @Test("an unknown start may be the earlier one, so it leaves the customer disputed")
    func unknownStart() { #expect(settle([claim("anna", since: "2026-03-01"), claim("ben")])?.rule == "disputed") }

    @Test("future dates are mistakes and decide nothing")
    func future() {
        #expect(settle([claim("anna", followUp: "2027-01-01"), claim("ben")])?.rule == "disputed")
        #expect(settle([claim("anna", since: "2027-01-01")])?.since == nil)
    }

    @Test("a lock that lasts becomes a hold, for owned and pooled; one that has ended does not")
    func lock() {
        #expect(settle([claim("anna")], lockedUntil: "2026-11-20")?.hold == .locked(until: day("2026-11-20")))
        #expect(settle([], lockedUntil: "2026-12-31")?.hold == .locked(until: day("2026-12-31")))
        #expect(settle([claim("anna")], lockedUntil: "2026-11-19")?.hold == nil)
    }

    @Test("the order of records and cases does not matter (property)")
    func shuffled() {
        var generator = SeededGenerator(seed: 3)
        let reps = ["anna", "ben", "carl", nil]
        let dates = ["2025-06-01", "2026-03-01", "2026-10-01", nil]
        for _ in 0..<300 {
            var cases = (0..<3).map { number in
                let claims = (0..<Int.random(in: 0...4, using: &generator)).map { record in
                    claim(
                        reps.randomElement(using: &generator) ?? nil, record: "\(record)",
                        since: dates.randomElement(using: &generator) ?? nil,
                        openDeal: Int.random(in: 0..<4, using: &generator) == 0,
                        paid: dates.randomElement(using: &generator) ?? nil,
                        followUp: dates.randomElement(using: &generator) ?? nil)
                }
                return OwnershipCase(customer: CustomerID("C\(number)"), claims: claims)
            }
            func settled() -> [OwnershipDecision] {
                OwnershipRule.settle(
                    cases, date: date, asOf: shanghai.end(of: date), recent: shanghai.start(of: day("2025-11-20")))
            }
            let expected = settled()
            cases.shuffle(using: &generator)
            for index in cases.indices { cases[index].claims.shuffle(using: &generator) }
            #expect(settled() == expected)
        }
    }
}
