import Foundation
import TestSupport

/// The built `gonghai`, run as its users run it.
struct CommandLineTool {
    struct Result: Sendable {
        var status: Int32
        var output: String
        var errors: String
    }

    /// Beside the test bundle: `swift build --build-tests` makes both.
    static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "gonghai")

    /// Runs it in `folder` and waits; `killedAfter` kills it so many milliseconds later.
    static func run(_ arguments: [String], in folder: URL, killedAfter milliseconds: Int? = nil) throws -> Result {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        // Files, not pipes: a pipe that nobody empties would stop a talkative command.
        let (output, errors) = (folder.appending(path: ".stdout"), folder.appending(path: ".stderr"))
        for file in [output, errors] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        if let milliseconds {
            usleep(UInt32(milliseconds) * 1000)
            kill(process.processIdentifier, SIGKILL)
        }
        process.waitUntilExit()
        return Result(
            status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }
}

/// A folder of its own for a test, gone when the test is.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(
            path: "gonghai-test-\(ProcessInfo.processInfo.globallyUniqueString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

    func write(_ data: Data, to path: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    func text(_ path: String) throws -> String { try String(contentsOf: url.appending(path: path), encoding: .utf8) }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url.appending(path: path).path) }

    /// Every file under `path` by its relative name.
    func files(under path: String) throws -> [String: Data] {
        let root = url.appending(path: path)
        let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        var files: [String: Data] = [:]
        for name in names {
            var isFolder: ObjCBool = false
            let file = root.appending(path: name)
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            files[name] = try Data(contentsOf: file)
        }
        return files
    }

    func gonghai(_ arguments: String..., killedAfter: Int? = nil) throws -> CommandLineTool.Result {
        try CommandLineTool.run(arguments, in: url, killedAfter: killedAfter)
    }

    /// The same while the clock says `moment` in `zone`.
    func gonghai(
        at moment: String, in zone: String = "Asia/Shanghai", _ arguments: String...
    ) throws -> CommandLineTool.Result {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["TZ=\(zone)", "faketime", moment, CommandLineTool.executable.path] + arguments
        process.currentDirectoryURL = url
        let (output, errors) = (url.appending(path: ".fake-out"), url.appending(path: ".fake-err"))
        for file in [output, errors] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return CommandLineTool.Result(
            status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }
}
