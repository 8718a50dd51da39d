import Testing

@testable import Reporting

@Suite struct ChartsTests {
    private func render(_ template: String, _ view: ViewValue) throws -> String {
        let press = try Press(.builtIn, rules: SampleNight.rules())
        guard case .object(let object) = view else { return "" }
        return press.print(template, object)
    }

    @Test("columns begin at zero, and the highest fills the chart")
    func columns() throws {
        let chart = ColumnChart(
            title: "t", columns: [.init(label: "a", detail: "", count: 0), .init(label: "b", detail: "", count: 40)])
        let svg = try render("parts/column-chart", chart.view)
        #expect(svg.contains("y=\"138.0\" width=\"34.00%\" height=\"0.0\""))
        #expect(svg.contains("y=\"18.0\" width=\"34.00%\" height=\"120.0\""))
        #expect(svg.contains("<title>t</title>"))
    }

    @Test("a curve goes across and then up, to the end of the scale, and names do not cover each other")
    func steps() throws {
        let chart = StepChart(
            title: "t",
            curves: [
                .init(name: "A", style: "strong", points: [(time: 5, height: 0.2)]),
                .init(name: "B", style: "dashed", points: [(time: 5, height: 0.2), (time: 50, height: 0.3)]),
            ], end: 10, top: 0.4, ticks: [], gridlines: [])
        let svg = try render("parts/step-chart", chart.view)
        let lines = [(0, 200, 50, 200), (50, 200, 50, 100), (50, 100, 100, 100)].map { line in
            "<line x1=\"\(line.0).00%\" y1=\"\(line.1).0\" x2=\"\(line.2).00%\" y2=\"\(line.3).0\"/>"
        }.joined()
        #expect(Scrape.count(lines, in: svg) == 2)
        // Both end at 0.2; what comes after the end of the scale moves no name.
        #expect(svg.contains("y=\"104.0\">A<") && svg.contains("y=\"88.0\">B<"))
    }
}

@Suite struct SparklineTests {
    @Test("a line goes from zero to its highest value, and leaves a gap where there is no number")
    func path() {
        let line = Sparkline(title: "t", values: [0, 2, nil, 1, 4])
        #expect(line.view == ["trend_title": "t", "trend_path": "M0.0 23.0L25.0 12.0M75.0 17.5L100.0 1.0"])
        #expect(
            Sparkline(title: "t", values: [0, 0]).view == ["trend_title": "t", "trend_path": "M0.0 23.0L100.0 23.0"])
    }
}
