import Records

/// A list that fits as well as another.
struct Rival: Hashable {
    let profile: String
    let entity: Entity
}

extension ProfileDetection.Question {
    /// What messages call a column: the values of XML records stand in none.
    var column: String { record == nil ? "column" : "value" }
    var columns: String { column + "s" }
}

extension ProfileDetection {
    private static let nothingImported = "Nothing was imported."

    static func unknownProfile(_ name: String, _ question: Question) -> InputError {
        let names = Profiles.builtIn.map(\.name)
        let nearest = Nearest.match(to: name, among: names).map { "Did you mean '\($0)'?" }
        return InputError(
            file: question.file, message: "no profile is called '\(name)'",
            advice: [nearest ?? "There are \(list(names, "and")).", nothingImported])
    }

    static func unknownColumn(_ name: String, _ field: Field, _ question: Question) -> InputError {
        let named = question.header.filter { !Folding.folded($0).isEmpty }
        let nearest = Nearest.match(to: name, among: named).map { "Did you mean '\($0)'?" }
        return error(
            question, "no \(question.column) is called '\(name)' (--map \(field.rawValue)=\(name))",
            advice: [nearest ?? "The \(question.columns) are \(list(named, "and"))."])
    }

    static func foreignField(_ field: Field, _ entity: Entity, _ question: Question) -> InputError {
        let names = entity.fields.map(\.rawValue)
        let nearest = Nearest.match(to: field.rawValue, among: names).map { "Did you mean '\($0)'?" }
        return InputError(
            file: question.file, message: "'\(field.rawValue)' is not a field of \(entity.rawValue)",
            advice: [nearest ?? "The fields are \(list(names, "and")).", nothingImported])
    }

    /// No list of the profiles in question can be this file at all.
    static func noList(_ question: Question) -> InputError {
        if let name = question.profile, let entity = question.entity, let profile = Profiles.named(name),
            !profile.entities.contains(entity)
        {
            let known = list(profile.entities.map(\.rawValue), "and")
            return InputError(
                file: question.file, message: "the profile '\(name)' knows no \(entity.rawValue)",
                advice: ["It knows \(known).", nothingImported])
        }
        if !question.map.isEmpty {
            let fields = question.map.keys.map(\.rawValue).sorted { $0.isOrderedBefore($1) }
            return InputError(
                file: question.file, message: "no entity has the fields \(list(fields, "and")) that --map names",
                advice: ["Say what the file lists:  gonghai import --as ENTITY \(question.file)", nothingImported])
        }
        let what = question.record.map { "records called '\($0)'" } ?? "tables"
        return error(question, "no profile fits", advice: ["The profile '\(question.profile ?? "")' knows no \(what)."])
    }

    /// Lists were tried, and each lacks a column that it cannot do without.
    static func nothingFits(
        _ question: Question, _ header: Header, _ fits: [(fit: ListFit, score: Double)]
    ) -> InputError {
        let lacking = fits.filter { !$0.fit.missing.isEmpty && (!$0.fit.known.isEmpty || question.entity != nil) }
        guard let best = lacking.max(by: { $0.score < $1.score }), let missing = best.fit.missing.first else {
            return unknownHeader(question, header)
        }
        return missingField(missing, best.fit, question, header)
    }

    static func undecided(_ question: Question, _ rivals: [Rival]) -> InputError {
        let entities = Set(rivals.map(\.entity)), profiles = Set(rivals.map(\.profile))
        var advice: [String] = []
        if entities.count > 1 {
            let names = Entity.allCases.filter(entities.contains).map(\.rawValue)
            advice.append("Its \(question.columns) fit \(list(names, "and")) equally well. Say which it is:")
            advice += names.map { "  gonghai import --as \($0) \(quotedIfNeeded(question.file))" }
        }
        if profiles.count > 1 {
            let names = profiles.sorted { $0.isOrderedBefore($1) }
            advice.append("The profiles \(list(names.map { "'\($0)'" }, "and")) fit equally well. Say which it is:")
            advice += names.map { "  gonghai import --profile \($0) \(quotedIfNeeded(question.file))" }
        }
        return error(question, "cannot tell what this file lists", advice: advice)
    }

    private static func unknownHeader(_ question: Question, _ header: Header) -> InputError {
        if let record = question.record {
            let shown = header.named.prefix(8).map { "'\(header.cells[$0])'" }.joined(separator: ", ")
            return error(
                question, "no profile knows the records '\(record)' of this XML file",
                advice: [
                    "Their values are \(shown)\(header.named.count > 8 ? " …" : ""). Say what the file lists, and map them:",
                    "  gonghai import --as ENTITY --map FIELD=VALUE \(quotedIfNeeded(question.file))",
                    "An ENTITY is \(list(Entity.allCases.map(\.rawValue), "or")).",
                ])
        }
        if looksLikeData(header) {
            return InputError(
                file: question.file, line: question.headerLine, message: "no header row: this row looks like data",
                advice: [
                    "Put a row with the names of the columns above it, such as customer_name,phone,owner.",
                    nothingImported,
                ])
        }
        return error(
            question, "no profile knows these columns",
            advice: [
                "Say what the file lists, and map its columns:",
                "  gonghai import --as ENTITY --map FIELD=COLUMN \(quotedIfNeeded(question.file))",
                "An ENTITY is \(list(Entity.allCases.map(\.rawValue), "or")).",
            ])
    }

    private static func missingField(
        _ missing: [Field], _ fit: ListFit, _ question: Question, _ header: Header
    ) -> InputError {
        let field = missing[0]
        let names = fit.names(of: field)
        let closest = closestColumn(to: names, header, fit)
        var knows = "The profile '\(fit.profile.name)' knows \(list(names.prefix(3).map(\.self), "and"))."
        if let closest { knows += " The closest \(question.column) is '\(header.cells[closest])'." }
        let column = closest.map { quotedIfNeeded(header.cells[$0]) } ?? question.column.uppercased()
        // The suggestion must do what it says, so it repeats what the user has said already.
        var options = question.profile.map { " --profile \($0)" } ?? ""
        if let entity = question.entity { options += " --as \(entity.rawValue)" }
        for said in Field.allCases {
            if let name = question.map[said] { options += " --map \(quotedIfNeeded("\(said.rawValue)=\(name)"))" }
        }
        return error(
            question, "no \(question.column) for the field \(list(missing.map { "'\($0.rawValue)'" }, "or"))",
            column: closest,
            advice: [
                knows,
                "Map it with:  gonghai import\(options) --map \(field.rawValue)=\(column) \(quotedIfNeeded(question.file))",
            ])
    }

    /// The column that feeds nothing and is most like a name that the profile knows; `nil` where none is much like one.
    private static func closestColumn(to names: [String], _ header: Header, _ fit: ListFit) -> Int? {
        var best: (column: Int, shared: Double)?
        let known = names.map(pieces)
        for column in header.named where !fit.known.contains(column) {
            let cell = pieces(header.cells[column])
            let shared = known.map { Double($0.intersection(cell).count) / Double(max(1, $0.union(cell).count)) }
            guard let most = shared.max(), most >= 0.25 else { continue }
            if best.map({ most > $0.shared }) ?? true { best = (column, most) }
        }
        return best?.column
    }

    /// What two names are compared by: ideographs, and pairs of letters, which single letters would not tell apart.
    private static func pieces(_ name: String) -> Set<String> {
        let letters = Array(name.lowercased().filter { $0.isLetter || $0.isNumber })
        let ideographs = letters.filter { !$0.isASCII }.map { String($0) }
        let pairs = zip(letters, letters.dropFirst()).filter { $0.isASCII && $1.isASCII }.map { String([$0, $1]) }
        return Set(ideographs + pairs)
    }

    /// An empty cell, a number, a mail address or the same text twice is no header.
    private static func looksLikeData(_ header: Header) -> Bool {
        let cells = header.named.map { header.cells[$0] }
        let data = cells.count { cell in
            let digits = cell.utf8.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            return digits * 2 > cell.utf8.count || cell.contains("@")
        }
        return data > 0
    }

    private static func error(
        _ question: Question, _ message: String, column: Int? = nil, advice: [String]
    ) -> InputError {
        var found: (column: Int, length: Int)?
        if let column, let line = question.headerExcerpt { found = place(of: column, question.header, in: line) }
        // A header can be longer than anybody reads; it is shown up to the place that is meant.
        let shown = found.map { $0.column + $0.length } ?? 0
        let excerpt = question.headerExcerpt.flatMap {
            $0.count <= max(240, shown) ? $0 : "\($0.prefix(max(240, shown)))…"
        }
        return InputError(
            file: question.file, line: question.record == nil ? question.headerLine : nil, column: found?.column,
            length: found?.length ?? 1,
            message: message, excerpt: shown <= 400 ? excerpt : nil, advice: advice + [nothingImported])
    }

    /// Where a column's name stands in the header line: 1-based, in characters.
    private static func place(of column: Int, _ header: [String], in line: String) -> (column: Int, length: Int)? {
        var start = line.startIndex
        for (index, cell) in header.enumerated() where !cell.isEmpty {
            guard let found = line[start...].firstRange(of: cell) else { return nil }
            if index == column { return (line.distance(from: line.startIndex, to: found.lowerBound) + 1, cell.count) }
            start = found.upperBound
        }
        return nil
    }

    private static func quotedIfNeeded(_ word: String) -> String {
        let isPlain = word.allSatisfy { !$0.isWhitespace && !"'\"\\$`&|;<>()*?#![]{}~".contains($0) }
        let parts = word.split(separator: "'", omittingEmptySubsequences: false)
        return isPlain ? word : "'" + parts.joined(separator: "'\\''") + "'"
    }

    private static func list(_ words: [String], _ last: String) -> String {
        guard let end = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(last) \(end)"
    }
}
