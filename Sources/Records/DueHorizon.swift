/// Which open spells can have a deadline soon: a store leaves the others alone instead of reading every book each night.
package struct DueHorizon: Sendable, Equatable {
    /// Spells whose clock, from the start or the owner's last follow-up on, began before this moment.
    package var clockBefore: Instant
    /// Also those that started before this one, whatever the follow-ups; `nil`: no rule asks for a deal.
    package var startBefore: Instant?

    package init(clockBefore: Instant, startBefore: Instant?) {
        self.clockBefore = clockBefore
        self.startBefore = startBefore
    }
}
