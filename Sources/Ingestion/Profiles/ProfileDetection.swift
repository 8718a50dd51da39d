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
        /// Of XML, the leaf path of each column of `header`, which names it by its last part where that is enough.
        package var paths: [String]
        /// The file as it is shown to people.
        package var file: String
        package var headerLine: Int
        /// The header as it stands in the file, if it stands on one line.
        package var headerExcerpt: String?
        package var entity: Entity?
        package var profile: String?
        package var map: [Field: String]
        /// The list whose columns stand for the header that the file does not have; `nil`: `header` is from the file.
        var headerless: Profile.List?

        package init(
            header: [String], record: String? = nil, paths: [String] = [], file: String, headerLine: Int = 1,
            headerExcerpt: String? = nil,
            entity: Entity? = nil, profile: String? = nil, map: [Field: String] = [:]
        ) {
            self.header = header
            self.record = record
            self.paths = paths
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
        var counts = [Int](repeating: 0, count: listCount)
        for column in header.named {
            let lists = listsByName[Folding.folded(cells[column])] ?? []
            for list in lists { counts[list] += 1 }
            guard let plain = HeaderUnit(cells[column])?.folded else { continue }
            for list in listsByName[plain] ?? [] where !lists.contains(list) { counts[list] += 1 }
        }
        return Double(counts.max() ?? 0) / Double(max(2, header.named.count))
    }

    private static let listCount = Profiles.builtIn.reduce(0) { $0 + $1.lists.count }

    /// The lists, by their places one behind the other, that know a name.
    private static let listsByName: [[UInt8]: [Int]] = {
        var lists: [[UInt8]: [Int]] = [:]
        for (place, list) in Profiles.builtIn.flatMap(\.lists).enumerated() {
            let sources = list.rules.flatMap(\.steps).flatMap(\.self).flatMap(\.columns)
            for name in Set((sources + list.others).filter { $0.ending == nil }.map(\.folded)) {
                lists[name, default: []].append(place)
            }
        }
        return lists
    }()

    /// The list that a file is. Throws `InputError` where none fits, two fit equally well, or a required field has no
    /// column: what a file is, is never guessed.
    package static func choose(_ question: Question) throws(InputError) -> DetectedList {
        let header = Header(question.header, paths: question.paths)
        let profiles = try candidates(question)
        let columns = try userColumns(question, header)
        let hint = FileNameHint.entity(of: question.file)
        var fits: [(fit: ListFit, score: Double)] = []
        for profile in profiles {
            for list in profile.lists where canBe(list, question) {
                let fit = ListFit(profile, list, header, userColumns: columns)
                let isKnownRecord = question.record != nil && list.record != nil
                let isNamed = question.profile != nil || question.headerless != nil || isKnownRecord
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
        var rivals = usable.filter { best.score - $0.score < tie }
        // Where a system's own list fits as well, no list of any origin is a rival.
        if rivals.contains(where: { !$0.fit.profile.isGeneric }) { rivals.removeAll { $0.fit.profile.isGeneric } }
        // Lists of any origin that know none of the columns read them alike, as the user mapped them: no question either.
        if rivals.allSatisfy({ $0.fit.profile.isGeneric && $0.fit.known.count <= question.map.count }),
            let first = rivals.map(\.fit.profile.name).min()
        {
            rivals.removeAll { $0.fit.profile.name != first }
        }
        // Two lists of one profile and entity (two layouts of it) are no question that a user could answer.
        let answers = Set(rivals.map { Rival(profile: $0.fit.profile.name, entity: $0.fit.list.entity) })
        guard answers.count <= 1, let chosen = rivals.max(by: { $0.score < $1.score }) else {
            throw undecided(question, Array(answers))
        }
        return DetectedList(
            profile: chosen.fit.profile, list: chosen.fit.list, mapping: chosen.fit.mapping, score: chosen.score,
            reason: reason(chosen.fit, header, question, hint))
    }

    private static func candidates(_ question: Question) throws(InputError) -> [Profile] {
        guard let name = question.profile else { return Profiles.builtIn }
        guard let profile = Profiles.named(name) else { throw unknownProfile(name, question) }
        return [profile]
    }

    private static func canBe(_ list: Profile.List, _ question: Question) -> Bool {
        if let entity = question.entity, entity != list.entity { return false }
        if let headerless = question.headerless { return list == headerless }
        // Without a header a list is found by what its cells look like, before names are compared.
        if !list.table.columns.isEmpty, question.profile == nil { return false }
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
        let isSaid = question.entity != nil || question.profile != nil || !question.map.isEmpty
        if isSaid || question.headerless != nil || !fit.signature.isEmpty { return true }
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

    /// How many columns are known, by which it was recognised, which feed nothing, and what else spoke for it.
    private static func reason(_ fit: ListFit, _ header: Header, _ question: Question, _ hint: Entity?) -> String {
        let telling = fit.signature + header.named.filter { fit.known.contains($0) && !fit.signature.contains($0) }
        let entity = fit.list.entity.rawValue
        var reason =
            "\(fit.known.count) of \(header.named.count) \(question.columns) are known to '\(fit.profile.name)' as \(entity)"
        reason += " (\(shown(telling, header)))"
        let strangers = header.named.filter { !fit.known.contains($0) }
        if !strangers.isEmpty { reason += "; not known, kept with the record: \(shown(strangers, header))" }
        if hint == fit.list.entity { reason += "; the file's name says \(entity)" }
        if fit.profile.isGeneric, question.profile == nil {
            reason += "; it is no known system's list, so its \(question.columns) are read by what they are called"
        }
        return reason
    }

    private static func shown(_ columns: [Int], _ header: Header) -> String {
        columns.prefix(3).map { header.cells[$0] }.joined(separator: ", ") + (columns.count > 3 ? " …" : "")
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
