/// A table of a page: what it says, how it is aligned, and how much of it is shown.
struct Table: Sendable, Equatable {
    enum Kind: String, Sendable {
        case text, name, number, date, graphic
        /// Figures behind a reason: a sentence, which goes below the row where space is narrow.
        case detail

        var alignment: String { self == .number ? "right" : "left" }
    }

    struct Column: Sendable, Equatable {
        var title: String
        var kind: Kind
    }

    struct Cell: Sendable, Equatable {
        var text: String
        var metric: String?
        var value: String?
        /// Width of a bar behind the number, 0 to 1.
        var bar: Double?
        var interval: IntervalMark?
        /// How dark the cell's ground is, 0 to 1: a heat map, in which the number stays readable.
        var heat: Double?
        /// Greyed and in italics: a figure that is not final.
        var isTentative = false

        init(_ text: String) { self.text = text }

        init(_ measure: Measure, bar: Double? = nil) {
            text = measure.text
            metric = measure.name
            value = measure.value
            self.bar = bar
        }
    }

    /// A dot with its interval on a scale from 0 to 1, and a reference line.
    struct IntervalMark: Sendable, Equatable {
        var low: Double
        var high: Double
        var dot: Double
        var reference: Double?
        /// For those who cannot see it.
        var title: String
    }

    var id: String
    var caption: String
    var columns: [Column]
    /// The first cell of a row heads it.
    var rows: [[Cell]]
    /// How many rows there are in all; more than `rows` where the page shows only the first.
    var total: Int
    /// "showing 20 of 141"; present exactly where rows were left out.
    var shown: String?
    /// Who is left out of the rows on purpose.
    var note: String?
    /// What is empty and why; shown instead of the table.
    var empty: String

    /// Widths in percent, for one language-free number.
    static func percent(_ share: Double) -> String { Format.fixed(min(1, max(0, share)) * 100, 2) + "%" }

    var view: ViewValue {
        let heads = columns.map(Self.head)
        var view: ViewObject = [
            "table_id": .text(id), "caption": .text(caption), "has_rows": .flag(!rows.isEmpty), "empty": .text(empty),
            "columns": .list(heads), "side_by_side": .list(withoutDetails(heads)),
            "side_by_side_count": .text(String(withoutDetails(heads).count)),
            "rows": .list(
                rows.map { row in
                    let cells = zip(row, columns).enumerated().map { Self.view($1.0, of: $1.1, isHead: $0 == 0) }
                    let below = zip(row, columns).filter { $1.kind == .detail && !$0.text.isEmpty }
                    return [
                        "cells": .list(cells), "side_by_side": .list(withoutDetails(cells)),
                        "below": .list(below.map { ["pieces": Self.pieces($0.0.text)] }), "line": .text(line(row)),
                    ]
                }),
        ]
        view["is_narrow"] = .flag(columns.count <= 3 && !isStacked)
        view["is_stacked"] = .flag(isStacked)
        view["head_line"] = .text(columns.map(\.title).joined(separator: " · "))
        if let shown { view["shown"] = .text(shown) }
        if let note { view["note"] = .text(note) }
        return .object(view)
    }

    /// Whether narrow screens show each row as a few lines, not as cells side by side: a table of words reads well so, a
    /// table of numbers does not.
    private var isStacked: Bool {
        let kinds = columns.map(\.kind)
        if kinds.contains(.detail) { return true }
        return kinds.count >= 4 && kinds.count(where: { $0 == .number }) <= 1 && !kinds.contains(.graphic)
    }

    /// What stands side by side in mails, which put details below the row.
    private func withoutDetails(_ views: [ViewObject]) -> [ViewObject] {
        zip(views, columns).filter { $1.kind != .detail }.map(\.0)
    }

    /// A row for plain text: its cells on one line, without empty ones at its end.
    private func line(_ row: [Cell]) -> String {
        let texts = row.map { $0.text.split(whereSeparator: \.isNewline).joined(separator: " ") }
        let end = texts.lastIndex { !$0.isEmpty } ?? -1
        return texts.prefix(end + 1).joined(separator: " · ")
    }

    private static func head(_ column: Column) -> ViewObject {
        [
            "title": .text(column.title), "kind": .text(column.kind.rawValue), "align": .text(column.kind.alignment),
            "is_unbroken": .flag(column.kind != .number && column.title.count <= unbrokenCharacters),
        ]
    }

    /// Texts of up to so many characters stay on one line in mails: Chinese would break after each of them.
    private static let unbrokenCharacters = 8

    /// A text in pieces, so that its dates can be kept from breaking at their hyphens.
    private static func pieces(_ text: String) -> ViewValue {
        .list(DatedText.pieces(text).map { ["piece": .text($0.text), "is_date": .flag($0.isDate)] })
    }

    private static func view(_ cell: Cell, of column: Column, isHead: Bool) -> ViewObject {
        let kind = column.kind
        var view: ViewObject = [
            "tag": isHead ? "th" : "td", "is_head": .flag(isHead), "kind": .text(kind.rawValue),
            "align": .text(kind.alignment), "is_tentative": .flag(cell.isTentative),
        ]
        view["is_unbroken"] = .flag(
            kind == .number || kind == .date || (!isHead && cell.text.count <= unbrokenCharacters))
        view["pieces"] = kind == .detail ? pieces(cell.text) : .list([["piece": .text(cell.text)]])
        if kind == .number || kind == .date { view["column_title"] = .text(column.title) }
        if cell.text.isEmpty, cell.interval == nil { view["is_blank"] = true }
        if let metric = cell.metric {
            view["metric"] = .text(metric)
            view["value"] = .text(cell.value ?? "")
        }
        if let heat = cell.heat { view["heat"] = .text(String(Int((min(1, max(0, heat)) * 5).rounded(.up)))) }
        if let bar = cell.bar { view["bar"] = .text(percent(bar)) }
        if let mark = cell.interval {
            var object: ViewObject = [
                "low": .text(percent(mark.low)), "high": .text(percent(mark.high)), "dot": .text(percent(mark.dot)),
                "mark_title": .text(mark.title),
            ]
            if let reference = mark.reference { object["reference"] = .text(percent(reference)) }
            view["interval"] = .object(object)
        }
        return view
    }
}
