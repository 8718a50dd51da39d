import Mustache
import Records
import Rules

/// A file of a night: its name in out/<date>/ and its bytes.
package struct ReportFile: Sendable, Equatable {
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }
}

/// Something that makes files of a night.
///
/// A new one is a type in one file, its template in Templates/, and its line in `Reports.registry`.
protocol Report: Sendable {
    func files(_ night: Night, _ press: Press) throws(InputError) -> [ReportFile]
}

/// The reports of a night. Pure: the same facts, rules, templates and version give the same bytes.
package enum Reports {
    static let registry: [any Report] = [
        ManagementReport(), CoachingReport(), QualityReport(), WorklistReport(), DataReport(),
    ]

    /// Every file of a night, in the order of the registry.
    ///
    /// - Throws: for templates or texts that cannot be parsed; built-in ones always can.
    package static func render(
        _ night: Night, templates: TemplateLibrary = .builtIn
    ) throws(InputError) -> [ReportFile] {
        let press = try Press(templates, rules: night.rules)
        var files: [ReportFile] = []
        for report in registry { files += try report.files(night, press) }
        return files
    }

    /// The pages of one period as files of the night that ends it: `weekly.<language>.html`, `monthly.<language>.html`
    /// and, with a month, `evaluation.<language>.html`.
    package static func rollUps(
        _ periods: [PeriodFacts], of night: Night, templates: TemplateLibrary = .builtIn
    ) throws(InputError) -> [ReportFile] {
        guard !periods.isEmpty else { return [] }
        let press = try Press(templates, rules: night.rules)
        return periods.flatMap { period in
            let isWeek = period.period.kind == .week
            return PeriodReport(period, night: night).pages(named: isWeek ? "weekly" : "monthly", press)
                + (isWeek ? [] : EvaluationReport(period, night: night).pages(press))
        }
    }

    /// A period by itself: its page in each language, its tables as files and what their columns are.
    package static func render(
        _ period: PeriodFacts, of night: Night, templates: TemplateLibrary = .builtIn
    ) throws(InputError) -> [ReportFile] {
        let report = PeriodReport(period, night: night)
        let press = try Press(templates, rules: night.rules)
        return report.pages(named: "period", press) + EvaluationReport(period, night: night).pages(press)
            + report.data(press)
    }

    /// The numbers of the night for the terminal.
    package static func headline(
        _ night: Night, in language: Language, templates: TemplateLibrary = .builtIn
    ) throws(InputError) -> [(label: String, value: String)] {
        let page = try Press(templates, rules: night.rules).page(night, language)
        return page.tiles.map { ($0.label, $0.text) }
    }
}

extension Rules {
    /// The language of mails and worklists.
    package var firstLanguage: Language { languages.first ?? .chinese }
}

/// Parsed templates and texts, ready to print pages.
struct Press: Sendable {
    private let library: MustacheLibrary
    private let words: [Rules.Language: Words]
    private let zone: Zone

    init(_ templates: TemplateLibrary, rules: Rules) throws(InputError) {
        library = try templates.compiled()
        var words: [Rules.Language: Words] = [:]
        for language in Rules.Language.allCases { words[language] = try templates.words(language) }
        self.words = words
        zone = rules.zone
    }

    func words(_ language: Rules.Language) -> Words { words[language] ?? Words([:]) }

    /// A night in a language.
    func page(_ night: Night, _ language: Rules.Language) -> Page {
        Page(night: night, words: words(language), format: Format(language: language, zone: zone))
    }

    func print(_ template: String, _ view: ViewObject) -> String { library.render(view, withTemplate: template) ?? "" }
}
