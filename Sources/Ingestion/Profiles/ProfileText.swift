import Records

/// Reads the text of a profile: one statement a line, `#` at the start of a line for remarks. A line that begins with `|`
/// or `??` goes on with the statement above.
///
///     profile NAME
///     title TEXT
///     null TOKEN                      a text that stands for an empty cell
///     dates ymd|mdy|dmy   decimal .|,   currency ISO   zone IANA
///     generic                         any other profile that fits as well is better
///     canonical                       every field is also known under its own name
///     list ENTITY
///     record PATH                     XML only: the element that is one record
///     signature A, B                  columns that together only this list has
///     FIELD = A | B + C ?? D          A, or else B and C joined; where that is blank, D. `A & B`: given and family name
///     also A | B                      known columns that feed nothing; `*__c`: all whose name ends so
///     values FIELD [from COLUMN]: word -> text; word -> ; * -> text
///
/// How a list is written as a table, where its files do not show it:
///
///     columns A | B | - | B           a file without a header has these columns; `-` is one without a name
///     form A, B = KIND                what their filled cells look like: integer number date guid email text blank
///     delimiter TEXT                  one or several characters, as `+|`; `tab`
///     row_end TEXT                    what ends a row where no line break does, as `&|`
///     escape backslash                before a quote, a delimiter or a line break that belongs to the cell
///     quote none                      quotes are ordinary characters
///     comment TEXT                    lines that begin so are remarks
///     skip COLUMN = 合计 | 小计*      rows of totals: left out and counted; `*` after a word: or more. `skip * = …`: the
///                                     row's first filled cell
///     continue A, B                   a row that leaves them all blank takes them from the row above
///
/// How it is written, where the system can be written to:
///
///     write A | B | C = text          the columns in their order; `= text`: the same in every record
///     within odoo/data                XML: what the records stand in
///     words FIELD: word; word         what the system takes for a field; anything else is left out
package enum ProfileText {
    /// Throws `InputError` at the line that cannot be read.
    package static func profile(_ text: String, file: String) throws(InputError) -> Profile {
        var reader = ProfileReader(file: file)
        var statement = ""
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let part = line.trimmed
            if part.isEmpty || part.hasPrefix("#") { continue }
            if !statement.isEmpty, part.hasPrefix("| ") || part.hasPrefix("?? ") {
                statement += " " + part
                continue
            }
            if !statement.isEmpty { try reader.read(statement) }
            statement = part
            reader.number = index + 1
            reader.line = String(line)
        }
        if !statement.isEmpty { try reader.read(statement) }
        return try reader.finished()
    }
}

private struct ProfileReader {
    private static let headWords = [
        "title", "null", "dates", "decimal", "currency", "zone", "generic", "canonical", "list",
    ]

    let file: String
    var number = 1
    var line = ""
    private var profile: Profile?
    private var isCanonical = false

    init(file: String) { self.file = file }

    mutating func read(_ statement: String) throws(InputError) {
        let (word, rest) = statement.split(atFirst: " ")
        if word == "profile" {
            guard profile == nil, !rest.isEmpty else { throw error("one name follows 'profile', once") }
            profile = Profile(name: rest, title: rest)
            return
        }
        guard var profile else { throw error("the first statement is 'profile NAME'") }
        if try readHead(word, rest, into: &profile) {
            self.profile = profile
            return
        }
        guard var list = profile.lists.popLast() else {
            throw unknown(word, among: Self.headWords)
        }
        try readList(word, rest, statement, into: &list)
        profile.lists.append(list)
        self.profile = profile
    }

    func finished() throws(InputError) -> Profile {
        guard var profile else { throw error("the first statement is 'profile NAME'") }
        if isCanonical {
            for index in profile.lists.indices { profile.lists[index].addCanonicalNames() }
        }
        return profile
    }

    /// Whether the statement was one of the profile as a whole.
    private mutating func readHead(_ word: String, _ rest: String, into profile: inout Profile) throws(InputError)
        -> Bool
    {
        // `title` and `currency` are fields too.
        if rest.hasPrefix("=") { return false }
        switch word {
        case "title": profile.title = rest
        case "null": profile.nullTokens.append(rest)
        case "generic": profile.isGeneric = true
        case "canonical": isCanonical = true
        case "dates":
            guard let order = ValueConventions.DateOrder(rawValue: rest) else {
                throw unknown(rest, among: ValueConventions.DateOrder.allCases.map(\.rawValue))
            }
            profile.conventions.dateOrder = order
        case "decimal":
            guard rest == "." || rest == "," else { throw error("'decimal' is '.' or ','") }
            profile.conventions.decimalSeparator = rest.first
        case "currency": profile.conventions.currency = rest
        case "zone":
            guard let zone = Zone(named: rest) else { throw error("no time zone is called '\(rest)'") }
            profile.conventions.zone = zone
        case "list":
            guard let entity = Entity(rawValue: rest) else {
                throw unknown(rest, among: Entity.allCases.map(\.rawValue))
            }
            profile.lists.append(Profile.List(entity: entity))
        default: return false
        }
        return true
    }

    private func readList(
        _ word: String, _ rest: String, _ statement: String, into list: inout Profile.List
    ) throws(InputError) {
        switch word {
        case "record": list.record = rest
        case "signature": list.signatures.append(try names(rest.split(separator: ", ")))
        case "also": list.others += try names(rest.split(separator: " | "))
        case "values": try readValues(rest, into: &list)
        case let word where TableStatements.words.contains(word):
            do throws(TableStatements.Mistake) {
                try TableStatements.read(word, rest, into: &list.table)
            } catch {
                throw self.error(error.message)
            }
        case let word where WriteStatements.words.contains(word):
            do throws(WriteStatements.Mistake) {
                try WriteStatements.read(word, rest, of: list.entity, into: &list.written)
            } catch {
                throw self.error(error.message)
            }
        default:
            let (name, sources) = statement.split(atFirst: " = ")
            let fields = list.entity.fields
            guard let field = Field(rawValue: name), fields.contains(field) else {
                throw unknown(
                    name,
                    among: ["record", "signature", "also", "values"] + TableStatements.words + WriteStatements.words
                        + fields.map(\.rawValue))
            }
            if list.rules.contains(where: { $0.field == field }) { throw error("'\(name)' is given twice") }
            guard !sources.isEmpty else { throw error("expected 'FIELD = COLUMN'") }
            list.rules.append(Profile.Rule(field: field, steps: try steps(sources)))
        }
    }

    private func steps(_ text: String) throws(InputError) -> [[Profile.Alternative]] {
        var steps: [[Profile.Alternative]] = []
        for step in text.split(separator: " ?? ") {
            var alternatives: [Profile.Alternative] = []
            for alternative in step.split(separator: " | ") {
                let people = alternative.split(separator: " & ")
                alternatives.append(
                    people.count == 2
                        ? Profile.Alternative(columns: try names(people), join: .personName)
                        : Profile.Alternative(columns: try names(alternative.split(separator: " + "))))
            }
            steps.append(alternatives)
        }
        return steps
    }

    private func readValues(_ text: String, into list: inout Profile.List) throws(InputError) {
        let (subject, pairs) = text.split(atFirst: ":")
        let (name, column) = subject.split(atFirst: " from ")
        guard let field = Field(rawValue: name), list.entity.fields.contains(field) else {
            throw unknown(name, among: list.entity.fields.map(\.rawValue))
        }
        let from = column.isEmpty ? nil : Profile.ColumnName(column)
        let place = list.values.firstIndex { $0.field == field && $0.column == from }
        var map = place.map { list.values[$0] } ?? Profile.ValueMap(field: field, column: from)
        for pair in pairs.split(separator: ";") {
            let (word, target) = pair.trimmed.split(atFirst: "->")
            guard pair.contains("->"), !word.isEmpty else {
                throw error("expected 'word -> text', found '\(pair.trimmed)'")
            }
            if word == "*" {
                map.otherwise = Array(target.utf8)
            } else {
                map.targets[Folding.folded(word)] = Array(target.utf8)
                map.words.append(word)
            }
        }
        if let place { list.values[place] = map } else { list.values.append(map) }
    }

    private func names(_ texts: [Substring]) throws(InputError) -> [Profile.ColumnName] {
        let names = texts.map { Profile.ColumnName($0.trimmed) }
        guard !names.isEmpty, names.allSatisfy({ !$0.folded.isEmpty }) else {
            throw error("expected the name of a column")
        }
        return names
    }

    private func error(_ message: String, advice: [String] = []) -> InputError {
        let start = line.prefix { $0 == " " || $0 == "\t" }.count
        return InputError(
            file: file, line: number, column: start + 1, length: max(1, line.trimmed.count), message: message,
            excerpt: line, advice: advice)
    }

    private func unknown(_ word: String, among known: [String]) -> InputError {
        let nearest = Nearest.match(to: word, among: known)
        let advice = nearest.map { "Did you mean '\($0)'?" } ?? "Known: \(known.joined(separator: ", "))."
        return error("unknown word '\(word)'", advice: [advice])
    }
}

extension Profile.List {
    /// Lets every field be found under its own name too, after the names that the profile gives.
    fileprivate mutating func addCanonicalNames() {
        for field in entity.fields {
            let own = Profile.Alternative(columns: [Profile.ColumnName(field.rawValue)])
            if let place = rules.firstIndex(where: { $0.field == field }) {
                let last = rules[place].steps.count - 1
                if !rules[place].steps[last].contains(own) { rules[place].steps[last].append(own) }
            } else {
                rules.append(Profile.Rule(field: field, steps: [[own]]))
            }
        }
    }
}

extension StringProtocol {
    var trimmed: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
        guard let start = firstIndex(where: { !isBlank($0) }), let end = lastIndex(where: { !isBlank($0) }) else {
            return ""
        }
        return String(self[start...end])
    }

    /// What stands before and after the first `separator`, without blanks; nothing after it where there is none.
    func split(atFirst separator: String) -> (before: String, after: String) {
        let parts = split(separator: separator, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let before = parts.first, let after = parts.last else {
            return (String(self).trimmed, "")
        }
        return (before.trimmed, after.trimmed)
    }
}
