import Foundation
import TestSupport
import Testing

/// Every number of a night's reports, computed a second time by code that shares nothing with the program.
@Suite("What reports say is what the exports say")
struct RecomputeTests {
    private static let tables = [
        "customers", "reps", "assignments", "spells", "events", "pool", "follow-ups", "deals", "payments",
    ]

    @Test("the numbers of the first night's pages and tables are those of Python's standard library")
    func firstNight() throws {
        try recompute(in: SampleWorkspace.afterNight())
    }

    @Test("so are they after two weeks of nights, in which customers went back and came to others")
    func laterNight() throws {
        let folder = try SampleWorkspace.make()
        let inbox = folder.url.appending(path: "inbox")
        let waiting = folder.url.appending(path: "waiting")
        try FileManager.default.moveItem(at: inbox, to: waiting)
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: waiting.appending(path: "reps.csv"), to: inbox.appending(path: "reps.csv"))
        _ = try folder.gonghai("run", "--date", "2026-11-09", "--approve", "feeds")
        try FileManager.default.removeItem(at: inbox)
        try FileManager.default.moveItem(at: waiting, to: inbox)
        let nights = try folder.gonghai("run", "--date", SampleWorkspace.date, "--approve", "feeds")
        #expect(nights.status <= 1, "\(nights.errors)")
        try recompute(in: folder)
    }

    private func recompute(in folder: TemporaryFolder) throws {
        for table in Self.tables {
            let export = try folder.gonghai("export", table, "--raw", "--output", "exports/\(table).csv")
            #expect(export.status == 0, "\(export.errors)")
        }
        let script = Paths.root.appending(path: "Tests/EndToEndTests/Recompute/recompute.py").path
        let result = try Program.run(
            "python3", [script, "exports", "out/\(SampleWorkspace.date)", SampleWorkspace.date], in: folder.url)
        #expect(result.status == 0, "\(result.output.suffix(3000))\(result.errors.suffix(2000))")
    }

    /// Scripts/test.sh installs the validator and names it; without it this test says that it is skipped.
    @Test(
        "datapackage.json is a valid data package, and its files are as it says",
        .enabled(if: ProcessInfo.processInfo.environment["GONGHAI_FRICTIONLESS"] != nil))
    func dataPackage() throws {
        let validator = try #require(ProcessInfo.processInfo.environment["GONGHAI_FRICTIONLESS"])
        let folder = try SampleWorkspace.afterNight()
        let result = try Program.run(
            validator, ["validate", "datapackage.json"],
            in: folder.url.appending(path: "out/\(SampleWorkspace.date)"))
        #expect(result.status == 0, "\(result.output.suffix(3000))")
    }
}

/// Another program, by its path or its name on the PATH.
private enum Program {
    static func run(_ name: String, _ arguments: [String], in folder: URL) throws -> CommandLineTool.Result {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [name] + arguments
        process.currentDirectoryURL = folder
        let files = TemporaryFolderFiles(folder)
        process.standardOutput = try files.output()
        process.standardError = try files.errors()
        try process.run()
        process.waitUntilExit()
        return CommandLineTool.Result(
            status: process.terminationStatus, output: try files.text(".program.stdout"),
            errors: try files.text(".program.stderr"))
    }
}

/// Where a program's words go: files, because a pipe that nobody empties would stop a talkative one.
private struct TemporaryFolderFiles {
    let folder: URL

    init(_ folder: URL) { self.folder = folder }

    func output() throws -> FileHandle { try handle(".program.stdout") }
    func errors() throws -> FileHandle { try handle(".program.stderr") }

    func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    private func handle(_ name: String) throws -> FileHandle {
        let file = folder.appending(path: name)
        _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        return try FileHandle(forWritingTo: file)
    }
}
