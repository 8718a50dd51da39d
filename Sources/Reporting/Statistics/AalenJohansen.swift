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
        /// The standard error of `incidence` (Aalen's, by the delta method).
        package var error = 0.0

        /// The 95 % band, within 0 and 1.
        package var band: Interval {
            Interval(low: max(0, incidence - 1.96 * error), high: min(1, incidence + 1.96 * error))
        }
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
        var moments: [Cause: Moments] = [:]
        let causes = Set(sorted.compactMap(\.cause))
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
            let total = events.values.reduce(0, +)
            for cause in causes where total > 0 {
                let before = curves[cause]?.last?.incidence ?? 0
                let number = Double(events[cause] ?? 0)
                let incidence = before + survival * number / atRisk
                moments[cause, default: Moments()].add(
                    incidence: incidence, survival: survival, events: number, total: Double(total), atRisk: atRisk)
                guard number > 0 else { continue }
                let variance = moments[cause]?.variance(at: incidence) ?? 0
                curves[cause, default: []].append(
                    Step(time: time, incidence: incidence, error: max(0, variance).squareRoot()))
            }
            if total > 0 {
                survival *= (atRisk - Double(total)) / atRisk
                open.append(Step(time: time, incidence: survival))
            }
            start = end
        }
    }

    /// Running sums of the variance's terms, so that it needs no second pass over the steps before.
    ///
    /// - Source: Aalen's estimator as in Marubini & Valsecchi 1995, (10.12):
    ///   Σ (F(t) − F(tᵢ))² dᵢ/(nᵢ(nᵢ−dᵢ)) + Σ S(tᵢ₋₁)² dₖᵢ(nᵢ−dₖᵢ)/nᵢ³ − 2 Σ (F(t) − F(tᵢ)) S(tᵢ₋₁) dₖᵢ/nᵢ².
    private struct Moments {
        private var (weight, weighted, squared) = (0.0, 0.0, 0.0)
        private var own = 0.0
        private var (cross, crossed) = (0.0, 0.0)

        mutating func add(incidence: Double, survival: Double, events: Double, total: Double, atRisk: Double) {
            // At the last of all, F(t) − F(tᵢ) is zero for every later t: the term has no weight.
            if atRisk > total {
                let term = total / (atRisk * (atRisk - total))
                weight += term
                weighted += term * incidence
                squared += term * incidence * incidence
            }
            own += survival * survival * events * (atRisk - events) / (atRisk * atRisk * atRisk)
            let term = survival * events / (atRisk * atRisk)
            cross += term
            crossed += term * incidence
        }

        func variance(at incidence: Double) -> Double {
            incidence * incidence * weight - 2 * incidence * weighted + squared + own
                - 2 * (incidence * cross - crossed)
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
