/// A finished mail in the store, from the night that made it until it is delivered.
package struct OutboxMail: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable {
        /// Was never tried.
        case pending
        /// Its last byte may have left: who finds it so later does not know whether it arrived.
        case sending
        case sent
        /// Refused for now; waits for `nextAt`.
        case retry
        /// Given up.
        case dead
        /// It may have arrived or not.
        case unknown
    }

    /// What makes it one mail, such as `2026-11-23/worklist/li@example.com`: it is made once, however often its night runs.
    package var key: String
    package var businessDate: BusinessDate
    /// The list it belongs to: `management`, `worklist`, `alert`.
    package var list: String
    /// Its file's name where it becomes one.
    package var name: String
    package var from: String
    package var to: String
    /// Whose worklist it is.
    package var rep: RepID?
    /// SHA-256 of its bytes.
    package var digest: String
    package var state = State.pending
    /// Tries that ended in an answer or in none.
    package var attempts = 0
    package var nextAt: Instant?
    /// When to stop trying; set with the first refusal.
    package var giveUpAt: Instant?
    package var changedAt: Instant
    /// What the server said last, addresses masked.
    package var reply = ""

    package init(
        key: String, businessDate: BusinessDate, list: String, name: String, from: String, to: String,
        rep: RepID? = nil, digest: String, changedAt: Instant
    ) {
        self.key = key
        self.businessDate = businessDate
        self.list = list
        self.name = name
        self.from = from
        self.to = to
        self.rep = rep
        self.digest = digest
        self.changedAt = changedAt
    }
}
