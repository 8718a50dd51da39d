import Records
import Rules
import Testing

@testable import Normalization

@Suite("Follow-ups")
struct FollowUpNormalizingTests {
    func read(_ texts: KeyValuePairs<Field, String>, change: (inout Rules) -> Void = { _ in }) throws -> RowOutcome<
        FollowUp
    > {
        try normalizer(change: change).followUp(record(.followUps, texts))
    }

    @Test("a day without a time of day counts as its last second")
    func lastSecond() throws {
        #expect(try accepted(read([.customer: "1", .at: "2026-11-20"])).value.at == moment("2026-11-20", 86_399))
        #expect(try accepted(read([.customer: "1", .at: "2026-11-20 00:00"])).value.at == moment("2026-11-20"))
    }

    @Test("no customer, no time or no such time is rejected")
    func rejects() throws {
        #expect(try rejected(read([.at: "2026-11-20"])).code == .missingReference)
        #expect(try rejected(read([.customer: "1"])).code == .missingTime)
        let invalid = try rejected(read([.customer: "1", .at: "昨天"]))
        #expect(invalid.code == .invalidTime)
        #expect(invalid.field == .at)
        #expect(try rejected(read([.customer: "1", .at: "3/4/2026"])).code == .invalidTime)
    }

    @Test("one in the future is kept, flagged, and does not count")
    func future() throws {
        let row = try accepted(read([.customer: "1", .at: "2026-11-24"]))
        #expect(row.flagNames == ["at future_date"])
        #expect(!row.value.counts)
        #expect(try accepted(read([.customer: "1", .at: "2026-11-23 23:59:59"])).value.counts)
    }

    @Test("a spreadsheet's day number is used, and flagged")
    func spreadsheet() throws {
        #expect(try accepted(read([.customer: "1", .at: "45123"])).flagNames == ["at excel_date"])
    }

    @Test("only channels and notes that the rules accept count")
    func counts() throws {
        func counts(_ channel: String, _ note: String) throws -> Bool {
            try accepted(
                read([.customer: "1", .at: "2026-11-20", .channel: channel, .note: note]) {
                    $0.followUp.humanChannels = ["电话", "Visit"]
                    $0.followUp.minimumNoteCharacters = 4
                }
            ).value.counts
        }
        #expect(try counts(" 电话 ", "聊了价格"))
        #expect(try counts("VISIT", "long enough"))
        #expect(try !counts("邮件群发", "聊了价格"))
        #expect(try !counts("电话", "无人接"))
        #expect(try !counts("", "聊了价格"))
        #expect(try accepted(read([.customer: "1", .at: "2026-11-20"])).value.counts)
    }

    @Test("what was planned may lie in the future")
    func next() throws {
        let row = try accepted(
            read([
                .id: "9", .customer: "1", .rep: "u1", .at: "2026-11-20 10:00", .nextAt: "2027-01-01", .outcome: "有意向",
            ]))
        #expect(row.value.nextAt == (try moment("2027-01-01")))
        #expect(row.value.rep == Reference("u1"))
        #expect(row.key.externalID == "9")
        #expect(row.flags == [])
    }

    @Test("two follow-ups without ids are told apart by what they say")
    func derived() throws {
        let keys = try ["a", "b", "a"].map { try accepted(read([.customer: "1", .at: "2026-11-20", .note: $0])).key }
        #expect(keys[0] != keys[1])
        #expect(keys[0] == keys[2])
    }
}

@Suite("Deals")
struct DealNormalizingTests {
    func read(_ texts: KeyValuePairs<Field, String>) throws -> RowOutcome<Deal> {
        try normalizer().deal(record(.deals, texts))
    }

    @Test("a won deal keeps its closing date, an open one's is a plan")
    func closing() throws {
        let won = try accepted(
            read([.id: "1", .customer: "c", .status: "赢单", .amount: "¥1,000", .closedAt: "2026-11-01"])
        ).value
        #expect(won.status == .won)
        #expect(won.closedAt == (try moment("2026-11-01")))
        #expect(won.amount == Money(minorUnits: 100_000, currency: "CNY"))
        let open = try accepted(read([.id: "1", .customer: "c", .status: "open", .closedAt: "2027-11-01"]))
        #expect(open.value.closedAt == nil)
        #expect(open.flags == [])
    }

    @Test("a status that is not known leaves the deal open, and is flagged")
    func unknown() throws {
        let row = try accepted(read([.id: "1", .customer: "c", .status: "mystery"]))
        #expect(row.value.status == .open)
        #expect(row.flagNames == ["status unknown_status"])
    }

    @Test("where the status says only that it is not won, the stage says whether it is lost")
    func stage() throws {
        #expect(try accepted(read([.customer: "c", .status: "false", .stage: "Closed Lost"])).value.status == .lost)
        #expect(try accepted(read([.customer: "c", .status: "false", .stage: "Prospecting"])).value.status == .open)
        #expect(try accepted(read([.customer: "c", .stage: "Closed Won"])).value.status == .won)
        #expect(try accepted(read([.customer: "c", .status: "true", .stage: "whatever"])).value.status == .won)
    }

    @Test("the currency is the cell's, and the amount's own mark before that")
    func currency() throws {
        #expect(try accepted(read([.customer: "c", .amount: "100", .currency: "美元"])).value.amount?.currency == "USD")
        #expect(
            try accepted(read([.customer: "c", .amount: "€100", .currency: "USD"])).value.amount?.currency == "EUR")
        #expect(
            try accepted(read([.customer: "c", .amount: "$100", .currency: "CAD"])).value.amount?.currency == "CAD")
    }

    @Test("a deal of nobody is rejected")
    func orphan() throws {
        #expect(try rejected(read([.id: "1", .amount: "5"])).code == .missingReference)
    }
}

@Suite("Payments")
struct PaymentNormalizingTests {
    func read(_ texts: KeyValuePairs<Field, String>) throws -> RowOutcome<Payment> {
        try normalizer().payment(record(.payments, texts))
    }

    @Test("a payment by customer or by deal, also a negative one")
    func payments() throws {
        let row = try accepted(read([.deal: "d1", .amount: "(500.00)", .paidAt: "2026-11-01", .status: "已审核"]))
        #expect(row.value.deal == Reference("d1"))
        #expect(row.value.amount == Money(minorUnits: -50_000, currency: "CNY"))
        #expect(row.value.paidAt == (try moment("2026-11-01")))
        #expect(row.value.status == "已审核")
    }

    @Test("neither customer nor deal, no amount, no such amount: rejected, saying which")
    func rejects() throws {
        #expect(try rejected(read([.amount: "5"])).code == .missingReference)
        #expect(try rejected(read([.customer: "1"])).code == .missingAmount)
        let invalid = try rejected(read([.customer: "1", .amount: "五百"]))
        #expect(invalid.code == .invalidAmount)
        #expect(invalid.field == .amount)
    }

    @Test("a payment of a later day is kept and flagged")
    func future() throws {
        let row = try accepted(read([.customer: "1", .amount: "5", .paidAt: "2027-01-01"]))
        #expect(row.flagNames == ["paid_at future_date"])
        #expect(row.value.paidAt == (try moment("2027-01-01")))
    }
}

@Suite("Claims")
struct ClaimNormalizingTests {
    func read(_ texts: KeyValuePairs<Field, String>) throws -> RowOutcome<Claim> {
        try normalizer().claim(record(.claims, texts))
    }

    @Test("a claim without a time of day is made at the start of its day")
    func start() throws {
        let row = try accepted(read([.customer: "c", .rep: "u", .requestedAt: "2026-11-20"]))
        #expect(row.value.requestedAt == (try moment("2026-11-20")))
        #expect(!row.value.isWithdrawn)
    }

    @Test(
        "claims taken back or turned down are recorded as such",
        arguments: ["已撤销", "拒绝", "withdrawn", "Cancelled", "rejected"])
    func withdrawn(status: String) throws {
        #expect(
            try accepted(read([.customer: "c", .rep: "u", .requestedAt: "2026-11-20", .status: status])).value
                .isWithdrawn)
    }

    @Test("a status that is not known is flagged, and the claim stands")
    func unknown() throws {
        let row = try accepted(read([.customer: "c", .rep: "u", .requestedAt: "2026-11-20", .status: "加急"]))
        #expect(!row.value.isWithdrawn)
        #expect(row.flagNames == ["status unknown_status"])
    }

    @Test("customer, rep and time are all needed")
    func rejects() throws {
        #expect(try rejected(read([.rep: "u", .requestedAt: "2026-11-20"])).field == .customer)
        #expect(try rejected(read([.customer: "c", .requestedAt: "2026-11-20"])).field == .rep)
        #expect(try rejected(read([.customer: "c", .rep: "u"])).code == .missingTime)
        #expect(try rejected(read([.customer: "c", .rep: "u", .requestedAt: "x"])).code == .invalidTime)
    }
}
