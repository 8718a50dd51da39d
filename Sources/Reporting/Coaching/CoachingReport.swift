import Records
import Rules

/// The page for managers who talk with their reps: where somebody differs from the team by more than chance, with one
/// thing to do about it, and funnel plots instead of league tables.
struct CoachingReport: Report {
    static func fileName(_ language: Rules.Language) -> String { "coaching.\(language.rawValue).html" }

    func files(_ night: Night, _ press: Press) throws(InputError) -> [ReportFile] {
        let measures = CoachingMeasures(night)
        let languages = night.rules.languages.isEmpty ? [.chinese] : night.rules.languages
        return languages.map { language in
            let page = press.page(night, language)
            return ReportFile(
                name: Self.fileName(language),
                text: press.print("coaching", CoachingPage(measures: measures, page: page).view))
        }
    }
}

/// The coaching page in one language.
struct CoachingPage {
    let measures: CoachingMeasures
    let page: Page
    /// Whether the reps' worklists lie beside the page.
    var linksWorklists = true

    private var words: Words { page.words }

    var view: ViewObject {
        var view = page.frame
        let message = message
        view["message"] = message.view
        view["links_worklists"] = .flag(linksWorklists)
        view["message_text"] = .text(message.text)
        view["teams"] = .list(measures.teams.map(team))
        return view
    }

    var message: Sentence {
        let reps = Set(measures.findings.map(\.rep)).count
        guard reps == 0 else {
            return words.sentence("coaching.message", ["reps": page.count("coached_reps", reps).part])
        }
        guard !measures.flags.isEmpty else { return words.sentence("coaching.message_none", [:]) }
        return words.sentence(
            "coaching.message_signs", ["signs": page.count("coaching_signs", measures.flags.count).part])
    }

    private func team(_ team: CoachingMeasures.Team) -> ViewObject {
        let findings = measures.findings.filter { team.members.contains($0.rep) }
        let flags = measures.flags.filter { team.members.contains($0.rep) }
        let plots = [CoachingMeasures.Metric.compliance, .conversion].compactMap { plot($0, team) }
        return [
            "team_name": .text(page.teamName(team.name)), "findings": .list(findings.map(line)),
            "has_findings": .flag(!findings.isEmpty), "plots": .list(plots.map { ["plot": $0.view] }),
            "has_plots": .flag(!plots.isEmpty), "is_alone": .flag(team.isAlone),
            "shares": table(of: team).view, "has_flags": .flag(!flags.isEmpty), "flags": .list(flags.map(flag)),
        ]
    }

    /// One finding as a sentence, with what to do about it and where the rep's list is.
    private func line(_ finding: CoachingMeasures.Finding) -> ViewObject {
        let metric = finding.metric.rawValue
        return [
            "line_rep": .text(page.night.reps.name(of: finding.rep)), "line_is_better": .flag(finding.isBetter),
            "line_text": words.sentence(
                "coaching.\(metric)",
                [
                    "share": page.percent("coaching_\(metric)", finding.share.value).part,
                    "n": page.count("coaching_\(metric)_n", finding.share.total).part,
                    "interval": .text(page.format.interval(finding.share.wilson)),
                    "team": page.percent("coaching_\(metric)_team", finding.team.value).part,
                ]
            ).view,
            "line_action": .text(
                words(finding.isBetter ? "coaching.\(metric).better" : "coaching.\(metric).worse")),
            "line_link": .text(WorklistReport.fileName(finding.rep)),
        ]
    }

    private func flag(_ flag: CoachingMeasures.Flag) -> ViewObject {
        [
            "line_rep": .text(page.night.reps.name(of: flag.rep)),
            "line_text": words.sentence(
                "sign.\(flag.sign.rawValue)",
                [
                    "count": page.count("sign_\(flag.sign.rawValue)", flag.share.count).part,
                    "n": page.count("sign_\(flag.sign.rawValue)_n", flag.share.total).part,
                    "share": .text(page.format.percent(flag.share.value)),
                    "days": .text(String(CoachingMeasures.reclaimDays)),
                ]
            ).view, "line_link": .text(WorklistReport.fileName(flag.rep)),
        ]
    }

    private func plot(_ metric: CoachingMeasures.Metric, _ team: CoachingMeasures.Team) -> FunnelPlot? {
        guard let mean = team.shares[metric]?.value, team.members.count > 1 else { return nil }
        let points = team.members.compactMap { rep in
            measures.shares[rep]?[metric].map { FunnelPlot.Point(name: page.night.reps.name(of: rep), share: $0) }
        }.filter { $0.share.total > 0 }
        guard points.count > 1 else { return nil }
        return FunnelPlot(
            title: words("coaching.plot.\(metric.rawValue)"), points: points, mean: mean,
            limitNames: ["95%", "99.8%"], countLabel: words("coaching.count.\(metric.rawValue)"))
    }

    /// The figures behind the plots, by name: no league table.
    private func table(of team: CoachingMeasures.Team) -> Table {
        func cells(_ metric: CoachingMeasures.Metric, _ rep: RepID) -> [Table.Cell] {
            let share = measures.shares[rep]?[metric] ?? Proportion(0, of: 0)
            return [
                Table.Cell("\(page.format.count(share.count)) / \(page.format.count(share.total))"),
                Table.Cell(page.percent("coaching_share_\(metric.rawValue)", share.value)),
            ]
        }
        return page.table(
            "coaching",
            [("rep", .name)]
                + CoachingMeasures.Metric.allCases.flatMap {
                    [("coaching_\($0.rawValue)", .number), ("share", .number)]
                },
            team.members.map { rep in
                [page.rep(rep)] + CoachingMeasures.Metric.allCases.flatMap { cells($0, rep) }
            }, limit: 120)
    }
}
