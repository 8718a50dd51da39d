import Records
import Yams

/// The keys of one level of a YAML file, read strictly: whoever asks for a key makes it known, and `finish` complains
/// about every other one.
///
///     var section = try document.section()
///     try section.text("company", into: &company)
///     try section.finish()
package struct Section {
    let document: YAMLDocument
    /// Where it stands, such as `tiers.levels[2]`; empty for the whole file.
    package let path: String
    private let pairs: [(key: Node.Scalar, value: Node)]
    /// Keys asked for, in that order.
    private var known: [String] = []
    /// The place of a section as a whole, for errors that concern no single key.
    private var mark: Mark?

    init(document: YAMLDocument, path: String, pairs: [(key: Node.Scalar, value: Node)]) {
        self.document = document
        self.path = path
        self.pairs = pairs
    }

    /// - Throws: `InputError` where the setting is no set of keys.
    package init(_ setting: Setting) throws(InputError) {
        guard case .mapping(let mapping) = setting.node else {
            throw setting.wrong(
                "has no keys", expected: "Keys with values are expected, each in its own line: 'key: value'.")
        }
        var pairs: [(key: Node.Scalar, value: Node)] = []
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                throw setting.document.error(at: key.mark, "a list or section where a key is expected")
            }
            pairs.append((scalar, value))
        }
        self.init(document: setting.document, path: setting.path, pairs: pairs)
        mark = setting.key?.mark ?? mapping.mark
    }

    /// The value of `key`, or `nil` where the section does not have it.
    package mutating func setting(_ key: String) -> Setting? {
        known.append(key)
        guard let pair = pairs.first(where: { $0.key.string == key }) else { return nil }
        return Setting(document: document, path: path.isEmpty ? key : "\(path).\(key)", key: pair.key, node: pair.value)
    }

    /// Complains about the first key that nobody asked for.
    package func finish() throws(InputError) {
        for (key, _) in pairs where !known.contains(key.string) {
            let name = key.string.count > 40 ? key.string.prefix(40) + "…" : key.string
            var advice: [String] = []
            if let near = Nearest.match(to: name, among: known) { advice.append("Did you mean '\(near)'?") }
            advice.append("\(path.isEmpty ? "The file" : "'\(path)'") knows \(known.joined(separator: ", ")).")
            throw document.error(
                at: key.mark, length: key.string.count,
                path.isEmpty ? "there is no key '\(name)'" : "there is no key '\(name)' in '\(path)'", advice: advice)
        }
    }

    /// An error about the section as a whole, or about one of its keys if it has it.
    package func error(at key: String? = nil, _ message: String, advice: [String]) -> InputError {
        let scalar = key.flatMap { key in pairs.first { $0.key.string == key }?.key }
        return document.error(
            at: scalar?.mark ?? mark, length: scalar?.string.count ?? 1, message, advice: advice)
    }
}

extension Section {
    package mutating func text(_ key: String, into value: inout String) throws(InputError) {
        if let setting = setting(key) { value = try setting.text() }
    }

    package mutating func integer(
        _ key: String, into value: inout Int, in range: ClosedRange<Int>, instead advice: String? = nil
    ) throws(InputError) {
        if let setting = setting(key) { value = try setting.integer(in: range, instead: advice) }
    }

    /// A number, or `nil` for `none`.
    package mutating func limit(
        _ key: String, into value: inout Int?, in range: ClosedRange<Int>
    ) throws(InputError) {
        if let setting = setting(key) { value = try setting.isNone ? nil : setting.integer(in: range, orNone: true) }
    }

    package mutating func flag(_ key: String, into value: inout Bool) throws(InputError) {
        if let setting = setting(key) { value = try setting.flag() }
    }

    package mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, into value: inout Choice
    ) throws(InputError) where Choice.RawValue == String {
        if let setting = setting(key) { value = try setting.choice() }
    }

    /// One of the choices, or `nil` for `none`.
    package mutating func choiceOrNone<Choice: RawRepresentable & CaseIterable>(
        _ key: String, into value: inout Choice?
    ) throws(InputError) where Choice.RawValue == String {
        if let setting = setting(key) { value = try setting.isNone ? nil : setting.choice(orNone: true) }
    }

    /// A list of texts, none of them twice.
    ///
    /// - Parameters:
    ///   - key: the list's key.
    ///   - value: what the list replaces.
    ///   - read: how each part is read.
    /// - Throws: `InputError` at the first part that is wrong.
    package mutating func texts(
        _ key: String, into value: inout [String],
        read: (Setting) throws(InputError) -> String = { setting throws(InputError) in try setting.text() }
    ) throws(InputError) {
        guard let setting = setting(key) else { return }
        value = []
        var seen: Set<String> = []
        for item in try setting.items() {
            let text = try read(item)
            guard !text.isEmpty else { throw item.wrong("is empty", expected: "Take it out of the list.") }
            guard seen.insert(text).inserted else {
                throw item.wrong("stands twice in the list", expected: "Keep one.")
            }
            value.append(text)
        }
    }

    /// A list of choices, none of them twice.
    package mutating func choices<Choice: RawRepresentable & CaseIterable & Equatable>(
        _ key: String, into value: inout [Choice]
    ) throws(InputError) where Choice.RawValue == String {
        guard let setting = setting(key) else { return }
        value = []
        for item in try setting.items() {
            let choice: Choice = try item.choice()
            guard !value.contains(choice) else { throw item.wrong("stands twice in the list", expected: "Keep one.") }
            value.append(choice)
        }
    }

    /// The sections of a list.
    package mutating func sections(_ key: String) throws(InputError) -> [Section] {
        guard let setting = setting(key) else { return [] }
        var sections: [Section] = []
        for item in try setting.items() { sections.append(try Section(item)) }
        return sections
    }

    /// The section under a key, or `nil` where there is none.
    package mutating func section(_ key: String) throws(InputError) -> Section? {
        guard let setting = setting(key) else { return nil }
        return try Section(setting)
    }
}
