import Records

extension Profile {
    /// What only the writing of a list needs to know; what its columns mean is what they mean when they are read.
    package struct WrittenForm: Sendable, Equatable {
        /// In their order; empty: the list cannot be written.
        package var columns: [Column] = []
        /// XML: the elements from the root that the records, as `record` says, stand in; `nil`: `record` begins at the root.
        package var within: String?
        /// The words that the system takes for a field, the most general first; anything else is left out.
        package var words: [Field: [String]] = [:]

        package struct Column: Sendable, Equatable {
            package var name: String
            /// What it holds in every record; `nil`: what the field has that is read from it.
            package var fixed: String?
        }
    }
}

/// The statements of a profile that say how a list is written.
enum WriteStatements {
    static let words = ["write", "within", "words"]

    struct Mistake: Error {
        var message: String
    }

    static func read(
        _ word: String, _ rest: String, of entity: Entity, into form: inout Profile.WrittenForm
    ) throws(Mistake) {
        if rest.isEmpty { throw Mistake(message: "something follows '\(word)'") }
        switch word {
        case "write":
            for part in rest.split(separator: " | ") {
                let (name, fixed) = part.split(atFirst: " = ")
                if form.columns.contains(where: { $0.name == name }) {
                    throw Mistake(message: "'\(name)' is written twice")
                }
                form.columns.append(.init(name: name, fixed: fixed.isEmpty ? nil : fixed))
            }
        case "within": form.within = rest
        default:
            let (name, list) = rest.split(atFirst: ":")
            guard let field = Field(rawValue: name), entity.fields.contains(field), !list.isEmpty else {
                throw Mistake(message: "expected 'words FIELD: word; word'")
            }
            form.words[field, default: []] += list.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
        }
    }
}
