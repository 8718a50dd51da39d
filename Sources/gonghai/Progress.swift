import Foundation
import Records

/// One line that says how far a long import is, on a terminal: none in a pipe or a log.
///
/// Two threads tell it what they did; it draws ten times a second at most.
final class Progress: @unchecked Sendable {
    /// Seconds of a clock that never goes back.
    typealias Clock = @Sendable () -> Double

    private let lock = NSLock()
    private let now: Clock
    private let write: @Sendable (String) -> Void
    // Guarded by the lock.
    private var title = ""
    private var totalBytes = 0
    private var bytes = 0
    private var rows = 0
    private var startedAt = 0.0
    private var drawnAt = -1.0

    private static let width = 24
    /// Rewinds to the start of the line and clears it.
    private static let clear = "\r\u{1B}[2K"

    init(now: @escaping Clock, write: @escaping @Sendable (String) -> Void) {
        self.now = now
        self.write = write
    }

    /// `nil` where standard error is no terminal.
    static func onTerminal() -> Progress? {
        guard isatty(STDERR_FILENO) == 1 else { return nil }
        let start = ContinuousClock.now
        return Progress(now: { (ContinuousClock.now - start).seconds }) {
            try? FileHandle.standardError.write(contentsOf: Data($0.utf8))
        }
    }

    func begin(_ title: String, bytes total: Int) {
        lock.withLock {
            self.title = title
            totalBytes = total
            (bytes, rows) = (0, 0)
            startedAt = now()
            drawnAt = -1
        }
    }

    func read(bytes more: Int) { add { bytes += more } }
    func stored(rows more: Int) { add { rows += more } }

    /// Says what is going on where nothing can be counted.
    func say(_ what: String) { lock.withLock { if !title.isEmpty { write("\(Self.clear)\(title)  \(what)") } } }

    func end() { lock.withLock { if !title.isEmpty { write(Self.clear) } } }

    private func add(_ change: () -> Void) {
        lock.withLock {
            change()
            let moment = now()
            guard moment - drawnAt >= 0.1 else { return }
            drawnAt = moment
            write(Self.clear + line(at: moment))
        }
    }

    /// `customers.csv  ███████·············  35 %  350,000 rows, 17,500 a second, 37 s left`
    private func line(at moment: Double) -> String {
        let share = totalBytes > 0 ? min(1, Double(bytes) / Double(totalBytes)) : 0
        let filled = Int(share * Double(Self.width))
        let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: Self.width - filled)
        let elapsed = moment - startedAt
        var line = "\(title)  \(bar)  \(Int(share * 100)) %  \(Self.grouped(rows)) rows"
        guard elapsed >= 1, rows > 0 else { return line }
        line += ", \(Self.grouped(Int(Double(rows) / elapsed))) a second"
        if share > 0, share < 1 { line += ", \(Self.duration(elapsed * (1 - share) / share)) left" }
        return line
    }

    /// `1,234,567`.
    private static func grouped(_ number: Int) -> String {
        var text = ""
        for (place, digit) in String(number).reversed().enumerated() {
            if place > 0, place % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }

    private static func duration(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
    }
}
