import Records
import Rules

/// The page for directors: one self-contained file for each language of the workspace.
struct ManagementReport: Report {
    /// The appendix, in the order of the page; before it stand the key figures and what needs somebody today.
    static let sections: [any ManagementSection.Type] = [
        TrendSection.self, ClaimSection.self, FollowUpSection.self, RecycleSection.self, ConversionSection.self,
        FunnelSection.self, PoolSection.self, AllocationSection.self, StrategySection.self, TierSection.self,
        ReconciliationSection.self, QualitySection.self,
        DefinitionSection.self,
    ]

    static func fileName(_ language: Rules.Language) -> String { "management.\(language.rawValue).html" }

    func files(_ night: Night, _ press: Press) throws(InputError) -> [ReportFile] {
        let languages = night.rules.languages.isEmpty ? [.chinese] : night.rules.languages
        return languages.map { language in
            ReportFile(
                name: Self.fileName(language), text: press.print("management", Self.view(press.page(night, language))))
        }
    }

    static func view(_ page: Page) -> ViewObject {
        var view = page.frame
        view["message"] = page.message.view
        view["message_text"] = .text(page.message.text)
        view["alerts"] = page.alerts
        view["tiles"] = .list(page.tiles.map(\.view))
        view["today"] = .list([content(of: ActionSection.self, page)])
        view["sections"] = .list(sections.map { content(of: $0, page) })
        return view
    }

    private static func content(of section: any ManagementSection.Type, _ page: Page) -> ViewObject {
        var content = section.view(page)
        content["section_id"] = .text(section.name)
        content["section_title"] = .text(page.words("\(section.name).title"))
        content["section_template"] = .text("sections/\(section.name)")
        return content
    }
}

/// One part of the management page: a type in one file, a template in Templates/sections/, a line in
/// `ManagementReport.sections`.
protocol ManagementSection: Sendable {
    /// Names its template, its anchor, and its texts.
    static var name: String { get }
    static func view(_ page: Page) -> ViewObject
}
