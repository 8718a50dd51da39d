import Foundation
import Records
import Rules
import Testing

@testable import Reporting

@Suite struct ReportsTests {
    private static let files =
        (try? Reports.render(SampleNight.facts(), rules: SampleNight.rules(), version: "0.1.0")) ?? []
    private var files: [ReportFile] { Self.files }

    @Test("the same facts give the same bytes")
    func isPure() throws {
        #expect(try Reports.render(SampleNight.facts(), rules: SampleNight.rules(), version: "0.1.0") == files)
    }

    @Test("a night has its pages, worklists, tables and their description, each once")
    func names() {
        let names = files.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(
            names.prefix(4) == [
                "management.zh-CN.html", "management.en.html", "coaching.zh-CN.html", "coaching.en.html",
            ])
        #expect(names.count { $0.hasPrefix("worklist-") } == 12)
        #expect(names.suffix(1) == ["datapackage.json"])
        #expect(
            names.filter { $0.hasSuffix(".csv") } == [
                "claims.csv", "allocations.csv", "bottlenecks.csv", "follow-ups.csv", "recycled.csv", "actions.csv",
                "conversion.csv",
                "reps.csv",
                "pool.csv", "reconciliation.csv", "data-quality.csv", "feeds.csv", "days.csv",
            ])
    }

    @Test("every page is well formed, self-contained and has no gap in its texts")
    func pages() {
        for file in files where file.name.hasSuffix(".html") {
            let html = String(decoding: file.bytes, as: UTF8.self)
            #expect(Scrape.unbalanced(html).isEmpty, "\(file.name)")
            #expect(!html.contains("«") && !html.contains("{{") && !html.contains("<script"), "\(file.name)")
            #expect(!html.contains("http://") || html.contains("=HYPERLINK("), "\(file.name)")
            #expect(!html.contains("src=\"") && !html.contains("url("), "\(file.name)")
            #expect(html.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:"))
            #expect(Scrape.count("<table", in: html) == Scrape.count("<caption", in: html))
            #expect(Scrape.count("<thead>", in: html) == Scrape.count("<table", in: html))
            #expect(Scrape.count("<svg", in: html) == Scrape.count("role=\"img\"><title>", in: html))
        }
    }

    @Test("hostile names are text, whatever they are")
    func hostileNames() {
        let html = files.text("management.zh-CN.html")
        #expect(html.contains("&lt;b&gt;郑&lt;/b&gt;爽"))
        #expect(!html.contains("\u{202E}") && !html.contains("\"\u{301}"))
        let all = files.filter { $0.name.hasPrefix("worklist-") || $0.name.hasPrefix("management") }.map {
            String(decoding: $0.bytes, as: UTF8.self)
        }.joined()
        #expect(all.contains("&lt;script&gt;alert(1)&lt;/script&gt;有限公司"))
        #expect(!all.contains("<img"))
    }

    @Test("both languages say the same numbers")
    func languages() {
        let chinese = Scrape.metrics(files.text("management.zh-CN.html"))
        #expect(chinese == Scrape.metrics(files.text("management.en.html")))
        #expect(chinese.count > 60)
    }

    @Test("the page's numbers are those of the measures and of the files beside it")
    func numbers() throws {
        let metrics = Scrape.metrics(files.text("management.en.html"))
        let night = Night(SampleNight.facts(), rules: SampleNight.rules(), version: "0.1.0")
        for (name, values) in metrics where !["rep_", "team_", "day_", "arm_"].contains(where: name.hasPrefix) {
            if [
                "cohort_size", "cohort_conversion", "migrated_cohort_size", "migrated_cohort_conversion",
                "claims_in_window", "intake_in_window", "holdings",
            ].contains(name) {
                continue
            }
            if name == "suspended_spells_of_source" { continue }
            #expect(Set(values).count == 1, "\(name) has different values on one page: \(values)")
        }
        #expect(metrics["pool_size"]?.first == "286")
        #expect(metrics["recycled"]?.first == String(night.recycling.tonight.count))
        let lines = files.text("recycled.csv").components(separatedBy: "\r\n")
        #expect(lines.count - 2 == night.recycling.tonight.count)
        #expect(metrics["compliance"]?.first == Format.fixed(night.compliance.overall.value ?? 0, 6))
    }

    @Test("a number is never cut in silence: what is left out is counted")
    func shown() {
        let night = Night(SampleNight.facts(), rules: SampleNight.rules(), version: "0.1.0")
        let due = night.actions.due(within: 3).count
        #expect(due > 10)
        #expect(
            files.text("management.en.html").contains(
                "Showing 10 of \(due); all are in the CSV files beside this page."))
        #expect(Scrape.count("\r\ndue,", in: files.text("actions.csv")) == due)
    }

    @Test("a list that did not come stands above everything else, with what to do")
    func alert() throws {
        let suspended = try Reports.render(
            SampleNight.facts(isSuspended: true), rules: SampleNight.rules(), version: "0.1.0")
        let html = suspended.text("management.zh-CN.html")
        let alert = try #require(html.range(of: "class=\"alert\" role=\"alert\""))
        let title = try #require(html.range(of: "<h1>"))
        #expect(alert.lowerBound < title.lowerBound)
        #expect(html.contains("gonghai run --date 2026-11-23 --approve feeds"))
        #expect(html.contains("2026-11-19 17:46"))
        #expect(Scrape.metrics(html)["suspended_spells"]?.first == "37")
        #expect(!files.text("management.zh-CN.html").contains("class=\"alert\""))
    }

    @Test("an empty night says what is empty and why, and divides by nothing")
    func empty() throws {
        let facts = NightFacts(date: SampleNight.date, asOf: SampleNight.zone.end(of: SampleNight.date))
        let html = try Reports.render(facts, rules: SampleNight.rules(), version: "0.1.0").text("management.zh-CN.html")
        #expect(Scrape.unbalanced(html).isEmpty)
        #expect(html.contains("不适用") && html.contains("分母为零") && html.contains("公海是空的"))
        #expect(!html.contains("nan") && !html.contains("inf%"))
        #expect(Scrape.metrics(html)["compliance"]?.first == "")
    }

    @Test("each language of the rules has its page, and no other")
    func oneLanguage() throws {
        let rules = SampleNight.rules([.english])
        let files = try Reports.render(SampleNight.facts(), rules: rules, version: "0.1.0")
        #expect(files.map(\.name).filter { $0.hasPrefix("management") } == ["management.en.html"])
        #expect(files.text("management.en.html").contains("<html lang=\"en\">"))
        #expect(
            files.first { $0.name.hasPrefix("worklist") }.map { String(decoding: $0.bytes, as: UTF8.self) }?.contains(
                "My customers") == true)
    }

    @Test("the terminal's numbers are the page's key figures")
    func headline() throws {
        let headline = try Reports.headline(SampleNight.facts(), rules: SampleNight.rules([.english]), version: "0.1.0")
        #expect(headline.count == 7)
        #expect(headline[0].label == "Customers in the pool" && headline[0].value == "286")
        #expect(headline[4].value.hasSuffix(" hours"))
    }

    @Test("letters have a contrast of 4.5 to their ground")
    func contrast() throws {
        let style = try #require(TemplateLibrary.builtIn.text("style.mustache"))
        for name in ["ink", "muted", "accent", "alert"] {
            let start = try #require(style.range(of: "--\(name):#"))
            let number = try #require(Int(style[start.upperBound...].prefix(6), radix: 16))
            #expect(1.05 / (Self.luminance(number) + 0.05) >= 4.5, "\(name)")
        }
    }

    private static func luminance(_ colour: Int) -> Double {
        let parts = [colour >> 16 & 255, colour >> 8 & 255, colour & 255].map { part in
            let share = Double(part) / 255
            return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
