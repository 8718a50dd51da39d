/// Which hours are worked, for durations in working hours: from nine to six o'clock on working days.
///
/// The calendar's days stand in here as values, so that whoever measures needs no calendar.
package struct WorkingTime: Sendable, Equatable {
    /// Seconds of the day at which work begins and ends.
    package static let hours = (9 * 3600)..<(18 * 3600)
    private static let secondsPerDay = Int64(hours.count)

    private let first: BusinessDate
    /// Days worked before each day from `first` on; one more than there are days.
    private let workedBefore: [Int32]
    private let zone: Zone

    /// - Parameters:
    ///   - days: the days that can be measured; moments outside count as their nearest end.
    ///   - zone: whose clocks say when it is nine.
    ///   - isWorkday: what the calendar says of a day.
    package init(days: ClosedRange<BusinessDate>, zone: Zone, isWorkday: (BusinessDate) -> Bool) {
        first = days.lowerBound
        self.zone = zone
        var worked: [Int32] = [0]
        for offset in 0...(days.upperBound - days.lowerBound) {
            worked.append(worked[offset] + (isWorkday(days.lowerBound + offset) ? 1 : 0))
        }
        workedBefore = worked
    }

    /// Seconds of work between two moments; 0 where `end` is not after `start`.
    package func seconds(from start: Instant, to end: Instant) -> Int64 {
        max(0, elapsed(at: end) - elapsed(at: start))
    }

    /// Seconds of work from the first day up to `moment`.
    private func elapsed(at moment: Instant) -> Int64 {
        let local = moment.epochSeconds + zone.offset(at: moment)
        let day = Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
        let index = day - Int(first.dayNumber)
        guard index >= 0 else { return 0 }
        guard index < workedBefore.count - 1 else { return Int64(workedBefore.last ?? 0) * Self.secondsPerDay }
        let before = Int64(workedBefore[index]) * Self.secondsPerDay
        guard workedBefore[index + 1] > workedBefore[index] else { return before }
        let second = Int(local - Int64(day) * 86_400)
        return before + Int64(min(max(second, Self.hours.lowerBound), Self.hours.upperBound) - Self.hours.lowerBound)
    }
}
