import Foundation

/// Work on a thread of its own, whose results are taken in order: it runs a few pieces ahead and waits then.
final class Feed<Piece: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private let ahead: Int
    // Guarded by the condition.
    private var pieces: [Piece] = []
    private var isOver = false
    private var isGivenUp = false
    private var failure: (any Error)?

    private struct GivenUp: Error {}

    /// `produce` hands each piece over by the function that it is given, and returns or throws when it is done.
    init(ahead: Int = 3, _ produce: @escaping @Sendable (_ give: (Piece) throws -> Void) throws -> Void) {
        self.ahead = ahead
        Thread.detachNewThread { [self] in
            do {
                try produce { try give($0) }
                end(with: nil)
            } catch {
                end(with: error)
            }
        }
    }

    /// The next piece; `nil` when there are no more. Throws what the work threw.
    func next() throws -> Piece? {
        condition.lock()
        defer { condition.unlock() }
        while pieces.isEmpty, !isOver { condition.wait() }
        guard pieces.isEmpty else {
            let piece = pieces.removeFirst()
            condition.signal()
            return piece
        }
        if let failure { throw failure }
        return nil
    }

    /// Lets the work end at its next piece; for a taker that stops early.
    func giveUp() {
        condition.lock()
        isGivenUp = true
        condition.broadcast()
        condition.unlock()
    }

    private func give(_ piece: Piece) throws {
        condition.lock()
        defer { condition.unlock() }
        while pieces.count >= ahead, !isGivenUp { condition.wait() }
        if isGivenUp { throw GivenUp() }
        pieces.append(piece)
        condition.signal()
    }

    private func end(with error: (any Error)?) {
        condition.lock()
        isOver = true
        failure = error
        condition.broadcast()
        condition.unlock()
    }
}

extension Feed {
    /// What `make` makes of each piece, on a further thread, in order.
    func map<Made: Sendable>(_ make: @escaping @Sendable (Piece) throws -> Made) -> Feed<Made> {
        Feed<Made> { give in
            defer { self.giveUp() }
            while let piece = try self.next() { try give(make(piece)) }
        }
    }
}
