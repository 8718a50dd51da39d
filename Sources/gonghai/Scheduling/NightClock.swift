import Records

/// When nights are due, by the clocks of the workspace's zone: once a day, whatever daylight saving does to that day, and
/// however the system's clock jumps.
struct NightClock {
    let zone: Zone
    /// The time of day, in seconds since midnight.
    let secondOfDay: Int

    /// The business date whose night should be done by `now`: the day before the last day on which the time came.
    ///
    /// A time that the clocks skip comes as late after the change; one that they show twice comes the first time.
    func dueNight(now: Instant) -> BusinessDate {
        let today = zone.date(of: now)
        return now >= moment(of: today) ? today - 1 : today - 2
    }

    /// The next moment after `now` at which a night becomes due.
    func next(after now: Instant) -> Instant {
        let today = zone.date(of: now)
        let moment = moment(of: today)
        return moment > now ? moment : self.moment(of: today + 1)
    }

    private func moment(of date: BusinessDate) -> Instant { zone.instant(date, secondOfDay: secondOfDay) }
}
