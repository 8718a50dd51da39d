import Records
import Rules

/// How good the customers' data are, source by source and field by field, before cleaning and merging and after: a page for
/// whoever can have the lists mended. Written on nights on which lists of customers came.
struct QualityReport: Report {
    static func fileName(_ language: Rules.Language) -> String { "quality.\(language.rawValue).html" }

    func files(_ night: Night, _ press: Press) throws(InputError) -> [ReportFile] {
        guard !night.facts.quality.isEmpty else { return [] }
        let languages = night.rules.languages.isEmpty ? [.chinese] : night.rules.languages
        return languages.map { language in
            let page = QualityPage(page: press.page(night, language))
            return ReportFile(name: Self.fileName(language), text: press.print("quality", page.view))
        }
    }

    /// The figures of the page as tables; none where there is no page.
    static func tables(_ night: Night) -> [NightTable] {
        let sources = night.facts.quality
        guard !sources.isEmpty else { return [] }
        let fields = sources.flatMap { source in
            source.counts.map { counts -> [String?] in
                [source.source, counts.field.rawValue]
                    + [
                        source.records, counts.filled, counts.understood, counts.flagged, counts.repeated,
                        source.customers, counts.known, counts.knownRepeated,
                    ].map { $0.map { String($0) } }
            }
        }
        let problems = sources.flatMap { source in
            source.problems.map { problem -> [String?] in
                [source.source, problem.field.rawValue, problem.code.rawValue, String(problem.count), problem.example]
            }
        }
        return [
            NightTable(
                name: "customer-quality",
                columns: [DataColumn("source", .text), DataColumn("field", .code)]
                    + [
                        "records", "filled", "understood", "flagged", "repeated", "customers", "known",
                        "known_repeated",
                    ].map { DataColumn($0, .integer) }, rows: fields),
            NightTable(
                name: "customer-problems",
                columns: [
                    DataColumn("source", .text), DataColumn("field", .code), DataColumn("problem", .code),
                    DataColumn("records", .integer), DataColumn("example", .text),
                ], rows: problems),
        ]
    }
}

/// The quality page in one language.
private struct QualityPage {
    /// More kinds of problems than anybody mends at once.
    private static let mostProblems = 20

    let page: Page

    private var words: Words { page.words }
    private var sources: [SourceQuality] { page.night.facts.quality }

    var view: ViewObject {
        var view = page.frame
        view["message"] = message.view
        view["message_text"] = .text(message.text)
        view["sources"] = .list(sources.map(source))
        return view
    }

    private var message: Sentence {
        let all = sources.flatMap(\.counts)
        let filled = all.reduce(0) { $0 + $1.filled }
        return words.sentence(
            "data_quality.message",
            [
                "share": page.percent(
                    "quality_understood", Self.share(all.reduce(0) { $0 + $1.understood }, of: filled)
                ).part,
                "values": page.count("quality_values", filled).part,
                "records": page.count("quality_records", sources.reduce(0) { $0 + $1.records }).part,
            ])
    }

    private func source(_ source: SourceQuality) -> ViewObject {
        [
            "source_name": .text(source.source),
            "source_lead": words.sentence(
                "data_quality.lead",
                [
                    "records": page.count("quality_source_records", source.records).part,
                    "customers": page.count("quality_source_customers", source.customers).part,
                ]
            ).view, "fields": fields(of: source).view, "problems": problems(of: source).view,
        ]
    }

    /// The fields that somebody uses: one that no record has and no customer needs is no news.
    private func fields(of source: SourceQuality) -> Table {
        page.table(
            "quality_fields",
            [
                ("field", .name), ("filled", .number), ("understood", .number), ("repeated", .number),
                ("known", .number), ("known_repeated", .number),
            ],
            source.counts.filter { $0.filled > 0 || $0.known > 0 }.map { counts in
                [
                    Table.Cell(fieldName(counts.field)),
                    share("filled", counts.filled, of: source.records),
                    share("understood", counts.understood, of: counts.filled),
                    repeated("repeated", counts.repeated),
                    share("known", counts.known, of: source.customers),
                    repeated("known_repeated", counts.knownRepeated),
                ]
            })
    }

    private func share(_ name: String, _ count: Int, of total: Int) -> Table.Cell {
        let share = Self.share(count, of: total)
        return Table.Cell(page.percent("quality_\(name)", share), bar: share)
    }

    private func repeated(_ name: String, _ count: Int?) -> Table.Cell {
        guard let count else { return Table.Cell("") }
        return Table.Cell(page.count("quality_\(name)", count))
    }

    private func problems(of source: SourceQuality) -> Table {
        page.table(
            "quality_problems", [("problem", .name), ("field", .text), ("records", .number), ("example", .text)],
            source.problems.map { problem in
                [
                    Table.Cell(words("problem.\(problem.code.rawValue)")), Table.Cell(fieldName(problem.field)),
                    Table.Cell(page.count("quality_problem", problem.count)), Table.Cell(problem.example),
                ]
            }, limit: Self.mostProblems)
    }

    private func fieldName(_ field: Field) -> String { page.named("customer_field", field.rawValue) }

    private static func share(_ count: Int, of total: Int) -> Double? {
        total == 0 ? nil : Double(count) / Double(total)
    }
}
