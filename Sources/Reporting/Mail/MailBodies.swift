import Records
import Rules

/// What a mail says, before it is wrapped for sending: the same numbers as plain text and as HTML.
package struct MailBody: Sendable, Equatable {
    package var subject: String
    package var text: String
    /// Inline styles and tables only, so that it survives mail programs; at most 80 KB.
    package var html: String
}

/// A rep's mail, and the worklist page that belongs to it.
package struct WorklistMail: Sendable {
    package var rep: Rep
    /// The page's name in out/<date>/.
    package var file: String
    /// Whether there is nothing on the list: nothing due, kept, received, recycled or refused.
    package var isEmpty: Bool
    package var body: MailBody
}

/// The coaching mail of somebody who leads reps, and the page with those reps' figures.
package struct CoachingMail: Sendable {
    /// The lead's address, as the roster gives it.
    package var lead: String
    package var page: ReportFile
    package var body: MailBody
}

/// The mails of a night, in the workspace's first language. Pure, like `Reports`.
package enum MailBodies {
    /// Rows of a table in a mail at most; the page has more, the CSV has all.
    static let rowLimit = 20

    package static func management(
        _ night: Night, templates: TemplateLibrary = .builtIn
    ) throws(InputError) -> MailBody {
        let press = try Press(templates, rules: night.rules)
        let page = press.page(night, night.rules.firstLanguage)
        var view = ManagementReport.view(page)
        var tables = [page.complianceTable(limit: .max)]
        if !page.night.actions.kept.isEmpty { tables.insert(page.keptTable(limit: .max), at: 0) }
        tables.append(page.recycledTable(limit: .max))
        view["tables"] = .list(tables.map { ["table": $0.limited(to: rowLimit, page).inMail(page).view] })
        let actions = ActionSection.view(page)
        view["tasks"] = actions["tasks"]
        view["has_tasks"] = actions["has_tasks"]
        return body(
            view, press, template: "mail/management",
            subject: page.words(
                "mail.management.subject", ["date": page.night.date.description, "message": page.message.text]))
    }

    package static func worklists(
        _ night: Night, templates: TemplateLibrary = .builtIn
    ) throws(InputError) -> [WorklistMail] {
        let press = try Press(templates, rules: night.rules)
        return WorklistReport.worklists(night, press).map { worklist in
            let rep = worklist.standing.rep
            var view = worklist.view
            view["tables"] = .list(
                worklist.tables.map { ["table": $0.limited(to: rowLimit, worklist.page).inMail(worklist.page).view] })
            return WorklistMail(
                rep: rep, file: WorklistReport.fileName(rep.id), isEmpty: !worklist.index.hasContent(rep.id),
                body: body(
                    view, press, template: "mail/worklist",
                    subject: worklist.page.words(
                        "mail.worklist.subject",
                        ["date": night.date.description, "message": worklist.message.text])))
        }
    }

    /// One for each lead (`manager_email` of the roster) with a rep who stands out; sorted by address.
    package static func coaching(
        _ night: Night, templates: TemplateLibrary = .builtIn
    ) throws(InputError) -> [CoachingMail] {
        let press = try Press(templates, rules: night.rules)
        let page = press.page(night, night.rules.firstLanguage)
        let whole = CoachingMeasures(page.night)
        let led = night.facts.reps.map(\.rep).reduce(into: [String: Set<RepID>]()) { led, rep in
            if let lead = rep.managerEmail { led[lead, default: []].insert(rep.id) }
        }
        return led.sorted { $0.key.isOrderedBefore($1.key) }.compactMap { lead, reps in
            let measures = whole.restricted(to: reps)
            guard !measures.findings.isEmpty || !measures.flags.isEmpty else { return nil }
            let coaching = CoachingPage(measures: measures, page: page, linksWorklists: false)
            var view = coaching.view
            view["tiles"] = .list([])
            let file = ReportFile(
                name: CoachingReport.fileName(night.rules.firstLanguage), text: press.print("coaching", coaching.view))
            return CoachingMail(
                lead: lead, page: file,
                body: body(
                    view, press, template: "mail/coaching",
                    subject: page.words(
                        "mail.coaching.subject",
                        ["date": page.night.date.description, "message": coaching.message.text])))
        }
    }

    private static func body(_ view: ViewObject, _ press: Press, template: String, subject: String) -> MailBody {
        MailBody(
            subject: Readable.text(subject), text: press.print(template + ".text", view),
            html: press.print(template, view))
    }
}

extension Table {
    /// Without columns of pictures, which mails cannot show, and without the team, for which a phone has no room.
    func inMail(_ page: Page) -> Table {
        var table = self
        let team = page.words("column.team")
        let kept = columns.indices.filter { columns[$0].kind != .graphic && columns[$0].title != team }
        table.columns = kept.map { columns[$0] }
        table.rows = rows.map { row in kept.filter { $0 < row.count }.map { row[$0] } }
        return table
    }

    func limited(to limit: Int, _ page: Page) -> Table {
        guard rows.count > limit else { return self }
        var table = self
        table.rows = Array(rows.prefix(limit))
        table.shown = page.words("shown.mail", ["shown": page.format.count(limit), "total": page.format.count(total)])
        return table
    }
}
