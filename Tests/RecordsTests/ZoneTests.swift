import Records
import Testing

@Suite("Zone")
struct ZoneTests {
    @Test("a day in Shanghai begins eight hours before Greenwich's")
    func shanghai() throws {
        let zone = try #require(Zone(named: "Asia/Shanghai"))
        let date = try #require(BusinessDate(iso: "2026-11-23"))
        #expect(zone.start(of: date).epochSeconds == 1_795_363_200)
        #expect(zone.iso(zone.start(of: date)) == "2026-11-23T00:00:00+08:00")
        #expect(zone.iso(zone.end(of: date)) == "2026-11-23T23:59:59+08:00")
        #expect(zone.date(of: zone.end(of: date)) == date)
        #expect(zone.date(of: zone.end(of: date) + 1) == date + 1)
    }

    @Test("days on which clocks change have 23 or 25 hours")
    func changes() throws {
        let zone = try #require(Zone(named: "Europe/Berlin"))
        let spring = try #require(BusinessDate(iso: "2026-03-29"))
        let autumn = try #require(BusinessDate(iso: "2026-10-25"))
        #expect(zone.start(of: spring + 1) - zone.start(of: spring) == 23 * 3600)
        #expect(zone.start(of: autumn + 1) - zone.start(of: autumn) == 25 * 3600)
    }

    @Test("a time that clocks skip is as far after the change, one that they show twice is the first")
    func oddTimes() throws {
        let zone = try #require(Zone(named: "Europe/Berlin"))
        let spring = try #require(BusinessDate(iso: "2026-03-29"))
        let autumn = try #require(BusinessDate(iso: "2026-10-25"))
        #expect(zone.iso(zone.instant(spring, secondOfDay: 9000)) == "2026-03-29T03:30:00+02:00")
        #expect(zone.iso(zone.instant(autumn, secondOfDay: 9000)) == "2026-10-25T02:30:00+02:00")
    }

    @Test("a day that clocks skip whole is still told from its neighbours")
    func skippedDay() throws {
        let zone = try #require(Zone(named: "Pacific/Apia"))
        let before = try #require(BusinessDate(iso: "2011-12-29"))
        #expect(zone.date(of: zone.start(of: before)) == before)
        #expect(zone.date(of: zone.start(of: before + 2)) == before + 2)
    }

    @Test(
        "moments and days agree through a year of any zone",
        arguments: ["Asia/Shanghai", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"])
    func roundTrip(name: String) throws {
        let zone = try #require(Zone(named: name))
        let first = try #require(BusinessDate(iso: "2026-01-01"))
        for day in 0..<365 {
            #expect(zone.date(of: zone.start(of: first + day)) == first + day)
            #expect(zone.date(of: zone.start(of: first + day) + -1) == first + (day - 1))
        }
    }

    @Test("times before 1970, and offsets west of Greenwich, are written right")
    func iso() throws {
        let zone = try #require(Zone(named: "America/St_Johns"))
        #expect(zone.iso(Instant(epochSeconds: 1_700_000_000)) == "2023-11-14T18:43:20-03:30")
        #expect(try #require(Zone(named: "UTC")).iso(Instant(epochSeconds: -1)) == "1969-12-31T23:59:59+00:00")
    }

    @Test("a zone that nobody knows is none")
    func unknown() {
        #expect(Zone(named: "Asia/Atlantis") == nil)
    }
}
