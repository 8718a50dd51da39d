import Records
import Rules
import Testing

@testable import Allocation

@Suite("Freshness")
struct FreshnessTests {
    func state(
        on date: String = "2026-11-20", files: Int = 1, rows: Int = 10, newest: String?, before: String? = nil,
        rules: FeedRules = FeedRules()
    ) -> FeedStatus.State? {
        let facts = FeedFacts(
            source: "crm", filesSinceLastNight: files, newRows: rows, rows: rows, newestAt: newest.map { moment($0) },
            newestAtLastNight: before.map { moment($0) })
        let feeds = Freshness.judge([facts], rules: rules, date: day(date), zone: shanghai, calendar: .china)
        return feeds.first?.state
    }

    @Test("a feed that reaches the business date is fresh, whatever came with it")
    func fresh() {
        #expect(state(newest: "2026-11-20") == .fresh)
        #expect(state(files: 0, rows: 0, newest: "2026-11-21") == .fresh)
    }

    @Test("no file since the last night is missing")
    func missing() {
        #expect(state(files: 0, rows: 0, newest: "2026-11-19", before: "2026-11-19") == .missing)
        #expect(state(files: 0, rows: 0, newest: nil) == .missing)
    }

    @Test("files without a row are empty")
    func empty() { #expect(state(rows: 0, newest: "2026-11-19", before: "2026-11-19") == .empty) }

    @Test("a file that brings nothing newer than the last night knew, the same one again, is stale")
    func unchanged() {
        #expect(state(newest: "2026-11-19", before: "2026-11-19") == .stale)
        #expect(state(newest: "2026-11-19", before: "2026-11-18") == .fresh)
    }

    @Test("a feed whose newest follow-up is more than the maximum age old is stale, on the limit it is not")
    func old() {
        #expect(state(newest: "2026-11-17", before: "2026-11-16") == .fresh)
        #expect(state(newest: "2026-11-16", before: "2026-11-15") == .stale)
        #expect(state(newest: "2026-11-16") == .stale)
        #expect(state(newest: nil) == .stale)
    }

    @Test("a weekend expects nothing beyond the last working day, and does not forgive what that day lacked")
    func weekend() {
        #expect(state(on: "2026-11-22", files: 0, rows: 0, newest: "2026-11-20", before: "2026-11-20") == .fresh)
        #expect(state(on: "2026-11-22", files: 0, rows: 0, newest: "2026-11-19", before: "2026-11-19") == .missing)
    }

    @Test(
        "a new list of a working day with less than a fifth of the usual rows was cut off; ten nights say what is usual"
    )
    func cutOff() {
        func state(_ rows: Int, usual: [Int], on date: String = "2026-11-20", share: Double? = 0.2) -> FeedStatus.State?
        {
            var rules = FeedRules()
            rules.minimumShare = share
            let facts = FeedFacts(
                source: "crm", filesSinceLastNight: 1, newRows: rows, rows: rows, newestAt: moment("2026-11-20"),
                newestAtLastNight: nil, formerRows: usual)
            return Freshness.judge([facts], rules: rules, date: day(date), zone: shanghai, calendar: .china).first?
                .state
        }
        let usual = Array(repeating: 100, count: 10)
        #expect(state(19, usual: usual) == .short)
        #expect(state(20, usual: usual) == .fresh)
        #expect(state(1, usual: Array(usual.dropLast())) == .fresh)
        #expect(state(1, usual: Array(repeating: 19, count: 10)) == .fresh)
        #expect(state(19, usual: usual, on: "2026-11-21") == .fresh)
        #expect(state(19, usual: usual, share: nil) == .fresh)
    }

    @Test("where follow-ups are typed in, every feed is fresh")
    func typedIn() {
        var rules = FeedRules()
        rules.followUps = .none
        #expect(state(files: 0, rows: 0, newest: nil, rules: rules) == .fresh)
    }
}
