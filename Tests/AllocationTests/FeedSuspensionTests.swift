import Records
import Rules
import Testing

@testable import Allocation

@Suite("FeedSuspension")
struct FeedSuspensionTests {
    let suspension = FeedSuspension(
        feeds: [
            FeedStatus(source: "b", state: .stale, newestAt: nil),
            FeedStatus(source: "a", state: .empty, newestAt: nil),
            FeedStatus(source: "c", state: .fresh, newestAt: nil),
        ], rules: FeedRules())

    @Test("a customer depends on those of its sources that deliver follow-ups")
    func delivering() {
        #expect(suspension.feeds(affecting: ["c"]).isEmpty)
        #expect(suspension.feeds(affecting: ["c", "leads"]).isEmpty)
        #expect(suspension.feeds(affecting: ["b", "c"]).map(\.source) == ["b"])
    }

    @Test("a customer without such a source depends on every feed, named in order")
    func notDelivering() {
        #expect(suspension.feeds(affecting: ["leads"]).map(\.source) == ["a", "b"])
        #expect(
            suspension.feeds(affecting: [])
                == [.init(source: "a", state: .empty), .init(source: "b", state: .stale)])
    }
}
