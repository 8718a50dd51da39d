import Records
import Rules
import Testing

@testable import Reporting

@Suite struct QualityReportTests {
    private func small() -> SmallNight {
        var small = SmallNight()
        small.rules.languages = [.chinese, .english]
        var name = SourceQuality.Counts(field: .name)
        (name.filled, name.understood, name.known) = (200, 198, 150)
        (name.repeated, name.knownRepeated) = (60, 4)
        var phone = SourceQuality.Counts(field: .phone)
        (phone.filled, phone.understood, phone.flagged, phone.known) = (100, 87, 13, 120)
        (phone.repeated, phone.knownRepeated) = (30, 2)
        var level = SourceQuality.Counts(field: .level)
        level.known = 75
        let unused = SourceQuality.Counts(field: .website)
        small.facts.quality = [
            SourceQuality(
                source: "crm <b>", records: 200, customers: 150, counts: [name, phone, level, unused],
                problems: [
                    SourceQuality.Problem(field: .phone, code: .invalidPhone, count: 13, example: "13*-***"),
                    SourceQuality.Problem(field: .naicsCode, code: .unknownIndustry, count: 2, example: "=999"),
                ])
        ]
        return small
    }

    private func files(_ small: SmallNight) throws -> [ReportFile] {
        try Reports.render(small.facts, rules: small.rules, version: "1")
    }

    @Test(
        "the page gives each field's shares before and after, problems with an example, and the share understood on top"
    )
    func page() throws {
        let files = try files(small())
        let html = files.text("quality.en.html")
        #expect(Scrape.unbalanced(html).isEmpty && !html.contains("«") && !html.contains("{{"))
        #expect(html.contains("crm &lt;b&gt;") && html.contains("13*-***"))
        let metrics = Scrape.metrics(html)
        #expect(metrics["quality_understood"] == ["0.950000", "0.990000", "0.870000", ""])
        #expect(metrics["quality_filled"] == ["1.000000", "0.500000", "0.000000"])
        #expect(metrics["quality_known"] == ["1.000000", "0.800000", "0.500000"])
        #expect(metrics["quality_repeated"] == ["60", "30"] && metrics["quality_known_repeated"] == ["4", "2"])
        #expect(metrics["quality_problem"] == ["13", "2"])
        #expect(metrics["quality_values"] == ["300"] && metrics["quality_records"] == ["200"])
        #expect(Scrape.metrics(files.text("quality.zh-CN.html")) == metrics)
        #expect(!html.contains("Website"), "nobody gives or knows it")
    }

    @Test("the tables have every field and problem, and the data package describes them")
    func tables() throws {
        let files = try files(small())
        #expect(
            files.text("customer-quality.csv")
                == "source,field,records,filled,understood,flagged,repeated,customers,known,known_repeated\r\n"
                + "crm <b>,name,200,200,198,0,60,150,150,4\r\ncrm <b>,phone,200,100,87,13,30,150,120,2\r\n"
                + "crm <b>,level,200,0,0,0,,150,75,\r\ncrm <b>,website,200,0,0,0,,150,0,\r\n")
        #expect(
            files.text("customer-problems.csv")
                == "source,field,problem,records,example\r\ncrm <b>,phone,invalid_phone,13,13*-***\r\n"
                + "crm <b>,naics_code,unknown_industry,2,'=999\r\n")
        let package = files.text("datapackage.json")
        #expect(package.contains("customer-quality.csv") && package.contains("customer-problems.csv"))
        #expect(!package.contains("«"))
    }

    @Test("without a list of customers there is neither page nor table")
    func none() throws {
        let names = try files(SmallNight()).map(\.name)
        #expect(!names.contains { $0.hasPrefix("quality") || $0.hasPrefix("customer-") })
    }

    @Test("every field and every flag of a customer has words in both languages")
    func words() throws {
        for language in Rules.Language.allCases {
            let words = try TemplateLibrary.builtIn.words(language)
            for field in Entity.customers.fields { #expect(words.has("customer_field.\(field.rawValue)"), "\(field)") }
            let first = try #require(ProblemCode.allCases.firstIndex(of: .destroyedText))
            for code in ProblemCode.allCases[first...] { #expect(words.has("problem.\(code.rawValue)"), "\(code)") }
        }
    }
}
