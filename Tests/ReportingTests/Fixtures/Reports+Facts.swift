import Records
import Rules

@testable import Reporting

// Straight from facts to files, as tests ask for them.

extension Reports {
    static func render(
        _ facts: NightFacts, rules: Rules, templates: TemplateLibrary = .builtIn, version: String
    ) throws -> [ReportFile] {
        try render(Night(facts, rules: rules, version: version), templates: templates)
    }

    static func render(
        _ period: PeriodFacts, of facts: NightFacts, rules: Rules, version: String
    ) throws -> [ReportFile] {
        try render(period, of: Night(facts, rules: rules, version: version))
    }

    static func headline(
        _ facts: NightFacts, rules: Rules, version: String
    ) throws -> [(label: String, value: String)] {
        try headline(Night(facts, rules: rules, version: version), in: rules.firstLanguage)
    }
}

extension MailBodies {
    static func management(_ facts: NightFacts, rules: Rules, version: String) throws -> MailBody {
        try management(Night(facts, rules: rules, version: version))
    }

    static func coaching(_ facts: NightFacts, rules: Rules, version: String) throws -> [CoachingMail] {
        try coaching(Night(facts, rules: rules, version: version))
    }

    static func worklists(_ facts: NightFacts, rules: Rules, version: String) throws -> [WorklistMail] {
        try worklists(Night(facts, rules: rules, version: version))
    }
}
