import Foundation
import TestSupport

/// The invented company of SampleData in a folder of its own.
enum SampleWorkspace {
    static let date = "2026-11-23"
    static let source = Paths.root.appending(path: "SampleData")

    /// Before any night.
    static func make() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in ["gonghai.yaml", "inbox"] {
            try FileManager.default.copyItem(at: source.appending(path: name), to: folder.url.appending(path: name))
        }
        return folder
    }

    /// After its first night, which is run once for all tests.
    static func afterNight() throws -> TemporaryFolder {
        let night = try firstNight.get()
        let folder = try TemporaryFolder()
        for name in try FileManager.default.contentsOfDirectory(atPath: night.folder.url.path)
        where !name.hasPrefix(".std") {
            try FileManager.default.copyItem(
                at: night.folder.url.appending(path: name), to: folder.url.appending(path: name))
        }
        return folder
    }

    /// What the first night said, and the folder it left; nobody writes into it.
    static let firstNight = Result {
        let folder = try make()
        return Night(folder: folder, result: try folder.gonghai("run", "--date", date))
    }

    struct Night: Sendable {
        var folder: TemporaryFolder
        var result: CommandLineTool.Result
    }
}
