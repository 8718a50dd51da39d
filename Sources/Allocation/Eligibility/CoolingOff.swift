import Records

/// For how long a former owner may not have a customer back.
package enum CoolingOff {
    /// The first day on which the rep may have the customer back, where that is after `date`; `nil`: now.
    ///
    /// Every spell counts that the rep let go or passed on, not only the last owner's, so that A → B → A does not get
    /// round it. Spells that ended because somebody left, was merged or by an `undo` do not count. What was recycled on
    /// `date` itself does not go back the same night, even with no cooling-off.
    package static func end(
        for rep: RepID, customer: CustomerSummary, days: Int, date: BusinessDate, zone: Zone
    ) -> BusinessDate? {
        var end: BusinessDate?
        for former in customer.formerOwners where former.rep == rep {
            let wait: Int
            switch former.endReason {
            case .recycled: wait = max(1, days)
            case .released, .transferred: wait = days
            case .offboarded, .merged, .retired, .undone: continue
            }
            let free = zone.date(of: former.endedAt) + wait
            if free > date { end = max(end ?? free, free) }
        }
        return end
    }
}
