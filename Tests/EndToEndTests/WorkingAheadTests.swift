import Synchronization
import Testing

@testable import gonghai

@Suite("Work on threads of its own")
struct WorkingAheadTests {
    private struct Failure: Error, Equatable { var at: Int }

    /// The numbers up to `count`, and where it fails.
    private func numbers(_ count: Int, failingAt failure: Int? = nil) -> Feed<Int> {
        Feed { give in
            for number in 0..<count {
                if number == failure { throw Failure(at: number) }
                try give(number)
            }
        }
    }

    private func all<Piece>(_ feed: Feed<Piece>) throws -> [Piece] {
        var pieces: [Piece] = []
        while let piece = try feed.next() { pieces.append(piece) }
        return pieces
    }

    @Test("pieces come in order, through any number of steps")
    func order() throws {
        let texts = numbers(1_000).map { $0 * 2 }.map { "\($0)" }
        #expect(try all(texts) == (0..<1_000).map { "\($0 * 2)" })
    }

    @Test("what a step throws arrives where the pieces are taken, after those before it")
    func failures() throws {
        let broken = numbers(10, failingAt: 4).map { $0 + 1 }
        #expect(try (0..<4).map { _ in try broken.next() } == [1, 2, 3, 4])
        #expect(throws: Failure(at: 4)) { try broken.next() }

        let brokenLater = numbers(10).map { number in
            if number == 2 { throw Failure(at: 20) }
            return number
        }
        #expect(try brokenLater.next() == 0)
        #expect(try brokenLater.next() == 1)
        #expect(throws: Failure(at: 20)) { try brokenLater.next() }
    }

    @Test("a taker that gives up ends every step, however much was left to do", .timeLimit(.minutes(5)))
    func givingUp() async throws {
        let ended = Ended()
        let endless = Feed<Int> { give in
            defer { ended.set() }
            var number = 0
            while true {
                try give(number)
                number += 1
            }
        }
        let mapped = endless.map { -$0 }
        #expect(try mapped.next() == 0)
        mapped.giveUp()
        while !ended.isSet { try await Task.sleep(for: .milliseconds(1)) }
    }

    private final class Ended: Sendable {
        private let flag = Mutex(false)
        var isSet: Bool { flag.withLock { $0 } }
        func set() { flag.withLock { $0 = true } }
    }
}
