/// Step curves over time, each with its name at its end. Positions across are percentages, so that the chart
/// fits any width while its letters keep their size; positions down are pixels.
struct StepChart: Sendable, Equatable {
    struct Curve: Sendable, Equatable {
        var name: String
        /// Names the line's look in the style sheet; lines differ in dash, not only in colour.
        var style: String
        /// Time, and the height from then on; in order.
        var points: [(time: Double, height: Double)]
        /// The 95 % band from each point on.
        var band: [(time: Double, low: Double, high: Double)] = []

        static func == (left: Self, right: Self) -> Bool {
            left.name == right.name && left.style == right.style
                && left.points.elementsEqual(right.points) { $0.time == $1.time && $0.height == $1.height }
        }
    }

    var title: String
    var curves: [Curve]
    /// The right end of the time axis.
    var end: Double
    /// The top of the scale; it begins at zero.
    var top: Double
    var ticks: [(time: Double, label: String)]
    var gridlines: [(height: Double, label: String)]

    static func == (left: Self, right: Self) -> Bool { left.title == right.title && left.curves == right.curves }

    private static let height = 200.0

    private func across(_ time: Double) -> String { Table.percent(end > 0 ? time / end : 0) }
    private func down(_ share: Double) -> Double { Self.height * (1 - min(1, max(0, top > 0 ? share / top : 0))) }
    private static func pixels(_ number: Double) -> String { Format.fixed(number, 1) }

    var view: ViewValue {
        [
            "chart_title": .text(title), "chart_height": .text(Self.pixels(Self.height)),
            "gridlines": .list(
                gridlines.map {
                    ["y": .text(Self.pixels(down($0.height))), "label": .text($0.label)]
                }),
            "ticks": .list(ticks.map { ["x": .text(across($0.time)), "label": .text($0.label)] }),
            "curves": .list(curvesView),
        ]
    }

    /// Names at the right end keep a line's distance from each other, lowest first.
    private var curvesView: [ViewObject] {
        let ends = curves.map { curve in down(curve.points.last { $0.time <= end }?.height ?? 0) }
        var places: [Int: Double] = [:]
        var above = Self.height + 16
        for index in curves.indices.sorted(by: { (ends[$0], $1) > (ends[$1], $0) }) {
            above = min(ends[index], above - 16)
            places[index] = above
        }
        return curves.indices.map { index in
            [
                "name": .text(curves[index].name), "style": .text(curves[index].style),
                "label_y": .text(Self.pixels((places[index] ?? 0) + 4)), "segments": .list(segments(curves[index])),
                "band": .list(band(curves[index])),
            ]
        }
    }

    /// A box from each point to the next: together they are the band.
    private func band(_ curve: Curve) -> [ViewObject] {
        let points = curve.band.filter { $0.time < end }
        return points.enumerated().map { index, point in
            let next = index + 1 < points.count ? points[index + 1].time : end
            let (upper, lower) = (down(point.high), down(point.low))
            return [
                "x": .text(across(point.time)), "width": .text(Table.percent((next - point.time) / end)),
                "y": .text(Self.pixels(upper)), "height": .text(Self.pixels(max(0, lower - upper))),
            ]
        }
    }

    private func segments(_ curve: Curve) -> [ViewObject] {
        var lines: [ViewObject] = []
        var (time, height) = (0.0, 0.0)
        func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
            lines.append([
                "x1": .text(across(x1)), "y1": .text(Self.pixels(down(y1))), "x2": .text(across(x2)),
                "y2": .text(Self.pixels(down(y2))),
            ])
        }
        for point in curve.points where point.time <= end {
            if point.time > time { line(time, height, point.time, height) }
            if point.height != height { line(point.time, height, point.time, point.height) }
            (time, height) = (point.time, point.height)
        }
        if time < end { line(time, height, end, height) }
        return lines
    }
}

/// A line as small as a word: the last days of one number, from zero; days without a number are gaps.
struct Sparkline: Sendable, Equatable {
    /// For those who cannot see it.
    var title: String
    var values: [Double?]
    /// The top of the scale; `nil`: the highest value.
    var top: Double?

    private static let (width, height) = (100.0, 22.0)

    var view: ViewValue {
        let highest = max(top ?? 0, values.compactMap { $0 }.max() ?? 0)
        let step = values.count > 1 ? Self.width / Double(values.count - 1) : 0
        var path = ""
        var isDrawing = false
        for (index, value) in values.enumerated() {
            guard let value else {
                isDrawing = false
                continue
            }
            let y = highest > 0 ? Self.height * (1 - value / highest) : Self.height
            path += "\(isDrawing ? "L" : "M")\(Format.fixed(Double(index) * step, 1)) \(Format.fixed(y + 1, 1))"
            isDrawing = true
        }
        return ["trend_title": .text(title), "trend_path": .text(path)]
    }
}

/// Columns side by side from zero, each with its number on top and its name below.
struct ColumnChart: Sendable, Equatable {
    struct Column: Sendable, Equatable {
        var label: String
        var detail: String
        var count: Int
        var isEmphasised = false
    }

    var title: String
    var columns: [Column]

    private static let height = 120.0

    var view: ViewValue {
        let top = max(1, columns.map(\.count).max() ?? 1)
        let slot = 1 / Double(max(1, columns.count))
        return [
            "chart_title": .text(title), "chart_height": .text(Format.fixed(Self.height + 56, 0)),
            "columns": .list(
                columns.enumerated().map { index, column in
                    let height = Self.height * Double(column.count) / Double(top)
                    let left = (Double(index) + 0.16) * slot
                    let middle = (Double(index) + 0.5) * slot
                    return [
                        "x": .text(Table.percent(left)), "width": .text(Table.percent(slot * 0.68)),
                        "y": .text(Format.fixed(Self.height - height + 18, 1)),
                        "height": .text(Format.fixed(height, 1)),
                        "middle": .text(Table.percent(middle)),
                        "number_y": .text(Format.fixed(Self.height - height + 12, 1)), "number": "\(column.count)",
                        "label": .text(column.label), "detail": .text(column.detail),
                        "label_y": .text(Format.fixed(Self.height + 33, 0)),
                        "emphasis": .flag(column.isEmphasised),
                    ]
                }),
            "baseline": .text(Format.fixed(Self.height + 18, 0)),
        ]
    }
}

extension ViewValue: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, ViewValue)...) {
        self = .object(ViewObject(Dictionary(elements, uniquingKeysWith: { _, last in last })))
    }
}
