import Records

/// A header with its columns folded, ready to be looked up by name.
struct Header {
    let cells: [String]
    /// Where the values of XML records stand, beside the names by which profiles know them; empty for tables.
    private let paths: [String]
    private let places: [[UInt8]: [Int]]
    /// Columns that have a name at all.
    let named: [Int]

    init(_ cells: [String], paths: [String] = []) {
        self.cells = cells
        self.paths = paths
        var places: [[UInt8]: [Int]] = [:]
        var named: [Int] = []
        for (index, cell) in cells.enumerated() {
            let folded = Folding.folded(cell)
            if folded.isEmpty { continue }
            named.append(index)
            places[folded, default: []].append(index)
            if let plain = HeaderUnit(cell)?.folded { places[plain, default: []].append(index) }
        }
        for (index, path) in paths.enumerated() where cells.indices.contains(index) && path != cells[index] {
            places[Folding.folded(path), default: []].append(index)
        }
        self.places = places
        self.named = named
    }

    func column(_ name: Profile.ColumnName) -> Int? {
        if let ending = name.ending { return columns(endingIn: ending).first }
        // Leaf paths of XML count repetitions in the name itself.
        if name.occurrence > 1, let path = places[Folding.folded("\(name.text)#\(name.occurrence)")] {
            return path.first
        }
        guard let found = places[name.folded], found.indices.contains(name.occurrence - 1) else { return nil }
        return found[name.occurrence - 1]
    }

    private func columns(endingIn ending: String) -> [Int] {
        named.filter { cells[$0].count > ending.count && cells[$0].lowercased().hasSuffix(ending) }
    }

    /// Every column of the name, repeated ones included, or every one that ends as `*__c` does.
    func columns(_ name: Profile.ColumnName) -> [Int] {
        name.ending.map(columns(endingIn:)) ?? columns(name.folded)
    }

    /// Every column of the name, repeated ones included.
    func columns(_ folded: [UInt8]) -> [Int] { places[folded] ?? [] }

    /// The column that a user names: as it stands in the file, else folded.
    func column(called text: String) -> Int? {
        if let exact = cells.firstIndex(of: text) ?? paths.firstIndex(of: text) { return exact }
        return column(Profile.ColumnName(text))
    }
}

/// How well one list of one profile explains a header.
struct ListFit {
    let profile: Profile
    let list: Profile.List
    let mapping: ColumnMapping
    /// Columns that feed a field or are known to feed none.
    let known: Set<Int>
    /// Columns that feed a field.
    let fed: Set<Int>
    /// Share of the named columns that are known.
    let explained: Double
    /// The same, with the columns that feed nothing counted for less: what a list wants tells more than what it bears.
    let weight: Double
    /// The columns by which the system is recognised; empty where they are not all there.
    let signature: [Int]
    /// Required fields, any one of which would do, that no column feeds.
    let missing: [[Field]]

    /// `userColumns` are the user's own: they feed what the user says and nothing else.
    init(_ profile: Profile, _ list: Profile.List, _ header: Header, userColumns: [Field: Int]) {
        let taken = Set(userColumns.values)
        var feeds: [ColumnMapping.Feed] = []
        for field in list.entity.fields {
            guard let column = userColumns[field] else { continue }
            feeds.append(ColumnMapping.Feed(field: field, columns: [column]))
        }
        for rule in list.rules where userColumns[rule.field] == nil {
            for step in rule.steps { feeds += Self.feed(of: step, rule.field, header, taken) }
        }
        feeds = feeds.map { feed in
            var feed = feed
            feed.values = Self.values(for: feed, list, header)
            return feed
        }
        fed = Set(feeds.flatMap(\.columns))
        var known = fed
        for name in list.others { known.formUnion(header.columns(name)) }
        // A repeated column of a known name is no stranger, though only its first occurrence is read.
        for column in known { known.formUnion(header.columns(Folding.folded(header.cells[column]))) }
        self.profile = profile
        self.list = list
        self.known = known
        mapping = ColumnMapping(header.cells, feeds: feeds, nullTokens: profile.nullTokens)
        let borne = known.count - fed.count
        weight = header.named.isEmpty ? 0 : (Double(fed.count) + 0.8 * Double(borne)) / Double(header.named.count)
        explained = header.named.isEmpty ? 0 : Double(known.count) / Double(header.named.count)
        signature =
            list.signatures.lazy
            .map { $0.compactMap { header.column($0) } }
            .enumerated().first { $0.element.count == list.signatures[$0.offset].count }?.element ?? []
        let fields = Set(feeds.map(\.field))
        missing = list.entity.requiredFields.filter { fields.isDisjoint(with: $0) }
    }

    private static func feed(
        of step: [Profile.Alternative], _ field: Field, _ header: Header, _ taken: Set<Int>
    ) -> [ColumnMapping.Feed] {
        for alternative in step {
            let columns = alternative.columns.compactMap { header.column($0) }.filter { !taken.contains($0) }
            if !columns.isEmpty { return [ColumnMapping.Feed(field: field, columns: columns, join: alternative.join)] }
        }
        return []
    }

    private static func values(
        for feed: ColumnMapping.Feed, _ list: Profile.List, _ header: Header
    ) -> Profile.ValueMap? {
        let maps = list.values.filter { $0.field == feed.field }
        let own = maps.first { map in map.column.flatMap { header.column($0) }.map(feed.columns.contains) ?? false }
        return own ?? maps.first { $0.column == nil }
    }

    /// Names under which the list knows a field, in its own order.
    func names(of field: Field) -> [String] {
        list.rules.filter { $0.field == field }.flatMap(\.steps).flatMap(\.self).flatMap(\.columns).map(\.text)
    }
}

extension Profile.ColumnName {
    /// What the names of columns end in that are meant by `*__c`, in small letters; `nil`: one column is meant.
    var ending: String? { text.hasPrefix("*") ? String(text.dropFirst()).lowercased() : nil }
}
