import ArgumentParser
import Foundation
import Logging
import Records
import ServiceLifecycle

// gonghai daemon

struct DaemonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "daemon",
        abstract: "Waits and runs each night at its time, for containers without a scheduler.",
        discussion: """
            Runs `gonghai run` and `gonghai send --wait` once a day at operation.night_at
            of gonghai.yaml, in the workspace's zone; what was missed while it was not
            there is run at once. SIGTERM ends it: at once while it waits, after the
            mail at hand while it sends; a stage that was begun is taken back and done
            again by the next night.

            Example:
              gonghai daemon -w sales
            """)

    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let workspace = try workspace.open()
        let rules = workspace.rules
        let clock = NightClock(zone: rules.zone, secondOfDay: rules.operation.nightAtSecondOfDay)
        // Nobody else may wait for the same nights; each night locks the workspace itself.
        guard let lock = try FileLock(workspace.folder.appending(path: ".gonghai.daemon.lock")) else {
            throw CommandError("another gonghai daemon waits in this workspace.", status: .locked)
        }
        let service = NightService(folder: workspace.folder, clock: clock)
        try await ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [.init(service: service, successTerminationBehavior: .gracefullyShutdownGroup)],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: ConsoleLog.logger)
        ).run()
        withExtendedLifetime(lock) {}
        Console.note("gonghai: the daemon has ended.")
    }
}

/// Runs the night that is due, then waits for the next.
struct NightService: Service {
    let folder: URL
    let clock: NightClock

    /// The longest sleep: a clock that was set, or a machine that slept, is noticed so soon.
    private static let longestSleep: Duration = .seconds(20)
    /// Seconds before a night that failed for want of a lock, a disk or the like is tried again.
    private static let pauseAfterFailure: Int64 = 600

    func run() async throws {
        // The last night that was tried, and when it may be tried again. The ledger says whether it was completed.
        var tried: (night: BusinessDate, againAt: Instant?)?
        var announced: Instant?
        while !Task.isShuttingDownGracefully {
            let now = Clock.now()
            let night = clock.dueNight(now: now)
            let isFree = tried.map { $0.night != night || ($0.againAt.map { $0 <= now } ?? false) } ?? true
            if isFree, try isOpen(night) {
                let status = await Child.run(["run", "-w", folder.path])
                let isPassing = [ExitStatus.locked, .inputOutput, .bug].map(\.rawValue).contains(status)
                tried = (night, isPassing ? Clock.now() + Self.pauseAfterFailure : nil)
                if status <= 1, !Task.isShuttingDownGracefully {
                    _ = await Child.run(["send", "--wait", "-w", folder.path])
                }
                continue
            }
            let next = clock.next(after: now)
            if announced != next {
                Console.note("gonghai: the next night is run at \(clock.zone.iso(next)).")
                announced = next
            }
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.longestSleep(until: next)) }
        }
    }

    /// Whether the night is still to be done. A workspace without any night begins with the one that is due.
    private func isOpen(_ night: BusinessDate) throws -> Bool {
        guard let last = try Workspace(folder: folder.path).store().lastCompletedNight() else { return true }
        return last < night
    }

    private static func longestSleep(until next: Instant) -> Duration {
        min(longestSleep, .seconds(max(1, next - Clock.now())))
    }
}

/// This program again, as a process of its own: what it holds and what befalls it ends with it.
private enum Child {
    /// Its exit code; a daemon that is told to end passes that on and waits.
    static func run(_ arguments: [String]) async -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = arguments
        let running = Running(process)
        return await withGracefulShutdownHandler {
            await running.exitCode()
        } onGracefulShutdown: {
            running.terminate()
        }
    }

    private final class Running: @unchecked Sendable {
        private let process: Process

        init(_ process: Process) { self.process = process }

        func exitCode() async -> Int32 {
            await withCheckedContinuation { continuation in
                process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
                do {
                    try process.run()
                } catch {
                    process.terminationHandler = nil
                    Console.error("the night could not be started: \(error)")
                    continuation.resume(returning: ExitStatus.inputOutput.rawValue)
                }
            }
        }

        func terminate() { if process.isRunning { process.terminate() } }
    }
}
