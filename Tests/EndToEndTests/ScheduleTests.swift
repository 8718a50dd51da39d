import Foundation
import Records
import TestSupport
import Testing

@testable import gonghai

@Suite("When nights are due")
struct NightClockTests {
    private static func clock(_ zone: String, _ time: String) throws -> NightClock {
        let parts = time.split(separator: ":").compactMap { Int($0) }
        return NightClock(zone: try #require(Zone(named: zone)), secondOfDay: parts[0] * 3600 + parts[1] * 60)
    }

    private static func utc(_ text: String) throws -> Instant {
        try #require(Zone(named: "UTC")?.instant(isoLocal: text))
    }

    @Test("yesterday's night is due from its time on, the one before until then")
    func plain() throws {
        let clock = try Self.clock("Asia/Shanghai", "01:30")
        #expect(try clock.dueNight(now: Self.utc("2026-11-23T17:29:59")) == BusinessDate(iso: "2026-11-22"))
        #expect(try clock.dueNight(now: Self.utc("2026-11-23T17:30:00")) == BusinessDate(iso: "2026-11-23"))
        #expect(try clock.next(after: Self.utc("2026-11-23T17:30:00")) == Self.utc("2026-11-24T17:30:00"))
    }

    @Test(
        "each night of a year is due once, in order, whatever daylight saving does to its hour",
        arguments: ["02:30", "00:00", "23:59"])
    func daylightSaving(time: String) throws {
        for zone in ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Shanghai"] {
            let clock = try Self.clock(zone, time)
            let start = try Self.utc("2026-02-01T12:00")
            var now = start
            var night = clock.dueNight(now: now)
            for _ in 0..<400 {
                let next = clock.next(after: now)
                #expect((22...26).contains((next - now) / 3600) || now == start)
                #expect(clock.dueNight(now: next + -1) == night)
                #expect(clock.dueNight(now: next) == night + 1)
                (now, night) = (next, night + 1)
            }
        }
    }

    @Test("the hour that does not exist comes after the change, the one that comes twice the first time")
    func gapAndOverlap() throws {
        let clock = try Self.clock("Europe/Berlin", "02:30")
        #expect(try clock.next(after: Self.utc("2026-03-28T12:00")) == Self.utc("2026-03-29T01:30"))
        #expect(try clock.next(after: Self.utc("2026-10-24T12:00")) == Self.utc("2026-10-25T00:30"))
        #expect(try clock.next(after: Self.utc("2026-10-25T00:30")) == Self.utc("2026-10-26T01:30"))
    }
}

@Suite("What schedulers are given")
struct ScheduleTests {
    private static func workspace(named name: String) throws -> (TemporaryFolder, String) {
        let folder = try TemporaryFolder()
        _ = try folder.gonghai("init", name)
        return (folder, folder.url.appending(path: name).path)
    }

    private static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    private static let hasSystemd = FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze")

    @Test(
        "systemd-analyze accepts the units without a word, also of a folder with an odd name, and finds them locked down",
        .enabled(if: hasSystemd), arguments: ["sales", "Vertrieb 100% \"Süd\""])
    func systemd(name: String) throws {
        let (folder, path) = try Self.workspace(named: name)
        let made = try folder.gonghai("schedule", "systemd", "-w", path, "--user", "root", "--output", "units")
        #expect(made.status == 0, "\(made.errors)")
        let units = try folder.files(under: "units").keys.sorted()
        #expect(units.count == 2)
        let paths = units.map { folder.url.appending(path: "units/\($0)").path }
        let verified = try Self.run("systemd-analyze", ["verify", "--man=no"] + paths)
        #expect(verified.status == 0 && verified.output.isEmpty, "\(verified.output)")
        let service = try #require(paths.first { $0.hasSuffix(".service") })
        let security = try Self.run("systemd-analyze", ["security", "--offline=yes", "--threshold=20", service])
        #expect(security.status == 0, "\(security.output.suffix(300))")
        let timer = try folder.text("units/\(try #require(units.first { $0.hasSuffix(".timer") }))")
        #expect(timer.contains("OnCalendar=*-*-* 01:30:00 Asia/Shanghai"))
        let calendar = try Self.run("systemd-analyze", ["calendar", "*-*-* 01:30:00 Asia/Shanghai"])
        #expect(calendar.status == 0, "\(calendar.output)")
    }

    @Test("cron runs the night and then the mails, % kept from ending the command")
    func cron() throws {
        let (folder, path) = try Self.workspace(named: "a b%c")
        let table = try folder.gonghai("schedule", "cron", "-w", path).output
        let line = try #require(table.split(separator: "\n").last)
        #expect(line.hasPrefix("30 1 * * * gonghai umask 077; "))
        #expect(line.contains("'\(path.replacing("%", with: "\\%"))'"))
        #expect(line.contains("[ $? -le 1 ] && ") && line.contains(" send --wait "))
        #expect(table.contains("CRON_TZ=Asia/Shanghai"))
    }

    @Test("the CronJob is YAML of that kind")
    func kubernetes() throws {
        let (folder, path) = try Self.workspace(named: "sales")
        let made = try folder.gonghai("schedule", "kubernetes", "-w", path, "--output", "k8s")
        #expect(made.status == 0, "\(made.errors)")
        let text = try folder.text("k8s/gonghai-sales.yaml")
        for line in [
            "kind: CronJob", "timeZone: Asia/Shanghai", "schedule: \"30 1 * * *\"", "concurrencyPolicy: Forbid",
        ] {
            #expect(text.contains(line))
        }
    }

    @Test("the daemon runs what is due, then waits, and ends cleanly on SIGTERM")
    func daemon() throws {
        let folder = try TemporaryFolder()
        _ = try folder.gonghai("init")
        let process = Process()
        process.executableURL = CommandLineTool.executable
        process.arguments = ["daemon"]
        process.currentDirectoryURL = folder.url
        let errors = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
        var said = ""
        while !said.contains("the next night is run at") {
            let data = errors.fileHandleForReading.availableData
            guard !data.isEmpty else { break }
            said += String(decoding: data, as: UTF8.self)
        }
        #expect(said.contains("the next night is run at"), "\(said)")
        #expect(try folder.gonghai("daemon").status == 75)
        let start = ContinuousClock.now
        kill(process.processIdentifier, SIGTERM)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 0)
        #expect(ContinuousClock.now - start < .seconds(5))
        #expect(try folder.files(under: "runs").count == 1)
        #expect(try folder.gonghai("runs").output.contains("done"))
    }
}
