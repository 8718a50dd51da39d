import Records

/// Which template includes which: a name that does not exist would render as nothing, and a template that includes
/// itself would never end, so both are refused before anything is written.
struct PartialReferences {
    private struct Reference {
        var name: String
        var line: Int
        /// A change of delimiters, after which references could not be found any more.
        var isDelimiters = false
    }

    private let references: [String: [Reference]]
    private let names: [String]

    /// - Parameter files: template texts by path with extension.
    init(files: [String: String]) {
        let suffix = ".mustache"
        names = files.keys.map { String($0.dropLast(suffix.count)) }.sorted { $0.isOrderedBefore($1) }
        references = Dictionary(
            files.map { (String($0.key.dropLast(suffix.count)), Self.references(in: $0.value)) },
            uniquingKeysWith: { first, _ in first })
    }

    private static func references(in text: String) -> [Reference] {
        var found: [Reference] = []
        for (index, line) in text.lines.enumerated() {
            for opening in ["{{>", "{{<", "{{="] {
                var rest = line
                while let start = rest.firstRange(of: opening), let end = rest[start.upperBound...].firstRange(of: "}}")
                {
                    let name = rest[start.upperBound..<end.lowerBound].filter { $0 != " " }
                    found.append(Reference(name: name, line: index + 1, isDelimiters: opening == "{{="))
                    rest = rest[end.upperBound...]
                }
            }
        }
        return found
    }

    func check(place: (String) -> String) throws(InputError) {
        for name in names {
            for reference in references[name] ?? [] where !reference.name.hasPrefix("*") {
                guard !reference.isDelimiters else {
                    throw InputError(
                        file: place(name + ".mustache"), line: reference.line,
                        message: "a change of delimiters, which report templates do not have",
                        advice: ["Write tags as {{name}}."])
                }
                guard !names.contains(reference.name) else { continue }
                var advice = ["A partial is a template by its path without '.mustache'."]
                if let near = Nearest.match(to: reference.name, among: names) {
                    advice.insert("Did you mean '\(near)'?", at: 0)
                }
                throw InputError(
                    file: place(name + ".mustache"), line: reference.line,
                    message: "no template is called '\(reference.name)'", advice: advice)
            }
        }
        for name in names {
            guard let line = lineOfCycle(from: name) else { continue }
            throw InputError(
                file: place(name + ".mustache"), line: line, message: "a template that includes itself",
                advice: ["It would never end. Take the partial out, or out of the one that it includes."])
        }
    }

    /// The line in `start` through which it comes back to itself; a name computed at run time is one of the sections.
    private func lineOfCycle(from start: String) -> Int? {
        for reference in references[start] ?? [] {
            var waiting = targets(reference)
            var seen: Set<String> = []
            while let next = waiting.popLast() {
                if next == start { return reference.line }
                guard seen.insert(next).inserted else { continue }
                waiting += (references[next] ?? []).flatMap(targets)
            }
        }
        return nil
    }

    private func targets(_ reference: Reference) -> [String] {
        reference.name.hasPrefix("*") ? names.filter { $0.hasPrefix("sections/") } : [reference.name]
    }
}
