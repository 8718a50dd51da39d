import Foundation
import Records

/// How the last night went, for Prometheus: a file for the textfile collector of node_exporter, replaced as a whole.
struct Metrics {
    let record: RunRecord
    let status: ExitStatus
    let endedAt: Instant
    /// Mails of the night by state.
    let mails: [OutboxMail.State: Int]

    /// `former`: what the file held, from which the last success is kept when this night is none.
    func text(former: String) -> String {
        let success = "gonghai_last_success_timestamp_seconds"
        let kept = former.split(separator: "\n").first { $0.hasPrefix(success + " ") }?.split(separator: " ").last
        let isSuccess = status.rawValue <= 1
        var lines = Lines()
        lines.add("gonghai_last_attempt_timestamp_seconds", "When the last night ended.", "\(endedAt.epochSeconds)")
        if let time = isSuccess ? "\(endedAt.epochSeconds)" : kept.map(String.init) {
            lines.add(success, "When the last night ended that was completed.", time)
        }
        lines.add("gonghai_last_exit_status", "Exit code of the last night.", "\(status.rawValue)")
        lines.add("gonghai_night_duration_seconds", "How long the last night took.", "\(record.seconds)")
        lines.add(
            "gonghai_stage_duration_seconds", "How long each stage of the last night took.",
            record.stages.map { (["stage": $0.stage], "\($0.seconds)") })
        lines.add(
            "gonghai_stage_count", "What each stage of the last night counted.",
            record.stages.flatMap { stage in
                stage.counts.sorted { $0.key < $1.key }.map { (["stage": stage.stage, "what": $0.key], "\($0.value)") }
            })
        lines.add(
            "gonghai_mails", "Mails of the last night by state.",
            OutboxMail.State.allCases.map { (["state": $0.rawValue], "\(mails[$0] ?? 0)") })
        return lines.text
    }

    private struct Lines {
        var text = ""

        mutating func add(_ name: String, _ help: String, _ value: String) { add(name, help, [([:], value)]) }

        mutating func add(_ name: String, _ help: String, _ samples: [(labels: [String: String], value: String)]) {
            guard !samples.isEmpty else { return }
            text += "# HELP \(name) \(help)\n# TYPE \(name) gauge\n"
            for sample in samples {
                let labels = sample.labels.sorted { $0.key < $1.key }.map { "\($0.key)=\"\($0.value)\"" }
                text += name + (labels.isEmpty ? "" : "{\(labels.joined(separator: ","))}") + " \(sample.value)\n"
            }
        }
    }
}
