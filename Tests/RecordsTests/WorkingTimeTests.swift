import Records
import Testing

@Suite struct WorkingTimeTests {
    /// Monday 2026-11-16 to Sunday 2026-11-29 in Shanghai, Wednesday the 18th off.
    private func time() throws -> (WorkingTime, (Int, Int, Int) -> Instant) {
        let zone = try #require(Zone(named: "Asia/Shanghai"))
        let monday = try #require(BusinessDate(iso: "2026-11-16"))
        let time = WorkingTime(days: monday...(monday + 13), zone: zone) { $0.weekday <= 5 && $0 != monday + 2 }
        return (time, { zone.instant(monday + $0, secondOfDay: $1 * 3600 + $2 * 60) })
    }

    @Test("only hours from nine to six on working days count")
    func counts() throws {
        let (time, at) = try time()
        #expect(time.seconds(from: at(0, 10, 0), to: at(0, 11, 30)) == 5400)
        #expect(time.seconds(from: at(0, 17, 0), to: at(1, 10, 0)) == 7200)
        #expect(time.seconds(from: at(0, 20, 0), to: at(1, 8, 0)) == 0)
        #expect(time.seconds(from: at(1, 18, 0), to: at(3, 9, 0)) == 0)
        #expect(time.seconds(from: at(4, 17, 0), to: at(7, 10, 0)) == 7200)
        #expect(time.seconds(from: at(0, 0, 0), to: at(7, 0, 0)) == 4 * 9 * 3600)
    }

    @Test("a wait that ends before it begins is none, and days outside count as none")
    func edges() throws {
        let (time, at) = try time()
        #expect(time.seconds(from: at(3, 12, 0), to: at(2, 12, 0)) == 0)
        #expect(time.seconds(from: at(-9, 12, 0), to: at(0, 10, 0)) == 3600)
        #expect(time.seconds(from: at(11, 12, 0), to: at(40, 12, 0)) == 6 * 3600)
    }
}
