import Foundation
import PoolStore
import Records

/// Runs nights one after the other as a command does: what each says on the terminal, its record, its mails, its exit code.
struct NightRunner {
    /// Which nights of a run make mails.
    enum Mailing { case each, latest, none }

    let workspace: Workspace
    var approvals: Set<Fuse> = []
    var dryRun = false
    var json = false
    var mailing = Mailing.latest

    /// - Throws: `ExitStatus` where a night did not end well or left remarks.
    func run(_ dates: [BusinessDate]) throws {
        guard let latest = dates.last else { return }
        var status = ExitStatus.done
        for date in dates {
            if dates.count > 1 { Console.note("The night for \(date):") }
            let night = try Night(
                workspace: workspace, date: date, latestDate: latest, approvals: approvals, writesFiles: !dryRun,
                makesMails: mailing == .each || (mailing == .latest && date == latest))
            let ending = try attempt(night)
            if ending != .done { status = ending }
        }
        if status != .done, !dryRun { throw status }
    }

    /// One night with everything that is told about it, whether it ends well or not.
    private func attempt(_ night: Night) throws -> ExitStatus {
        guard !dryRun else {
            try Pipeline(night: night).run()
            return try plan(night)
        }
        let heartbeat = Heartbeat(workspace: workspace)
        heartbeat.start()
        night.record.approved = approvals.map(\.rawValue).sorted()
        try night.record.begin(in: workspace.runs(night.date))
        do {
            try Pipeline(night: night).run()
            let status = try finish(night)
            tell(night, status, heartbeat)
            return status
        } catch {
            for error in night.fileErrors { Console.error(error.rendered) }
            let stop = error as? FuseStop
            let status = stop == nil ? ExitStatus(of: error) : .stoppedByFuse
            report(error, status, of: night)
            tell(night, status, heartbeat)
            guard let stop else { throw error }
            Console.error(stop.message)
            throw ExitStatus.stoppedByFuse
        }
    }

    private func plan(_ night: Night) throws -> ExitStatus {
        for error in night.fileErrors { Console.error(error.rendered) }
        for warning in night.warnings { Console.warning(warning) }
        try NightPlan(night: night).print(json: json)
        return .done
    }

    /// Keeps a record of a night that broke off and tells the administrators; what fails in that must not hide why.
    private func report(_ error: any Error, _ status: ExitStatus, of night: Night) {
        let stop = error as? FuseStop
        let message = stop.map { "fuse: \($0.fuse.rawValue)" } ?? "\(type(of: error))"
        night.record.warnings = night.warnings.count
        try? night.record.end(
            in: workspace.runs(night.date), status: stop == nil ? "failed" : "stopped", exitStatus: status,
            message: message)
        alert(
            night, stage: night.record.stages.last?.stage ?? "start",
            message: stop?.message ?? ExitStatus.words(for: error) ?? message)
    }

    private func alert(_ night: Night, stage: String, message: String) {
        guard !workspace.rules.mail.administrators.isEmpty else { return }
        do {
            try AlertMail(workspace: workspace).nightFailed(
                night.date, attempt: night.record.attempt, stage: stage, message: message)
            let dispatch = try Dispatch(workspace: workspace, approvals: [])
            _ = try Interruption.putOff { try dispatch.sendAlerts() }
        } catch {
            Console.warning("the administrators could not be told: \(ExitStatus.words(for: error) ?? "\(error)")")
        }
    }

    private func finish(_ night: Night) throws -> ExitStatus {
        for error in night.fileErrors { Console.error(error.rendered) }
        for warning in night.warnings { Console.warning(warning) }
        night.record.inputs = night.importedFiles.map {
            RunRecord.Input(file: $0.batch.file, sha256: $0.batch.digest, batch: $0.batch.id.rawValue)
        }
        let isClean =
            night.fileErrors.isEmpty && night.warnings.isEmpty
            && night.importedFiles.allSatisfy { $0.counts.rejected == 0 && $0.counts.pending == 0 }
        let status: ExitStatus =
            night.mailStop != nil ? .stoppedByFuse : isClean ? .done : .doneWithRemarks
        night.record.warnings = night.warnings.count
        try night.record.end(
            in: workspace.runs(night.date), status: "done", exitStatus: status,
            message: night.mailStop.map { "fuse: \($0.fuse.rawValue)" })
        try NightSummary(night: night).print(json: json)
        if let stop = night.mailStop {
            Console.error(stop.message)
            alert(night, stage: Stage.deliver.rawValue, message: stop.message)
        }
        return status
    }

    /// Tells those who watch over the nights.
    private func tell(_ night: Night, _ status: ExitStatus, _ heartbeat: Heartbeat) {
        heartbeat.end(status)
        guard let name = workspace.rules.operation.metricsFile else { return }
        let file = name.hasPrefix("/") ? URL(filePath: name) : workspace.folder.appending(path: name)
        let former = FileManager.default.contents(atPath: file.path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let mails = (try? night.store.outboxCounts(of: night.date)) ?? [:]
        let metrics = Metrics(record: night.record, status: status, endedAt: Clock.now(), mails: mails)
        do {
            try AtomicFiles.write(Array(metrics.text(former: former).utf8), to: file, mode: 0o644)
        } catch {
            Console.warning("the metrics could not be written to '\(file.path)'; the night is not concerned.")
        }
    }
}
