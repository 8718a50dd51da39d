import Foundation
import PoolStore
import Records

/// Who runs the nights of a workspace: one process at a time, by a lock on a file and a row in the store.
///
/// The file's lock dies with its holder, so a killed one blocks nobody. The row also speaks to those who reach the store
/// over another folder or from another host; it is void where its holder is known to be dead, or a day old.
final class RunLock {
    private let store: any Store
    private let holder: String

    /// - Throws: `CommandError` with status 75, at once, where another process has either.
    init(workspace: Workspace) throws {
        try workspace.lock()
        store = try workspace.store()
        let me = Holder(lockFile: workspace.lockFile)
        holder = try me.text()
        let now = Clock.now()
        let other = try store.takeRunLock(holder, at: now) { text, since in
            guard let other = Holder(text: text) else { return true }
            return now - since > 86_400 || other.isDead(asSeenBy: me)
        }
        if let other, let name = Holder(text: other) {
            throw CommandError(
                "a night is being run on this store by process \(name.process) on \(name.host); nothing was done.",
                status: .locked)
        }
    }

    deinit { try? store.releaseRunLock(holder) }

    /// A process, told apart from all others of all hosts.
    struct Holder: Codable {
        var host: String
        /// Of the host's kernel since it was started.
        var boot: String
        /// Process numbers mean something within it.
        var namespace: String
        var process: Int32
        /// In ticks since the start of the host: numbers of processes come again.
        var startedAt: String
        /// The file whose lock it holds.
        var lockFile: UInt64

        init(lockFile: URL) {
            host = ProcessInfo.processInfo.hostName
            boot = Self.contents("/proc/sys/kernel/random/boot_id")
            namespace = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")) ?? ""
            process = getpid()
            startedAt = Self.start(of: process)
            var status = stat()
            self.lockFile = stat(lockFile.path, &status) == 0 ? UInt64(status.st_ino) : 0
        }

        init?(text: String) {
            guard let value = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else { return nil }
            self = value
        }

        func text() throws -> String {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }

        /// Whether it has ended, as far as `me` can know: I hold the lock of its file, or I see that its process is gone.
        func isDead(asSeenBy me: Holder) -> Bool {
            if lockFile == me.lockFile, host == me.host || boot == me.boot { return true }
            guard boot == me.boot, namespace == me.namespace else { return false }
            return Self.start(of: process) != startedAt
        }

        private static func contents(_ path: String) -> String {
            let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
            return text.trimmingCharacters(in: .whitespacesAndNewlines)
        }

        /// Field 22 of /proc/PID/stat, counted behind the name in brackets, which may hold blanks.
        private static func start(of process: Int32) -> String {
            let text = contents("/proc/\(process)/stat")
            guard let name = text.lastIndex(of: ")") else { return "" }
            let fields = text[name...].split(separator: " ")
            return fields.count > 20 ? String(fields[20]) : ""
        }
    }
}
