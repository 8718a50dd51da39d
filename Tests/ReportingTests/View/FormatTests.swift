import Records
import Testing

@testable import Reporting

@Suite struct FormatTests {
    private let chinese = Format(language: .chinese, zone: SampleNight.zone)
    private let english = Format(language: .english, zone: SampleNight.zone)

    @Test("counts are grouped", arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567")])
    func counts(_ number: Int, _ text: String) { #expect(chinese.count(number) == text) }

    @Test("shares have one decimal, and none without a denominator")
    func percents() {
        #expect(chinese.percent(0.8245) == "82.5%")
        #expect(chinese.percent(nil) == "不适用")
        #expect(english.percent(nil) == "n/a")
        #expect(english.interval(Interval(low: 0.7014, high: 0.9)) == "70.1–90.0%")
    }

    @Test(
        "decimals are plain",
        arguments: [(0.005, 2, "0.01"), (-1.25, 1, "-1.3"), (2.0, 0, "2"), (0.0499, 1, "0.0"), (12.07, 2, "12.07")])
    func fixed(_ number: Double, _ digits: Int, _ text: String) { #expect(Format.fixed(number, digits) == text) }

    @Test("no number traps", arguments: [Double.infinity, .nan, 1e300, -1e300])
    func extremes(_ number: Double) { #expect(Format.fixed(number, 2) == "0") }

    @Test("dates read as people of the language write them")
    func dates() {
        #expect(chinese.prose(SampleNight.date) == "2026年11月23日 周一")
        #expect(english.prose(SampleNight.date) == "Monday, 23 November 2026")
        #expect(chinese.week(SampleNight.date) == "2026-W48")
        #expect(chinese.time(SampleNight.zone.end(of: SampleNight.date)) == "2026-11-23 23:59")
    }

    @Test("money in prose is in 万 and 亿, in English in millions")
    func money() {
        #expect(chinese.money(Money(minorUnits: 12_000_000_000, currency: "CNY")) == "¥1.2亿")
        #expect(chinese.money(Money(minorUnits: 3_456_700, currency: "CNY")) == "¥3.5万")
        #expect(chinese.money(Money(minorUnits: 90_000, currency: "USD")) == "USD 900")
        #expect(english.money(Money(minorUnits: 12_000_000_000, currency: "CNY")) == "CNY 120.0 million")
        #expect(english.money(Money(minorUnits: 5_000, currency: "JPY")) == "JPY 5,000")
    }

    @Test("a quantile that was not reached prints what was watched")
    func quantiles() {
        #expect(chinese.hours(0.5, of: KaplanMeier([Wait(7200, isEvent: true)])) == "2.0")
        #expect(chinese.hours(0.5, of: KaplanMeier([Wait(7200, isEvent: false)])) == "> 2.0")
        #expect(chinese.hours(0.5, of: KaplanMeier([])) == "不适用")
    }
}
