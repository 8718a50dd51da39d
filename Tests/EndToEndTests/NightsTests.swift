import Foundation
import Records
import TestSupport
import Testing

@testable import gonghai

@Suite("Nights that were missed, and what is told about nights")
struct NightsTests {
    /// The sample company after its first night, its lists not coming any more.
    private static func paused(_ rules: String) throws -> TemporaryFolder {
        let folder = try SampleWorkspace.afterNight()
        try FileManager.default.removeItem(at: folder.url.appending(path: "inbox"))
        try folder.write(
            try folder.text("gonghai.yaml") + rules + "\nfeeds: {follow_ups: none}\n", to: "gonghai.yaml")
        return folder
    }

    private static func dates(of names: some Collection<String>) -> Set<String> {
        Set(names.map { String($0.prefix(10)) })
    }

    @Test("five days off, then one start: five nights in order, reports for each, mails for the latest or for each")
    func catchUp() throws {
        let days = (24...28).map { "2026-11-\($0)" }
        for (policy, mailed) in [("latest", [days[4]]), ("each", days)] {
            let folder = try Self.paused("  catch_up: \(policy)\n  maximum_recipients: 1000")
            let before = try Set(folder.files(under: "outbox").keys)
            let start = try folder.gonghai(at: "2026-11-29 02:00:00", "run")
            #expect(start.status <= 1, "\(start.errors)")
            let announced = start.errors.split(separator: "\n").filter { $0.hasPrefix("The night for ") }
            #expect(announced.map { String($0.dropFirst(14).prefix(10)) } == days)
            #expect(try Self.dates(of: folder.files(under: "out").keys) == Set(days + [SampleWorkspace.date]))
            let new = try Set(folder.files(under: "outbox").keys).subtracting(before)
            #expect(Self.dates(of: new) == Set(mailed))

            let files = try (folder.files(under: "out"), folder.files(under: "outbox"))
            #expect(try folder.gonghai(at: "2026-11-29 03:00:00", "run").output.contains("done already"))
            #expect(try (folder.files(under: "out"), folder.files(under: "outbox")) == files)
            #expect(try folder.gonghai("verify").status == 0)
        }
    }

    @Test("a backfill runs its nights and mails nobody unless told")
    func backfill() throws {
        let folder = try Self.paused("")
        let before = try folder.files(under: "outbox")
        let result = try folder.gonghai("backfill", "--from", "2026-11-20", "--to", "2026-11-24")
        #expect(result.status <= 1, "\(result.errors)")
        #expect(try Self.dates(of: folder.files(under: "out").keys).count == 5)
        #expect(try folder.files(under: "outbox") == before)
        #expect(try folder.gonghai("backfill", "--from", "2026-11-25", "--to", "2026-11-24").status == 64)
    }

    @Test("the same night gives the same bytes whatever the clock says: summer time, 29 February, week 53")
    func clocks() throws {
        var outputs: [[String: Data]] = []
        for (moment, zone) in [
            ("2026-11-24 02:00:00", "UTC"), ("2027-03-28 01:59:58", "Europe/Berlin"),
            ("2028-02-29 23:59:58", "America/New_York"),
            ("2026-12-31 12:00:00", "Asia/Kolkata"),
        ] {
            let folder = try SampleWorkspace.make()
            let night = try folder.gonghai(at: moment, in: zone, "run", "--date", SampleWorkspace.date)
            #expect(night.status == 1, "\(night.errors)")
            outputs.append(try folder.files(under: "out").merging(folder.files(under: "outbox")) { $1 })
        }
        for output in outputs.dropFirst() { #expect(output == outputs[0]) }
    }

    @Test("the record of an attempt says what was done, when, with which inputs; runs lists and compares them")
    func records() throws {
        let folder = try SampleWorkspace.afterNight()
        let data = Data(try folder.text("runs/2026-11-23/1.json").utf8)
        let record = try #require(RunRecord(json: data))
        #expect(record.status == "done" && record.exitStatus == 1 && record.seconds > 0)
        #expect(record.stages.map(\.stage) == Stage.allCases.map(\.rawValue))
        #expect(record.stages.allSatisfy { $0.status == "done" && $0.startedAt.hasSuffix("Z") })
        #expect(record.inputs.count == 11 && record.inputs.allSatisfy { $0.sha256.count == 64 })
        #expect((record.count("sent", of: "deliver") ?? 0) > 5)

        _ = try folder.gonghai("backfill", "--from", "2026-11-22", "--to", "2026-11-22")
        let list = try folder.gonghai("runs").output.split(separator: "\n")
        #expect(list.count == 3 && list[1].hasPrefix("2026-11-22") && list[2].hasPrefix("2026-11-23"))
        let comparison = try folder.gonghai("runs", "2026-11-22", "2026-11-23").output
        #expect(comparison.contains("difference") && comparison.contains("allocated"))
        #expect(try folder.gonghai("runs", "2026-11-01").status == 2)
    }

    @Test("metrics end in a line break, keep the last success over a failure, and are replaced as a whole")
    func metrics() throws {
        var record = RunRecord(date: try #require(BusinessDate(iso: "2026-11-23")), rulesDigest: "r")
        try record.time(.recycle) { ["recycled": 3] }
        func text(_ status: gonghai.ExitStatus, at: Int64, former: String) -> String {
            Metrics(record: record, status: status, endedAt: Instant(epochSeconds: at), mails: [.sent: 2]).text(
                former: former)
        }
        let good = text(.doneWithRemarks, at: 100, former: "")
        #expect(good.hasSuffix("\n") && good.contains("\ngonghai_last_success_timestamp_seconds 100\n"))
        #expect(good.contains("gonghai_stage_count{stage=\"recycle\",what=\"recycled\"} 3\n"))
        #expect(good.contains("gonghai_mails{state=\"sent\"} 2\n"))
        let bad = text(.inputOutput, at: 200, former: good)
        #expect(bad.contains("\ngonghai_last_success_timestamp_seconds 100\n"))
        #expect(
            bad.contains("\ngonghai_last_attempt_timestamp_seconds 200\n")
                && bad.contains("gonghai_last_exit_status 74\n"))

        let folder = try Self.paused("operation: {metrics_file: m.prom}")
        _ = try folder.gonghai("run", "--date", SampleWorkspace.date)
        #expect(try folder.text("m.prom").contains("gonghai_night_duration_seconds "))
        let mode = try FileManager.default.attributesOfItem(atPath: folder.url.appending(path: "m.prom").path)[
            .posixPermissions]
        #expect(mode as? Int == 0o644)
    }

    @Test("log lines are JSON objects with the personal data masked")
    func logs() throws {
        nonisolated(unsafe) var lines: [String] = []
        var log = JSONLog(now: { "2026-11-24T00:00:00Z" })
        log.write = { lines.append($0) }
        log.log(
            event: .init(
                level: .warning, message: "call 13800138000 or wang.li@acme.com, id 110101199003071234",
                metadata: ["to": "li@acme.com"], source: "", file: "", function: "", line: 0))
        #expect(
            lines == [
                #"{"level":"warning","logger":"gonghai","message":"call 138****8000 or w***@acme.com, id 110****1234","time":"2026-11-24T00:00:00Z","to":"l***@acme.com"}"#
            ])
    }

    @Test("the environment asks for JSON, and every line on stderr is an object then")
    func jsonLines() throws {
        let folder = try SampleWorkspace.make()
        let process = Process()
        process.executableURL = CommandLineTool.executable
        process.arguments = ["run", "--date", SampleWorkspace.date]
        process.currentDirectoryURL = folder.url
        process.environment = ProcessInfo.processInfo.environment.merging(["GONGHAI_LOG_FORMAT": "json"]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        let file = folder.url.appending(path: ".log")
        _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        process.standardError = try FileHandle(forWritingTo: file)
        try process.run()
        process.waitUntilExit()
        let lines = try folder.text(".log").split(separator: "\n")
        let objects = try lines.map { try JSONDecoder().decode([String: String].self, from: Data($0.utf8)) }
        #expect(objects.compactMap { $0["stage"] } == Stage.allCases.map(\.rawValue))
        #expect(objects.contains { $0["level"] == "warning" })
        #expect(objects.allSatisfy { $0["message"]?.contains("liu.yang@") != true })
    }
}
