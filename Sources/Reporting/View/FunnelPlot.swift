/// Shares against the numbers they rest on, with the limits within which chance alone would keep them: who lies inside
/// does not differ from the whole (Spiegelhalter 2005).
struct FunnelPlot: Sendable, Equatable {
    struct Point: Sendable, Equatable {
        var name: String
        var share: Proportion
    }

    var title: String
    var points: [Point]
    /// The share of the whole.
    var mean: Double
    /// Names of the two limits, the inner first.
    var limitNames: [String]
    var countLabel: String

    private static let height = 240.0
    private static let steps = 40
    private static let limits = [(z: 1.959964, style: "inner"), (z: 3.090232, style: "outer")]

    /// Whether a point lies outside the inner limits.
    func isOutside(_ point: Point) -> Bool {
        guard let value = point.share.value else { return false }
        return abs(value - mean) > Self.limits[0].z * spread(Double(point.share.total))
    }

    private func spread(_ n: Double) -> Double { n > 0 ? (mean * (1 - mean) / n).squareRoot() : 1 }
    private var top: Double { Double(max(10, points.map(\.share.total).max() ?? 0)) * 1.08 }
    private func across(_ n: Double) -> String { Table.percent(n / top) }
    private func down(_ share: Double) -> String {
        Format.fixed(Self.height * (1 - min(1, max(0, share))), 1)
    }

    var view: ViewValue {
        [
            "chart_title": .text(title), "chart_height": .text(Format.fixed(Self.height, 1)),
            "mean_y": .text(down(mean)), "count_label": .text(countLabel),
            "label_y": .text(Format.fixed(Self.height + 36, 0)), "tick_y": .text(Format.fixed(Self.height + 17, 0)),
            "gridlines": .list(
                [0, 0.25, 0.5, 0.75, 1].map {
                    ["y": .text(down($0)), "label": .text(Format.fixed($0 * 100, 0) + "%")]
                }),
            "ticks": .list(ticks.map { ["x": .text(across(Double($0))), "label": .text(String($0))] }),
            "limits": .list(
                zip(Self.limits, limitNames).map { limit, name in
                    [
                        "style": .text(limit.style), "name": .text(name),
                        "name_y": .text(down(min(1, mean + limit.z * spread(top)))),
                        "segments": .list(segments(limit.z)),
                    ]
                }),
            "points": .list(points.map(view)),
        ]
    }

    private var ticks: [Int] {
        let steps = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000]
        let step = steps.first { top / Double($0) <= 6 } ?? 100_000
        return Array(stride(from: 0, through: Int(top), by: step))
    }

    private func segments(_ z: Double) -> [ViewObject] {
        let counts = (0...Self.steps).map { step in
            // Dense where the limits bend.
            let share = Double(step) / Double(Self.steps)
            return max(2, top * share * share)
        }
        return [-z, z].flatMap { z in
            zip(counts, counts.dropFirst()).map { left, right in
                [
                    "x1": .text(across(left)), "y1": .text(down(mean + z * spread(left))), "x2": .text(across(right)),
                    "y2": .text(down(mean + z * spread(right))),
                ]
            }
        }
    }

    private func view(_ point: Point) -> ViewObject {
        let value = point.share.value ?? 0
        var view: ViewObject = [
            "x": .text(across(Double(point.share.total))), "y": .text(down(value)),
            "is_outside": .flag(isOutside(point)),
            "point_title": .text("\(point.name): \(point.share.count) / \(point.share.total)"),
        ]
        if isOutside(point) {
            view["point_name"] = .text(point.name)
            let isFarRight = Double(point.share.total) / top > 0.8
            view["anchor"] = .text(isFarRight ? "end" : "start")
            view["dx"] = .text(isFarRight ? "-9" : "9")
        }
        return view
    }
}

/// How much of what was given went to how much of those who could have it, the least favoured first; the diagonal is
/// perfect evenness.
struct LorenzCurve: Sendable, Equatable {
    var title: String
    /// Names of the curve and of the diagonal.
    var name: String
    var evenName: String
    /// Share of capacity, share received, from (0, 0) to (1, 1).
    var points: [Point]

    struct Point: Sendable, Equatable {
        var capacity: Double
        var received: Double
    }

    private static let height = 220.0

    /// From parts with their capacity: sorted by what each unit of capacity received.
    static func points(_ parts: [(capacity: Double, received: Double)]) -> [Point] {
        let sorted = parts.filter { $0.capacity > 0 }.sorted { left, right in
            let (leftRate, rightRate) = (left.received * right.capacity, right.received * left.capacity)
            return leftRate == rightRate ? left.capacity < right.capacity : leftRate < rightRate
        }
        let capacity = sorted.reduce(0) { $0 + $1.capacity }
        let received = sorted.reduce(0) { $0 + $1.received }
        guard capacity > 0, received > 0 else { return [] }
        var (soFar, got) = (0.0, 0.0)
        return [Point(capacity: 0, received: 0)]
            + sorted.map { part in
                soFar += part.capacity
                got += part.received
                return Point(capacity: soFar / capacity, received: got / received)
            }
    }

    private func down(_ share: Double) -> String { Format.fixed(Self.height * (1 - share), 1) }

    var view: ViewValue {
        [
            "chart_title": .text(title), "chart_height": .text(Format.fixed(Self.height, 1)),
            "tick_y": .text(Format.fixed(Self.height + 17, 0)), "name": .text(name), "even_name": .text(evenName),
            "gridlines": .list(
                [0, 0.25, 0.5, 0.75, 1].map {
                    [
                        "y": .text(down($0)), "x": .text(Table.percent($0)),
                        "label": .text(Format.fixed($0 * 100, 0) + "%"),
                    ]
                }),
            "segments": .list(
                zip(points, points.dropFirst()).map { left, right in
                    [
                        "x1": .text(Table.percent(left.capacity)), "y1": .text(down(left.received)),
                        "x2": .text(Table.percent(right.capacity)), "y2": .text(down(right.received)),
                    ]
                }),
        ]
    }
}
