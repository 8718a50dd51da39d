import Foundation
import TestSupport
import Testing

@Suite("Two starts at once")
struct LockTests {
    private static let night = ["run", "--date", "2026-11-20"]

    private static func empty() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        _ = try folder.gonghai("init")
        _ = try CommandLineTool.run(night, in: folder.url)
        return folder
    }

    /// Starts `gonghai` and does not wait; its words go nowhere.
    private static func start(_ arguments: [String], in folder: TemporaryFolder) throws -> Process {
        let process = Process()
        process.executableURL = CommandLineTool.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// A night that stays where it is until it is let go: its heartbeat waits for an answer.
    private static func holdUp(_ folder: TemporaryFolder, port: Int) throws {
        try folder.write("operation: {heartbeat_url: \"http://127.0.0.1:\(port)/x\"}\n", to: "gonghai.yaml")
    }

    @Test("exactly one works, the other ends with 75 while it does; ten times (200 in make bench)")
    func exactlyOne() throws {
        let times = ProcessInfo.processInfo.environment["GONGHAI_FULL"] == nil ? 10 : 200
        let folder = try Self.empty()
        for _ in 0..<times {
            let silent = try SilentServer()
            try Self.holdUp(folder, port: silent.port)
            let both = try (0..<2).map { _ in try Self.start(Self.night, in: folder) }
            // The one that works waits for the heartbeat; the other has nothing to wait for.
            let start = ContinuousClock.now
            while both.allSatisfy(\.isRunning), ContinuousClock.now - start < .seconds(20) { usleep(5_000) }
            let refused = try #require(both.first { !$0.isRunning })
            let working = try #require(both.first { $0 !== refused })
            refused.waitUntilExit()
            #expect(refused.terminationStatus == 75)
            #expect(working.isRunning)
            silent.close()
            working.waitUntilExit()
            #expect(working.terminationReason == .exit && working.terminationStatus <= 1)
        }
    }

    @Test("a killed holder does not block the next, neither by its file nor by its row in the store")
    func killed() throws {
        let folder = try Self.empty()
        let silent = try SilentServer()
        try Self.holdUp(folder, port: silent.port)
        let holder = try Self.start(Self.night, in: folder)
        silent.waitForVisitor()
        let other = try CommandLineTool.run(Self.night, in: folder.url)
        #expect(other.status == 75 && other.errors.contains("another gonghai"), "\(other.errors)")
        kill(holder.processIdentifier, SIGKILL)
        holder.waitUntilExit()
        silent.close()
        #expect(try CommandLineTool.run(Self.night, in: folder.url).status <= 1)
    }
}

/// Listens and never answers, until it is closed: then who waits goes on.
final class SilentServer {
    let port: Int
    private let descriptor: Int32
    private var isOpen = true

    init() throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && listen(descriptor, 8) == 0
                    && getsockname(descriptor, address, &length) == 0
            }
        }
        guard bound else { throw CocoaError(.fileReadUnknown) }
        port = Int(UInt16(bigEndian: address.sin_port))
        self.descriptor = descriptor
    }

    deinit { close() }

    /// Waits until somebody has connected.
    func waitForVisitor() {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = Glibc.poll(&poll, 1, 20_000)
    }

    /// Connections that were never accepted are reset.
    func close() {
        guard isOpen else { return }
        isOpen = false
        _ = Glibc.close(descriptor)
    }
}
