/// A sentence whose numbers can be found again by machines: text and measures in turn.
struct Sentence: Sendable, Equatable {
    enum Part: Sendable, Equatable {
        case text(String)
        /// A number with the name of its measure; `value` is what a program reads, `text` what people do.
        case measure(name: String, value: String, text: String)
    }

    var parts: [Part]

    init(_ parts: [Part]) { self.parts = parts }
    init(_ text: String) { parts = [.text(text)] }

    /// As plain text.
    var text: String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .measure(_, _, let text): text
            }
        }.joined()
    }

    var view: ViewValue {
        .list(
            parts.map { part in
                switch part {
                case .text(let text): ["part_text": .text(text)]
                case .measure(let name, let value, let text):
                    ["part_text": .text(text), "part_metric": .text(name), "part_value": .text(value)]
                }
            })
    }
}

/// A number under the name of its measure, on its way into a sentence, a tile or a cell.
struct Measure: Sendable, Equatable {
    var name: String
    /// What a program reads: a plain decimal, or empty where there is no value.
    var value: String
    /// What people read.
    var text: String

    var part: Sentence.Part { .measure(name: name, value: value, text: text) }
}
