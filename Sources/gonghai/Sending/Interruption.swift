import Foundation

/// Puts SIGTERM and SIGINT off while something must not be torn apart: between a mail's last byte and its answer.
enum Interruption {
    nonisolated(unsafe) private static var signal: Int32 = 0

    /// A signal has come; the work at hand is to be finished and nothing new begun.
    static var isRequested: Bool { signal != 0 }

    /// Runs `body` and then, where a signal came meanwhile, ends the process by it.
    static func putOff<Result>(_ body: () throws -> Result) rethrows -> Result {
        signal = 0
        let kinds = [SIGTERM, SIGINT]
        for kind in kinds { Foundation.signal(kind) { Interruption.signal = $0 } }
        // A server or a program that goes away while it is written to is an error, no reason to die.
        Foundation.signal(SIGPIPE, SIG_IGN)
        defer {
            for kind in kinds { Foundation.signal(kind, SIG_DFL) }
            if signal != 0 { kill(getpid(), signal) }
        }
        return try body()
    }

    /// Sleeps so many seconds, or less when a signal comes.
    static func sleep(seconds: Double) {
        let end = ContinuousClock.now + .milliseconds(Int(seconds * 1000))
        while !isRequested {
            let left = (end - ContinuousClock.now).seconds
            guard left > 0 else { return }
            usleep(UInt32(min(left, 0.2) * 1_000_000))
        }
    }
}
