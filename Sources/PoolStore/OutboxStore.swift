import Records

/// The mails of a store: made in the transaction that makes a night's results, and each step of their delivery durable
/// when its call returns.
package protocol OutboxStore: AnyObject {
    /// Adds mails with their bytes. A key that is there already keeps its mail, so a night that is run twice mails once.
    /// Returns how many were new.
    @discardableResult
    func enqueue(_ mails: [(mail: OutboxMail, bytes: [UInt8])]) throws -> Int
    /// The mails in these states, sorted by business date, name, key.
    func outbox(in states: Set<OutboxMail.State>) throws -> [OutboxMail]
    /// How many mails of a business date are in each state; states without any are left out.
    func outboxCounts(of date: BusinessDate) throws -> [OutboxMail.State: Int]
    /// `nil` where the mail is not known or its bytes were removed.
    func mailBytes(of key: String) throws -> [UInt8]?
    /// Replaces what can change in a mail: state, attempts, times, reply.
    func update(_ mail: OutboxMail) throws
    /// Removes the bytes of mails sent before `instant`, not the record of them.
    func forgetMailBytes(sentBefore instant: Instant) throws
    /// Whose worklist of a business date was delivered, sorted.
    func repsReminded(on date: BusinessDate) throws -> [RepID]
    /// The recipients of each of the last `nights` nights before `date` that made mails, newest first.
    func recipientCounts(before date: BusinessDate, nights: Int) throws -> [Int]

    /// Notes that `holder` runs nights on this store. Returns who does instead, unless `isVoid` says of that holder and
    /// the time it came that it is gone.
    func takeRunLock(_ holder: String, at: Instant, isVoid: (String, Instant) -> Bool) throws -> String?
    /// Where `holder` has it.
    func releaseRunLock(_ holder: String) throws
}
