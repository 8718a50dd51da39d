import Records
import Rules

/// One page that a dispute about a customer can be settled by: who had it when, the last deadlines day by day, the rule and
/// its version, and who could and could not have been given it.
struct CustomerPage {
    let story: CustomerStory
    let page: Page

    private var words: Words { page.words }
    private var dossier: Dossier { story.dossier }
    private var names: [RepID: String] {
        Dictionary(story.reps.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    private func name(_ rep: RepID) -> String { names[rep] ?? rep.rawValue }

    var view: ViewObject {
        var view = page.frame
        view["message_text"] = .text(dossier.customer.name)
        view["customer_name"] = .text(dossier.customer.name)
        view["customer_id"] = .text(dossier.summary.id.rawValue)
        view["status_text"] = .text(status)
        view["version_text"] = .text(version)
        view["rules_text"] = .list(rules.map { ["rule_title": .text($0.title), "rule_text": .text($0.text)] })
        view["tables"] = .list(([spells] + story.clocks.map(clock) + decisions).map { ["table": $0.view] })
        return view
    }

    private var status: String {
        let status = page.named("status", dossier.summary.status.rawValue)
        let owner = dossier.spells.first { $0.endedAt == nil }.map { words("customer.with", ["rep": name($0.rep)]) }
        return [status, owner].compactMap { $0 }.joined(separator: words("customer.comma"))
    }

    private var version: String {
        guard let version = page.night.rules.version else { return "" }
        return words(
            "customer.version",
            [
                "number": String(version.number), "date": version.effectiveOn.description,
                "digest": String(version.digest.prefix(8)),
            ])
    }

    /// What a deadline and a return follow from.
    private var rules: [RuleSentence] {
        let topics: [RuleTopic] = [.deadline, .deals, .exceptions, .reminder, .recycling, .exemptions, .coolingOff]
        return page.night.rules.sentences(in: page.format.language).filter { $0.topic.map(topics.contains) ?? false }
    }

    // MARK: Owners

    private var spells: Table {
        page.table(
            "customer_spells",
            [("rep", .name), ("how", .text), ("held_since", .date), ("until", .date), ("end", .text)],
            dossier.spells.reversed().map { spell in
                [
                    Table.Cell(name(spell.rep)), Table.Cell(page.named("spell", spell.kind.rawValue)),
                    Table.Cell(page.format.time(spell.startedAt)),
                    Table.Cell(spell.endedAt.map(page.format.time) ?? ""),
                    Table.Cell(spell.endReason.map { page.named("customer_end", $0.rawValue) } ?? ""),
                ]
            })
    }

    // MARK: The clock

    private func clock(_ clock: CustomerStory.Clock) -> Table {
        let days = clock.days.map { (day: $0, happened: happenings(on: $0.date, clock)) }
            // Every day up to the deadline; of later ones those on which something happened.
            .filter { $0.day.date <= clock.duty.deadline.date || !$0.happened.isEmpty }
        var table = page.table(
            "customer_clock", [("date", .date), ("day_number", .number), ("what_happened", .text)],
            days.map { day, happened in
                [
                    Table.Cell(page.format.prose(day.date)), Table.Cell(number(of: day, in: clock)),
                    Table.Cell(happened.joined(separator: words("customer.semicolon"))),
                ]
            }, limit: 120)
        table.caption = words("customer.clock_of", ["rep": name(clock.spell.rep)])
        table.note = DecisionDetail.words(of: clock.duty, in: page.format.language)
        return table
    }

    private func number(of day: CustomerStory.Day, in clock: CustomerStory.Clock) -> String {
        let deadline = clock.duty.deadline.date
        if day.date > deadline { return words("customer.overdue", ["days": String(day.date - deadline)]) }
        guard let number = day.number else { return words("customer.no_workday") }
        return "\(number) / \(clock.duty.days)"
    }

    private func happenings(on date: BusinessDate, _ clock: CustomerStory.Clock) -> [String] {
        let told = dossier.events.map(\.event).filter { event in
            page.format.zone.date(of: event.at) == date && words.has("event.\(event.kind.rawValue)")
        }.map { event in
            var text = words("event.\(event.kind.rawValue)")
            if let rep = event.rep, rep != clock.spell.rep { text = "\(text) (\(name(rep)))" }
            guard event.kind == .followedUp else { return text }
            let time = String(page.format.time(event.at).suffix(5))
            let doesCount = event.payload["counts"] != "false" && event.rep == clock.spell.rep
            return doesCount ? "\(time) \(text)" : "\(time) \(text) \(words("customer.does_not_count"))"
        }
        return told + (date == clock.duty.deadline.date ? [words("customer.deadline")] : [])
    }

    // MARK: Decisions

    private var decisions: [Table] {
        let told = dossier.decisions
        var table = page.table(
            "customer_decisions",
            [("run", .date), ("decided", .text), ("rep", .name), ("reason", .text), ("detail", .detail)],
            told.map { run, decision in
                [
                    Table.Cell(run),
                    Table.Cell(words("decision.\(decision.kind.rawValue)\(decision.isGranted ? "" : ".not")")),
                    Table.Cell(decision.rep.map(name) ?? ""), Table.Cell(page.reason(decision.reason)),
                    detail(decision.detail),
                ]
            }, limit: 60)
        table.note = nil
        guard let last = told.first(where: { !$0.decision.rejected.isEmpty }) else { return [table] }
        return [table, candidates(of: last.decision, on: last.run)]
    }

    /// Who could have been given it, and who could not and why, the last time it was offered.
    private func candidates(of decision: Decision, on run: String) -> Table {
        let could = decision.eligible.map { candidate in
            [Table.Cell(name(candidate.rep)), Table.Cell(words("customer.could")), Table.Cell("")]
        }
        let couldNot = decision.rejected.map { rejection in
            [Table.Cell(name(rejection.rep)), Table.Cell(page.reason(rejection.reason)), detail(rejection.detail)]
        }
        var table = page.table(
            "customer_candidates", [("rep", .name), ("reason", .text), ("detail", .detail)], could + couldNot,
            limit: 120)
        table.caption = words("customer.candidates_on", ["date": run])
        return table
    }

    private func detail(_ detail: DecisionDetail) -> Table.Cell {
        Table.Cell(detail.words(in: page.format.language, naming: name))
    }
}

extension Reports {
    /// The page about one customer, as it stands at the end of `date`.
    package static func customerPage(
        _ story: CustomerStory, on date: BusinessDate, rules: Rules, language: Rules.Language,
        templates: TemplateLibrary = .builtIn, version: String
    ) throws(InputError) -> [UInt8] {
        let press = try Press(templates, rules: rules)
        let night = Night(NightFacts(date: date, asOf: story.asOf), rules: rules, version: version)
        let page = CustomerPage(story: story, page: press.page(night, language))
        return Array(press.print("customer", page.view).utf8)
    }
}
