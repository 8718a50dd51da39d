extension Rules {
    /// The first source whose `files` fits the name of a file; `nil` where none does.
    package func source(ofFile name: String) -> SourceRule? {
        sources.first { source in source.files.map { FileNamePattern($0).matches(name) } ?? false }
    }
}

/// A pattern of file names: `*` stands for any characters, `?` for one, capitals of the Latin alphabet for small letters.
package struct FileNamePattern: Sendable {
    private let pattern: [Character]

    package init(_ text: String) { pattern = Self.folded(text) }

    package func matches(_ name: String) -> Bool {
        let name = Self.folded(name)
        var (inPattern, inName) = (0, 0)
        // Where the last star stood, and the first character after what it stands for so far.
        var star: (pattern: Int, name: Int)?
        while inName < name.count {
            if inPattern < pattern.count, pattern[inPattern] == "*" {
                star = (inPattern, inName)
                inPattern += 1
            } else if inPattern < pattern.count, pattern[inPattern] == "?" || pattern[inPattern] == name[inName] {
                inPattern += 1
                inName += 1
            } else if let last = star {
                star = (last.pattern, last.name + 1)
                (inPattern, inName) = (last.pattern + 1, last.name + 1)
            } else {
                return false
            }
        }
        return pattern[inPattern...].allSatisfy { $0 == "*" }
    }

    private static func folded(_ text: String) -> [Character] {
        text.map { $0.isASCII ? Character($0.lowercased()) : $0 }
    }
}
