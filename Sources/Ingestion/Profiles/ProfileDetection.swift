import Records

/// A list of a profile that a file was found to be, and how its columns read.
package struct DetectedList: Sendable, Equatable {
    package var profile: Profile
    package var list: Profile.List
    package var mapping: ColumnMapping
    /// How well it fits; of use only beside other scores.
    package var score: Double
    /// Why, in words.
    package var reason: String

    package var entity: Entity { list.entity }
}

/// Finds out which list of which system a header is.
package enum ProfileDetection {
    /// What the user and the reader know about a file before its columns are looked at.
    package struct Question: Sendable {
        package var header: [String]
        /// The element that is one record; `nil`: the file is a table.
        package var record: String?
        /// The file as it is shown to people.
        package var file: String
        package var headerLine: Int
        /// The header as it stands in the file, if it stands on one line.
        package var headerExcerpt: String?
        package var entity: Entity?
        package var profile: String?
        package var map: [Field: String]

        package init(
            header: [String], record: String? = nil, file: String, headerLine: Int = 1, headerExcerpt: String? = nil,
            entity: Entity? = nil, profile: String? = nil, map: [Field: String] = [:]
        ) {
            self.header = header
            self.record = record
            self.file = file
            self.headerLine = headerLine
            self.headerExcerpt = headerExcerpt
            self.entity = entity
            self.profile = profile
            self.map = map
        }
    }

    /// What a full signature, and what the file's name, are worth beside the share of columns explained.
    private static let signatureWeight = 0.2
    private static let fileNameWeight = 0.15
    /// What it costs to lack a required field.
    private static let missingWeight = 0.1
    /// Two lists that are nearer than this fit equally well.
    private static let tie = 0.02
    /// Below this share, and below two known columns, a header is nobody's.
    private static let leastExplained = 0.2

    /// How much a row looks like the header of any list, from 0 to 1: the share of its cells that the list knows.
    /// A lone cell, such as a title above the header, reaches half at most.
    package static func headerScore(_ cells: [String]) -> Double {
        let header = Header(cells)
        guard !header.named.isEmpty else { return 0 }
        let folded = header.named.map { Folding.folded(cells[$0]) }
        let most = knownNames.reduce(0) { most, names in max(most, folded.count { names.contains($0) }) }
        return Double(most) / Double(max(2, folded.count))
    }

    /// Per list, every name that it knows.
    private static let knownNames: [Set<[UInt8]>] = Profiles.builtIn.flatMap(\.lists).map { list in
        let sources = list.rules.flatMap(\.steps).flatMap(\.self).flatMap(\.columns)
        return Set((sources + list.others).map(\.folded))
    }

    /// The list that a file is. Throws `InputError` where none fits, two fit equally well, or a required field has no
    /// column: what a file is, is never guessed.
    package static func choose(_ question: Question) throws(InputError) -> DetectedList {
        let header = Header(question.header)
        let profiles = try candidates(question)
        let columns = try userColumns(question, header)
        let hint = FileNameHint.entity(of: question.file)
        var fits: [(fit: ListFit, score: Double)] = []
        for profile in profiles {
            for list in profile.lists where canBe(list, question) {
                let fit = ListFit(profile, list, header, userColumns: columns)
                let isNamed = question.profile != nil || question.record != nil && list.record != nil
                if !profile.isGeneric, !isNamed, fit.signature.isEmpty { continue }
                fits.append((fit, score(fit, hint)))
            }
        }
        if fits.isEmpty { throw noList(question) }
        let likely = fits.filter { isEnough($0.fit, question, hint) }
        let usable = likely.filter { $0.fit.missing.isEmpty }
        guard let best = usable.max(by: { $0.score < $1.score }) else { throw nothingFits(question, header, likely) }
        // A list that fits much better though a column is missing is what the file is meant to be.
        if let better = likely.max(by: { $0.score < $1.score }), better.score - best.score >= tie {
            throw nothingFits(question, header, [better])
        }
        let rivals = usable.filter { best.score - $0.score < tie }
        if rivals.count > 1 {
            // Two lists of one profile and entity (two layouts of it) are no question that a user could answer.
            let answers = rivals.map { Rival(profile: $0.fit.profile.name, entity: $0.fit.list.entity) }
            if Set(answers).count > 1 { throw undecided(question, answers) }
        }
        return DetectedList(
            profile: best.fit.profile, list: best.fit.list, mapping: best.fit.mapping, score: best.score,
            reason: reason(best.fit, header, hint))
    }

    private static func candidates(_ question: Question) throws(InputError) -> [Profile] {
        guard let name = question.profile else { return Profiles.builtIn }
        guard let profile = Profiles.named(name) else { throw unknownProfile(name, question) }
        return [profile]
    }

    private static func canBe(_ list: Profile.List, _ question: Question) -> Bool {
        if let entity = question.entity, entity != list.entity { return false }
        if !question.map.keys.allSatisfy(list.entity.fields.contains) { return false }
        guard let record = list.record else { return true }
        guard let found = question.record else { return false }
        // `record[@model='res.partner']` is also a `record`, and `ufinterface/customer` a `customer`: the columns tell.
        return found == record || found.hasSuffix("/" + record) || record.hasPrefix(lastName(of: found) + "[")
    }

    private static func lastName(of record: String) -> Substring {
        record.split(separator: "/").last ?? Substring(record)
    }

    /// Whether a header is enough to take a file for that list where nobody says what it is.
    private static func isEnough(_ fit: ListFit, _ question: Question, _ hint: Entity?) -> Bool {
        if question.entity != nil || question.profile != nil || !question.map.isEmpty || !fit.signature.isEmpty {
            return true
        }
        guard tells(fit, hint) else { return false }
        return fit.fed.count >= 2
            ? fit.explained >= leastExplained : fit.explained == 1 && fit.known.count == fit.fed.count
    }

    /// Fields that many lists have: to know a column of them says little about which list it is.
    private static let references: Set<Field> = [.id, .customer, .rep, .deal, .parentID]
    private static let commonplace: Set<Field> = references.union([.name, .createdAt, .updatedAt, .notes, .tags])

    /// Whether a column tells this list from others, or the file's name does. Ids alone are no list, and a name beside
    /// unknown columns is anything's.
    private static func tells(_ fit: ListFit, _ hint: Entity?) -> Bool {
        let fields = Set(fit.mapping.feeds.map(\.field))
        if !fields.isSubset(of: commonplace) { return true }
        let isNamed = !fields.isSubset(of: references) && fit.explained == 1
        return isNamed || hint == fit.list.entity && !fields.isSubset(of: [.id])
    }

    private static func score(_ fit: ListFit, _ hint: Entity?) -> Double {
        var score = fit.weight
        if !fit.missing.isEmpty { score -= missingWeight }
        if !fit.signature.isEmpty { score += signatureWeight }
        if hint == fit.list.entity { score += fileNameWeight }
        return score
    }

    private static func reason(_ fit: ListFit, _ header: Header, _ hint: Entity?) -> String {
        let telling = fit.signature + header.named.filter { fit.known.contains($0) && !fit.signature.contains($0) }
        let shown = telling.prefix(3).map { header.cells[$0] }.joined(separator: ", ")
        let more = telling.count > 3 ? " …" : ""
        let entity = fit.list.entity.rawValue
        var reason =
            "\(fit.known.count) of \(header.named.count) columns are known to '\(fit.profile.name)' as \(entity)"
        reason += " (\(shown)\(more))"
        if hint == fit.list.entity { reason += "; the file's name says \(entity)" }
        return reason
    }

    /// The user's columns by field.
    private static func userColumns(_ question: Question, _ header: Header) throws(InputError) -> [Field: Int] {
        var columns: [Field: Int] = [:]
        for field in Field.allCases {
            guard let name = question.map[field] else { continue }
            if let entity = question.entity, !entity.fields.contains(field) {
                throw foreignField(field, entity, question)
            }
            guard let column = header.column(called: name) else { throw unknownColumn(name, field, question) }
            columns[field] = column
        }
        return columns
    }
}
