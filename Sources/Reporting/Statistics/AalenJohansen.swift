/// The cumulative incidence of one of several ends that exclude each other.
///
/// Recycling takes away a rep's chance to convert. Treating it as if the rep might still convert (1 − Kaplan–Meier)
/// overstates conversion; this estimate does not (METRICS.md, 7).
package struct AalenJohansen<Cause: Hashable & Sendable>: Sendable {
    package struct Observation: Sendable {
        package var time: Int64
        /// `nil`: still open when the watch ended.
        package var cause: Cause?

        package init(_ time: Int64, _ cause: Cause?) {
            self.time = time
            self.cause = cause
        }
    }

    package struct Step: Sendable, Equatable {
        package var time: Int64
        package var incidence: Double
    }

    package var count: Int
    package var longest: Int64?
    private var curves: [Cause: [Step]]
    private var open: [Step]

    package init(_ observations: [Observation]) {
        let sorted = observations.sorted { $0.time < $1.time }
        count = sorted.count
        longest = sorted.last?.time
        curves = [:]
        open = []
        var survival = 1.0
        var start = 0
        while start < sorted.count {
            let time = sorted[start].time
            var end = start
            var events: [Cause: Int] = [:]
            while end < sorted.count, sorted[end].time == time {
                if let cause = sorted[end].cause { events[cause, default: 0] += 1 }
                end += 1
            }
            let atRisk = Double(sorted.count - start)
            // Each cause is summed on its own, so the order of the dictionary reaches no result.
            for (cause, number) in events {
                let before = curves[cause]?.last?.incidence ?? 0
                curves[cause, default: []].append(
                    Step(time: time, incidence: before + survival * Double(number) / atRisk))
            }
            let total = events.values.reduce(0, +)
            if total > 0 {
                survival *= (atRisk - Double(total)) / atRisk
                open.append(Step(time: time, incidence: survival))
            }
            start = end
        }
    }

    /// The steps of one cause's curve, in order of time.
    package func steps(of cause: Cause) -> [Step] { curves[cause] ?? [] }

    /// The share that has ended by `cause` until `time`, included.
    package func incidence(of cause: Cause, at time: Int64) -> Double {
        steps(of: cause).last { $0.time <= time }?.incidence ?? 0
    }

    /// The share that is still open after `time`.
    package func stillOpen(at time: Int64) -> Double { open.last { $0.time <= time }?.incidence ?? 1 }
}
