import Foundation
import Testing

@testable import gonghai

@Suite("The line that says how far an import is")
struct ProgressTests {
    private final class Screen: @unchecked Sendable {
        var moment = 0.0
        var lines: [String] = []
    }

    @Test("share, rows, rate and time left, ten times a second at most, and nothing when it is over")
    func line() {
        let screen = Screen()
        let progress = Progress(now: { screen.moment }) {
            screen.lines.append($0.replacingOccurrences(of: "\r\u{1B}[2K", with: ""))
        }
        progress.begin("customers.csv", bytes: 1000)
        progress.read(bytes: 250)
        progress.stored(rows: 10)
        screen.moment = 2
        progress.stored(rows: 4990)
        screen.moment = 130
        progress.read(bytes: 250)
        screen.moment = 131
        progress.read(bytes: 500)
        progress.say("joining what belongs together")
        progress.end()
        #expect(
            screen.lines == [
                "customers.csv  ██████··················  25 %  0 rows",
                "customers.csv  ██████··················  25 %  5,000 rows, 2,500 a second, 6 s left",
                "customers.csv  ████████████············  50 %  5,000 rows, 38 a second, 2 min 10 s left",
                "customers.csv  ████████████████████████  100 %  5,000 rows, 38 a second",
                "customers.csv  joining what belongs together", "",
            ])
    }
}
