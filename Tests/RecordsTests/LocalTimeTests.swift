import Records
import Testing

@Suite("LocalTime")
struct LocalTimeTests {
    @Test("a moment as the zone's clocks show it, seconds only where there are any")
    func clocks() throws {
        let zone = try #require(Zone(named: "Asia/Shanghai"))
        let date = try #require(BusinessDate(iso: "2026-11-20"))
        let nine = LocalTime(zone.instant(date, secondOfDay: 9 * 3600), in: zone)
        #expect(nine.text == "2026-11-20T09:00:00" && "\(nine)" == "2026-11-20 09:00")
        let end = LocalTime(zone.end(of: date), in: zone)
        #expect(end.text == "2026-11-20T23:59:59" && "\(end)" == "2026-11-20 23:59:59")
        #expect(LocalTime(text: end.text) == end)
        #expect(LocalTime(Instant(epochSeconds: -1), in: zone).text == "1970-01-01T07:59:59")
    }

    @Test(
        "anything else is no time",
        arguments: ["", "2026-11-20", "2026-11-20T9:00:00", "2026-11-20T24:00:00", "2026-11-20 09:00:00", "T00:00:00"])
    func refused(text: String) { #expect(LocalTime(text: text) == nil) }
}
