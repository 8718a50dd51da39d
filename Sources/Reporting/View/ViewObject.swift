import Mustache

/// What a template may ask for by name.
///
/// Every text passes through `Readable` on its way into a template, and the template escapes it: there is no other way
/// in. A name that is absent counts as false.
struct ViewObject: Sendable, Equatable, MustacheParent, ExpressibleByDictionaryLiteral {
    private var values: [String: ViewValue]

    init(_ values: [String: ViewValue] = [:]) { self.values = values }

    init(dictionaryLiteral elements: (String, ViewValue)...) {
        values = Dictionary(elements, uniquingKeysWith: { _, last in last })
    }

    subscript(name: String) -> ViewValue? {
        get { values[name] }
        set { values[name] = newValue }
    }

    func child(named name: String) -> Any? {
        switch values[name] {
        case .text(let text): Readable.text(text)
        case .flag(let flag): flag
        case .object(let object): object
        case .list(let list): list
        case .words(let words): words
        case nil: nil
        }
    }
}

enum ViewValue: Sendable, Equatable, ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral {
    case text(String)
    case flag(Bool)
    case object(ViewObject)
    case list([ViewObject])
    case words(Words)

    init(stringLiteral text: String) { self = .text(text) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
}
