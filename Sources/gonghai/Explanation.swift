import Allocation
import Records
import Rules

/// A customer's dossier in words, for `explain`.
struct Explanation {
    let dossier: Dossier
    let holding: Holding?
    let workspace: Workspace
    let reps: RepNames

    private var zone: Zone { workspace.zone }
    private var customer: Customer { dossier.customer }

    var text: String {
        [
            heading, section("What it is", facts), section("Industry", industry),
            section("Size", [customer.size.reason]), section("Level", level),
            section("Where it comes from", records), section("Who held it", spells), section("Deadline", deadline),
            section("Decisions, newest first", decisions), section("Ledger", events),
        ].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var heading: String {
        let hold = dossier.summary.hold.map { ", \($0.text)" } ?? ""
        let owner = dossier.spells.first { $0.endedAt == nil }.map { ", with \(reps.name($0.rep))" } ?? ""
        return "\(dossier.summary.id)  \(customer.name)\n\(dossier.summary.status.rawValue)\(owner)\(hold)"
    }

    private func section(_ title: String, _ lines: [String]) -> String {
        lines.isEmpty ? "" : ([title] + lines.map { "  " + $0 }).joined(separator: "\n")
    }

    private var facts: [String] {
        let values: [(String, String?)] = [
            ("credit code", customer.creditCode),
            ("industry", customer.industry.section.map { $0 + (customer.industry.division ?? "") }),
            ("size", customer.size.sizeClass.rawValue), ("level", customer.level?.rawValue),
            ("needs", customer.needs.isEmpty ? nil : customer.needs.joined(separator: ", ")),
            ("employees", customer.employees?.text),
            ("revenue", customer.revenue.map { "\($0.majorUnits) \($0.currency)" }),
            ("assets", customer.assets.map { "\($0.majorUnits) \($0.currency)" }),
            ("value", customer.value.map { "\($0.majorUnits) \($0.currency)" }),
            ("country", customer.country),
            ("region", [customer.province, customer.city, customer.county].compactMap { $0 }.joined(separator: " ")),
            ("address", customer.address), ("contact", customer.contact), ("mobile", customer.mobile),
            ("phone", customer.phone),
            ("e-mail", customer.email), ("website", customer.website), ("source", customer.leadSource),
        ]
        let filled = values.filter { !($0.1 ?? "").isEmpty }
        let width = filled.map(\.0.count).max() ?? 0
        return filled.map { "\($0.0)\(String(repeating: " ", count: width - $0.0.count))  \($0.1 ?? "")" }
    }

    private var industry: [String] {
        guard !customer.industry.evidence.isEmpty else {
            return ["unknown: no code, picklist value or telling word was found"]
        }
        let industry = customer.industry
        let verdict =
            industry.section.map {
                "\($0)\(industry.division ?? "") with confidence \(fourDecimals(industry.confidence)), because:"
            }
            ?? "unknown: not sure enough. A person may say it:  gonghai classify \(dossier.summary.id) --industry CODE"
        return [verdict]
            + industry.evidence.map { piece in
                "- \(piece.kind.rawValue) in \(piece.field.rawValue): '\(piece.found)' speaks for \(piece.speaksFor)"
                    + ", weight \(fourDecimals(piece.weight))"
            }
    }

    /// Nothing where there is no rule to explain.
    private var level: [String] {
        if let reason = customer.levelReason { return [reason] }
        guard workspace.rules.level != nil else { return [] }
        return [
            customer.level == nil ? "nothing is known that gives points" : "given by a list, which wins over points"
        ]
    }

    private var records: [String] {
        dossier.records.flatMap { record in
            let certainty = record.match.probability.map { " (probability \(fourDecimals($0)))" } ?? ""
            let rule = record.match.rule.map { ", joined by \($0.rawValue)\(certainty)" } ?? ""
            let cells = record.batch.header.enumerated().filter { !record.cells.utf8($0.offset).isEmpty }
                .map { "    \($0.element): \(record.cells[$0.offset].replacing("\n", with: "\n      "))" }
            let flags = record.flags.map { "  ! \($0.field.rawValue): \($0.message)" }
            return ["\(record.key)  \(record.batch.file):\(record.line)\(rule)"] + flags + cells
        }
    }

    private var spells: [String] {
        dossier.spells.map { spell in
            let end = spell.endedAt.map { "until \(zone.iso($0)), \(spell.endReason?.rawValue ?? "")" } ?? "still open"
            return "\(reps.nameWithAliases(spell.rep))  \(spell.kind.rawValue) from \(zone.iso(spell.startedAt)) \(end)"
        }
    }

    private var deadline: [String] {
        guard let holding else { return [] }
        let rules = workspace.rules.followUp
        let deadline = FollowUpClock.deadline(of: holding, rules: rules, calendar: .china, zone: zone)
        let duty = FollowUpClock.duty(with: deadline, rules: rules, calendar: .china)
        let version = workspace.rules.version.map {
            "by version \($0.number) of the rules, in force since \($0.effectiveOn) (\($0.digest.prefix(8)))"
        }
        return [DecisionDetail.words(of: duty, in: .english), version].compactMap { $0 }
    }

    private var decisions: [String] {
        dossier.decisions.flatMap { run, decision in
            let rep = decision.rep.map { " \(reps.name($0))" } ?? ""
            let granted = decision.isGranted ? "" : " not"
            let strategy = decision.strategy.map { " by \($0.rawValue)" } ?? ""
            let head =
                "\(run)  \(decision.kind.rawValue)\(granted) done\(rep)\(strategy): \(decision.reason.rawValue), \(decision.detail.words(in: .english, naming: reps.name))"
            let eligible = decision.eligible.map { candidate in
                let chance = candidate.probability.map { ", chance \(fourDecimals($0))" } ?? ""
                let score = candidate.score.map { ", would bring \(fourDecimals($0))" } ?? ""
                return "  could have had it: \(reps.name(candidate.rep))\(chance)\(score)"
            }
            let rejected = decision.rejected.map {
                "  could not: \(reps.name($0.rep)), \($0.reason.rawValue), \($0.detail.words(in: .english, naming: reps.name))"
            }
            return [head] + eligible + rejected
        }
    }

    private var events: [String] {
        dossier.events.map { numbered in
            let event = numbered.event
            let rep = event.rep.map { " \($0)" } ?? ""
            return "\(numbered.sequence)  \(event.businessDate)  \(event.kind.rawValue)\(rep)"
        }
    }

    private func fourDecimals(_ value: Double) -> String {
        let scaled = Int((value * 10_000).rounded())
        return "\(scaled / 10_000).\(padded(scaled % 10_000, 4))"
    }
}

extension Explanation {
    struct JSON: Encodable {
        struct Source: Encodable {
            var source, external_id, file: String
            var line: Int
            var match_rule: String
            var values: [String: String]
            var flags: [[String: String]]
        }
        struct Held: Encodable { var rep_id, kind, started_at, ended_at, end_reason: String }
        struct Candidate: Encodable { var rep: String; var score, probability: Double?; var value: String? }
        struct Rejection: Encodable { var rep, reason, detail: String }
        struct Verdict: Encodable {
            var run, kind, rep, strategy, reason, detail: String
            var granted: Bool
            var eligible: [Candidate]
            var rejected: [Rejection]
        }

        var customer_id, name, status, owner, hold, deadline: String
        var industry_section, industry_division: String
        var industry_confidence: Double
        var evidence: [[String: String]]
        var size, size_reason, level, level_reason: String
        var sources: [Source]
        var spells: [Held]
        var decisions: [Verdict]
        /// Of the last run that decided about it.
        var eligible: [Candidate]
        var rejected: [Rejection]
    }

    var json: JSON {
        let verdicts = dossier.decisions.map { run, decision in
            JSON.Verdict(
                run: run, kind: decision.kind.rawValue, rep: decision.rep?.rawValue ?? "",
                strategy: decision.strategy?.rawValue ?? "", reason: decision.reason.rawValue,
                detail: decision.detail.text,
                granted: decision.isGranted,
                eligible: decision.eligible.map {
                    JSON.Candidate(
                        rep: $0.rep.rawValue, score: $0.score, probability: $0.probability, value: $0.value?.majorUnits)
                },
                rejected: decision.rejected.map {
                    JSON.Rejection(rep: $0.rep.rawValue, reason: $0.reason.rawValue, detail: $0.detail.text)
                })
        }
        return JSON(
            customer_id: dossier.summary.id.rawValue, name: customer.name, status: dossier.summary.status.rawValue,
            owner: holding?.spell.rep.rawValue ?? dossier.spells.first { $0.endedAt == nil }?.rep.rawValue ?? "",
            hold: dossier.summary.hold?.text ?? "",
            deadline: holding.map { Deadlines(workspace: workspace).deadline(of: $0).description } ?? "",
            industry_section: customer.industry.section ?? "", industry_division: customer.industry.division ?? "",
            industry_confidence: customer.industry.confidence,
            evidence: customer.industry.evidence.map {
                [
                    "kind": $0.kind.rawValue, "field": $0.field.rawValue, "found": $0.found, "speaks_for": $0.speaksFor,
                    "weight": fourDecimals($0.weight),
                ]
            },
            size: customer.size.sizeClass.rawValue, size_reason: customer.size.reason,
            level: customer.level?.rawValue ?? "", level_reason: customer.levelReason ?? "", sources: sources,
            spells: held,
            decisions: verdicts, eligible: verdicts.first?.eligible ?? [], rejected: verdicts.first?.rejected ?? [])
    }

    private var sources: [JSON.Source] {
        dossier.records.map { record in
            let values = record.batch.header.enumerated().map { ($0.element, record.cells[$0.offset]) }.filter {
                !$0.1.isEmpty
            }
            return JSON.Source(
                source: record.key.source, external_id: record.key.externalID, file: record.batch.file,
                line: record.line,
                match_rule: record.match.rule?.rawValue ?? "",
                values: Dictionary(values, uniquingKeysWith: { first, _ in first }),
                flags: record.flags.map {
                    ["field": $0.field.rawValue, "code": $0.code.rawValue, "message": $0.message]
                })
        }
    }

    private var held: [JSON.Held] {
        dossier.spells.map {
            JSON.Held(
                rep_id: $0.rep.rawValue, kind: $0.kind.rawValue, started_at: zone.iso($0.startedAt),
                ended_at: $0.endedAt.map(zone.iso) ?? "", end_reason: $0.endReason?.rawValue ?? "")
        }
    }
}
