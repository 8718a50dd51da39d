/// How long something lasted: until it happened, or until nobody could watch any longer (censored).
package struct Wait: Sendable, Equatable {
    /// In whatever unit the caller counts; reports use seconds.
    package var time: Int64
    package var isEvent: Bool

    package init(_ time: Int64, isEvent: Bool) {
        self.time = time
        self.isEvent = isEvent
    }
}

/// The product-limit estimate of the share that still waits after a time, where some waits were cut short.
///
/// A wait that is censored at the time of an event still counts as waiting at it.
package struct KaplanMeier: Sendable, Equatable {
    package struct Step: Sendable, Equatable {
        package var time: Int64
        /// The estimate from `time` on, until the next step.
        package var survival: Double
        /// How many were still waiting just before `time`.
        package var atRisk: Int
    }

    /// One for each time at which something happened, in order.
    package var steps: [Step]
    package var count: Int
    /// The longest time anybody was watched; `nil` where there is nobody.
    package var longest: Int64?

    package init(_ waits: [Wait]) {
        let sorted = waits.sorted { $0.time < $1.time }
        steps = []
        count = sorted.count
        longest = sorted.last?.time
        var survival = 1.0
        var start = 0
        while start < sorted.count {
            let time = sorted[start].time
            var end = start
            var events = 0
            while end < sorted.count, sorted[end].time == time {
                events += sorted[end].isEvent ? 1 : 0
                end += 1
            }
            let atRisk = sorted.count - start
            if events > 0 {
                survival *= Double(atRisk - events) / Double(atRisk)
                steps.append(Step(time: time, survival: survival, atRisk: atRisk))
            }
            start = end
        }
    }

    /// Whether any time passed at all: without, nothing can be said, not even that it lasts longer.
    package var isWatched: Bool { (longest ?? 0) > 0 || !steps.isEmpty }

    package func survival(at time: Int64) -> Double { steps.last { $0.time <= time }?.survival ?? 1 }

    /// The first time by which a share of `share` had happened; `nil` where the watch ended before.
    package func quantile(_ share: Double) -> Int64? {
        // Products of fractions miss 0.5 by an ulp or two; a quantile must not be lost to that.
        steps.first { $0.survival <= 1 - share + 1e-12 }?.time
    }
}
