import PoolStore
import Records
import Testing

@Suite("The outbox")
struct OutboxContractTests {
    private static func mail(_ bench: Bench, _ number: Int, day: Int = 3, rep: String? = nil) -> OutboxMail {
        OutboxMail(
            key: "\(bench.date(day))/worklist/\(number)", businessDate: bench.date(day), list: "worklist",
            name: "\(9 - number).eml", from: "pool@example.com", to: "rep\(number)@example.com",
            rep: rep.map { RepID($0) }, digest: "d\(number)", changedAt: bench.end(day))
    }

    @Test("a mail is made once, and comes back with its bytes, by date and name", arguments: StoreFactory.all)
    func once(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let mails = [Self.mail(bench, 1), Self.mail(bench, 2), Self.mail(bench, 3, day: 2)]
        #expect(try bench.store.enqueue(mails.map { ($0, [1, 0, 2]) }) == 3)
        #expect(try bench.store.enqueue(mails.map { ($0, [9]) }) == 0)
        #expect(try bench.store.outbox(in: [.pending]) == [mails[2], mails[1], mails[0]])
        #expect(try bench.store.mailBytes(of: mails[0].key) == [1, 0, 2])
        #expect(try bench.store.mailBytes(of: "nobody") == nil)
    }

    @Test("each step is kept, and mails that a broken transaction made are not", arguments: StoreFactory.all)
    func steps(_ factory: StoreFactory) throws {
        struct Broken: Error {}
        let bench = try Bench(factory)
        var mail = Self.mail(bench, 1, rep: "erp:E1")
        #expect(throws: Broken.self) {
            try bench.store.transaction {
                try bench.store.enqueue([(mail, [1])])
                throw Broken()
            }
        }
        #expect(try bench.store.outboxCounts(of: bench.date(3)) == [:])
        try bench.store.enqueue([(mail, [1])])
        for state in [OutboxMail.State.sending, .unknown, .retry, .sent] {
            mail.state = state
            mail.attempts += 1
            mail.nextAt = state == .retry ? bench.at(4) : nil
            mail.giveUpAt = bench.at(5)
            mail.reply = "250 \(state)"
            try bench.store.update(mail)
            #expect(try bench.store.outbox(in: [state]) == [mail])
            #expect(try bench.store.repsReminded(on: bench.date(3)) == (state == .sent ? [RepID("erp:E1")] : []))
        }
        #expect(try bench.store.outboxCounts(of: bench.date(3)) == [.sent: 1])
    }

    @Test("old bytes go, the record of the mail stays, and it is not made again", arguments: StoreFactory.all)
    func forgets(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        var (old, waiting) = (Self.mail(bench, 1), Self.mail(bench, 2))
        try bench.store.enqueue([(old, [1]), (waiting, [2])])
        old.state = .sent
        old.changedAt = bench.at(4)
        waiting.changedAt = bench.at(4)
        try bench.store.update(old)
        try bench.store.forgetMailBytes(sentBefore: bench.at(4))
        #expect(try bench.store.mailBytes(of: old.key) == [1])
        try bench.store.forgetMailBytes(sentBefore: bench.at(5))
        #expect(try bench.store.mailBytes(of: old.key) == nil)
        #expect(try bench.store.mailBytes(of: waiting.key) == [2])
        #expect(try bench.store.enqueue([(old, [1])]) == 0)
        #expect(try bench.store.mailBytes(of: old.key) == nil)
    }

    @Test("recipients are counted by night, newest first, alerts aside", arguments: StoreFactory.all)
    func recipients(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        var alert = Self.mail(bench, 9, day: 2)
        alert.list = "alert"
        let mails = [1, 2].map { Self.mail(bench, $0, day: 1) } + [Self.mail(bench, 1, day: 2), alert]
        try bench.store.enqueue(mails.map { ($0, []) })
        #expect(try bench.store.recipientCounts(before: bench.date(3), nights: 28) == [1, 2])
        #expect(try bench.store.recipientCounts(before: bench.date(3), nights: 1) == [1])
        #expect(try bench.store.recipientCounts(before: bench.date(1), nights: 28) == [])
    }

    @Test("one holder runs nights, until it lets go or is known to be gone", arguments: StoreFactory.all)
    func runLock(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let store = bench.store
        #expect(try store.takeRunLock("a", at: bench.at(1)) { _, _ in false } == nil)
        #expect(try store.takeRunLock("b", at: bench.at(2)) { _, _ in false } == "a")
        try store.releaseRunLock("b")
        #expect(try store.takeRunLock("b", at: bench.at(2)) { holder, at in holder != "a" || at != bench.at(1) } == "a")
        #expect(try store.takeRunLock("b", at: bench.at(2)) { holder, at in holder == "a" && at == bench.at(1) } == nil)
        try store.releaseRunLock("b")
        #expect(try store.takeRunLock("c", at: bench.at(3)) { _, _ in false } == nil)
    }
}
