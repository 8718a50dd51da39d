import Testing

@testable import Reporting

@Suite struct DatedTextTests {
    @Test("dates are found wherever they stand, and the pieces are the text again")
    func finds() {
        let text = "应于 2026-11-14 跟进（11-07 跟进后第 7 天）；休假至2026-11-27"
        let pieces = DatedText.pieces(text)
        #expect(pieces.filter(\.isDate).map(\.text) == ["2026-11-14", "11-07", "2026-11-27"])
        #expect(pieces.map(\.text).joined() == text)
    }

    @Test(
        "what only looks like a date stays ordinary text",
        arguments: ["", "7", "021-5566", "2026-11", "1-2-3", "2026-11-14-1", "11-"])
    func others(_ text: String) {
        #expect(DatedText.pieces(text).filter(\.isDate).isEmpty)
        #expect(DatedText.pieces(text).map(\.text).joined() == text)
    }

    @Test("a date among details is kept on one line, in the page and below the row in a mail")
    func inCells() throws {
        let press = try Press(.builtIn, rules: SmallNight().rules)
        let table = Table(
            id: "x", caption: "X", columns: [.init(title: "N", kind: .name), .init(title: "D", kind: .detail)],
            rows: [[Table.Cell("<C>"), Table.Cell("<u> 2026-11-14")], [Table.Cell("E"), Table.Cell("")]],
            total: 2, empty: "")
        guard case .object(let view) = table.view else { return }
        let date = "<bdi>&lt;u&gt; <span style=\"white-space:nowrap\">2026-11-14</span></bdi>"
        #expect(press.print("parts/table", view).contains(date))
        let mail = press.print("mail/table", view)
        #expect(mail.contains("<td colspan=\"1\"") && mail.contains(date))
        #expect(Scrape.count("<tr>", in: mail) == 4)
    }
}
