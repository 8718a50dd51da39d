import Records
import Testing

@testable import Normalization

@Suite("BandText")
struct BandTextTests {
    func read(_ text: String) -> Reading<Band> { BandReader(separator: nil).read(bytes(text)) }

    @Test(
        "counts and ranges",
        arguments: [
            ("350", Band(350)), ("166000", Band(166_000)), ("1,200", Band(1200)), ("35.0", Band(35)),
            ("120人", Band(120)), ("1.2万", Band(12_000)), ("约100人", Band(100)),
            ("51-200", Band(low: 51, high: 200)), ("51～200", Band(low: 51, high: 200)),
            ("51~200人", Band(low: 51, high: 200)), ("51人-200人", Band(low: 51, high: 200)),
            ("51至200", Band(low: 51, high: 200)), ("1001-5000 employees", Band(low: 1001, high: 5000)),
            ("1,001-5,000", Band(low: 1001, high: 5000)),
            ("20人以下", Band(low: 0, high: 20)), ("500人以上", Band(low: 500, high: nil)),
            ("500以上", Band(low: 500, high: nil)), ("10001+", Band(low: 10_001, high: nil)),
            ("少于50人", Band(low: 0, high: 49)), ("<20", Band(low: 0, high: 19)), (">500", Band(low: 501, high: nil)),
            ("≥500", Band(low: 500, high: nil)), ("0", Band(0)),
        ])
    func reads(text: String, band: Band) {
        #expect(read(text) == Reading(band))
        #expect(read(band.text).value == band)
    }

    @Test(
        "ranges that a spreadsheet made dates of are lost",
        arguments: ["10-Jan", "Jan-10", "1月10日", "2026-01-10", "2026/1/10 0:00:00", "11月50日", "1-2-3"])
    func dates(text: String) {
        #expect(read(text).value == nil)
        #expect(read(text).problem?.code == .excelDate)
    }

    @Test("what is no count is flagged", arguments: ["many", "200-51", "1.5-x", "-5", "1.200", "人"])
    func invalid(text: String) {
        #expect(read(text).value == nil)
        #expect(read(text).problem?.code == .invalidNumber)
    }

    @Test(
        "more employees than any company has are implausible", arguments: ["20000000", "1E30", "99999999999999999999"])
    func implausible(text: String) {
        #expect(read(text).problem?.code == .implausibleNumber)
    }
}
