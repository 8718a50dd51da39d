import Foundation

/// Files and folders that appear whole or not at all, readable by their owner only.
enum AtomicFiles {
    static var fileMode: [FileAttributeKey: Any] { [.posixPermissions: 0o600] }
    static var folderMode: [FileAttributeKey: Any] { [.posixPermissions: 0o700] }

    static func makeFolder(_ folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: folderMode)
    }

    /// `mode`: 0600, but for what another user's program reads.
    static func write(_ bytes: [UInt8], to file: URL, mode: Int = 0o600) throws {
        try makeFolder(file.deletingLastPathComponent())
        let temporary = file.deletingLastPathComponent().appending(path: ".\(file.lastPathComponent).tmp")
        try create(bytes, at: temporary)
        if mode != 0o600 {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: temporary.path)
        }
        try rename(temporary, to: file)
    }

    /// Replaces `folder` by one that holds exactly `files`.
    static func writeFolder(_ files: [(name: String, bytes: [UInt8])], to folder: URL) throws {
        let parent = folder.deletingLastPathComponent()
        try makeFolder(parent)
        let temporary = parent.appending(path: ".\(folder.lastPathComponent).tmp", directoryHint: .isDirectory)
        if FileManager.default.fileExists(atPath: temporary.path) { try FileManager.default.removeItem(at: temporary) }
        try makeFolder(temporary)
        for file in files { try create(file.bytes, at: temporary.appending(path: file.name)) }
        try synchronise(temporary)
        // A folder cannot be renamed over a full one: the old one steps aside first and goes afterwards.
        let old = parent.appending(path: ".\(folder.lastPathComponent).old", directoryHint: .isDirectory)
        if FileManager.default.fileExists(atPath: old.path) { try FileManager.default.removeItem(at: old) }
        if FileManager.default.fileExists(atPath: folder.path) { try rename(folder, to: old) }
        try rename(temporary, to: folder)
        if FileManager.default.fileExists(atPath: old.path) { try FileManager.default.removeItem(at: old) }
    }

    private static func create(_ bytes: [UInt8], at file: URL) throws {
        let manager = FileManager.default
        if manager.fileExists(atPath: file.path) { try manager.removeItem(at: file) }
        guard manager.createFile(atPath: file.path, contents: nil, attributes: fileMode) else {
            throw CommandError("'\(file.path)' cannot be written.", status: .inputOutput)
        }
        let handle = try FileHandle(forWritingTo: file)
        try handle.write(contentsOf: Data(bytes))
        try handle.synchronize()
        try handle.close()
    }

    private static func rename(_ from: URL, to: URL) throws {
        guard Foundation.rename(from.path, to.path) == 0 else {
            throw CommandError(
                "'\(to.path)' cannot be written: \(String(cString: strerror(errno))).", status: .inputOutput)
        }
        try synchronise(to.deletingLastPathComponent())
    }

    private static func synchronise(_ folder: URL) throws {
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        fsync(descriptor)
    }
}
