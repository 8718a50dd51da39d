import Records

/// What an XML file shows of one of its lists: which element is a record, and the leaf paths of its records.
struct XMLLayout: Sendable {
    var record: RecordPattern
    /// What profiles know the record by: a profile's own pattern, or the element's name.
    var recordName: String
    /// Leaf paths in the order of the cells: sorted, so that the same record has the same cells in whatever order a file
    /// has its records and these their elements. In a large file, those of its beginning; others follow as they appear.
    var header: [String]
    /// What profiles know the columns by.
    var names: [String]
    /// The cells of the first records.
    var sample: [[String]] = []

    /// How much of a file is looked at for the paths: so many bytes, and so many records.
    private static let headRecords = 100
    private static let sampleRecords = 1_000

    /// The record elements of a file: those that one profile knows, else the one that repeats.
    ///
    /// - Throws: `InputError` where the file is not well-formed, is refused, or has no records.
    static func records(
        _ look: FileLook, options: ImportOptions
    ) throws -> [(pattern: RecordPattern, name: String)] {
        let (bytes, encoding) = (look.bytes, look.encoding)
        var detection = try detect(bytes, encoding, limit: FileSurvey.headLimit)
        if detection.record == nil { detection = try detect(bytes, encoding, limit: nil) }
        let asked = Profiles.builtIn.filter { options.profile == nil || $0.name == options.profile }
        var best: (profile: Profile, count: Int)?
        for profile in asked {
            let patterns = patterns(of: profile, options).filter { detection.names.contains($0.pattern.lastName) }
            guard let most = try counts(patterns, bytes, encoding, limit: FileSurvey.headLimit).max() else { continue }
            if most > best?.count ?? 0 { best = (profile, most) }
        }
        guard let best else {
            guard let found = detection.record else {
                throw InputError(
                    file: bytes.shownAs, message: "the XML has no records: no element in it repeats and holds values",
                    advice: ["Export the list with its records, or as CSV UTF-8.", nothingImported])
            }
            return [(found, found.lastName)]
        }
        // A file may hold several lists one behind the other: accounts, then contacts.
        let known = patterns(of: best.profile, options)
        let counts = try counts(known, bytes, encoding, limit: known.count > 1 ? nil : FileSurvey.headLimit)
        return zip(known, counts).filter { $0.1 > 0 }.map(\.0)
    }

    /// The record elements that a profile knows, those that are asked for only.
    private static func patterns(
        of profile: Profile, _ options: ImportOptions
    ) -> [(pattern: RecordPattern, name: String)] {
        var patterns: [(pattern: RecordPattern, name: String)] = []
        for list in profile.lists where options.entity ?? list.entity == list.entity {
            guard let name = list.record, let pattern = RecordPattern(name) else { continue }
            if !patterns.contains(where: { $0.name == name }) { patterns.append((pattern, name)) }
        }
        return patterns
    }

    private static func detect(_ bytes: FileBytes, _ encoding: EncodingGuess, limit: Int?) throws -> RecordDetection {
        let detection = RecordDetection()
        let reader = XMLReader(detection, file: bytes.shownAs)
        try read(bytes, encoding, limit: limit) { try reader.push($0, isLast: $1) }
        return detection
    }

    /// How many records each pattern finds.
    private static func counts(
        _ patterns: [(pattern: RecordPattern, name: String)], _ bytes: FileBytes, _ encoding: EncodingGuess, limit: Int?
    ) throws -> [Int] {
        if patterns.isEmpty { return [] }
        let counter = RecordCounter(patterns.map(\.pattern))
        let reader = XMLReader(counter, file: bytes.shownAs)
        try read(bytes, encoding, limit: limit) { try reader.push($0, isLast: $1) }
        return counter.counts
    }

    /// `isWhole`: the whole file is read for its paths, not only the beginning.
    ///
    /// - Throws: `InputError` where the file is not well-formed or is refused.
    init(_ record: RecordPattern, name: String, _ look: FileLook, isWhole: Bool) throws {
        var count = 0
        let paths = RecordCollector(record, file: look.bytes.shownAs) { _, _ in count += 1 }
        try Self.read(look, paths) { !isWhole && $0 >= FileSurvey.headLimit && count >= Self.headRecords }
        self.record = record
        recordName = name
        header = paths.header.sorted { $0.isOrderedBefore($1) }
        names = Self.names(header, recordName: name)
        var sample: [[String]] = []
        let cells = RecordCollector(record, header: header, file: look.bytes.shownAs) { cells, _ in
            if sample.count < Self.sampleRecords { sample.append(cells.strings) }
        }
        try Self.read(look, cells) { $0 >= FileSurvey.headLimit && sample.count >= Self.headRecords }
        self.sample = sample
    }

    private static func read(_ look: FileLook, _ visitor: RecordCollector, until isEnough: (Int) -> Bool) throws {
        let reader = XMLReader(visitor, file: look.bytes.shownAs)
        defer { reader.close() }
        try read(look.bytes, look.encoding, until: isEnough) { try reader.push($0, isLast: $1) }
    }

    /// Gives the text piece by piece to `push`; of at most about `limit` bytes, without saying that it ends there.
    ///
    /// - Returns: how many bytes of the file were read.
    @discardableResult
    static func read(
        _ bytes: FileBytes, _ encoding: EncodingGuess, limit: Int?,
        _ push: (UnsafeBufferPointer<UInt8>, _ isLast: Bool) throws -> Void
    ) throws -> Int {
        try read(bytes, encoding, until: { count in limit.map { count >= $0 } ?? false }, push)
    }

    @discardableResult
    private static func read(
        _ bytes: FileBytes, _ encoding: EncodingGuess, until isEnough: (Int) -> Bool,
        _ push: (UnsafeBufferPointer<UInt8>, _ isLast: Bool) throws -> Void
    ) throws -> Int {
        var text = try TextStream(bytes, encoding: encoding)
        var window = ByteWindow()
        while true {
            let isMore = try text.append(to: &window)
            if window.count > 0 { try push(window.bytes, false) }
            window.dropFirst(window.count)
            if !isMore {
                try push(window.bytes, true)
                return text.byteCount
            }
            if isEnough(text.byteCount) { return text.byteCount }
        }
    }

    // MARK: Names

    /// The names of paths that appeared after those of the header.
    func names(ofLate paths: ArraySlice<String>) -> [String] {
        if Self.arePaths(recordName) { return Array(paths) }
        var taken = Set(names)
        return paths.map { path in
            let leaf = Self.leafName(path)
            return !Self.isInRepeated(path) && taken.insert(leaf).inserted ? leaf : path
        }
    }

    /// Whether a profile knows the record by what it stands in or by an attribute: then it knows its values by their paths.
    private static func arePaths(_ recordName: String) -> Bool {
        recordName.contains("[") || recordName.contains("/")
    }

    /// Paths where a profile knows them. Elsewhere names are words: the last part of each path, where no other path ends
    /// in the same; the whole path elsewhere. What stands in an element that is met again (`contact#2/phone`) is known by
    /// its path, so that the first contact's `phone` is the record's whether or not there is a second one.
    private static func names(_ header: [String], recordName: String) -> [String] {
        if arePaths(recordName) { return header }
        var counts: [String: Int] = [:]
        for path in header where !isInRepeated(path) { counts[leafName(path), default: 0] += 1 }
        return header.map { path in
            let leaf = leafName(path)
            return !isInRepeated(path) && counts[leaf] == 1 || !path.contains("/") ? leaf : path
        }
    }

    private static func isInRepeated(_ path: String) -> Bool {
        path.lastIndex(of: "/").map { path[..<$0].contains("#") } ?? false
    }

    /// `address/city` is `city`, `@id` is `id`, `field[@name='email']` is `email`, and so is its `/@value`.
    private static func leafName(_ path: String) -> String {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count > 1, let last = parts.last, last == "@value" || last == "@ref",
            parts[parts.count - 2].hasSuffix("']")
        {
            parts.removeLast()
        }
        guard let last = parts.last else { return path }
        if last.hasPrefix("@") { return String(last.dropFirst()) }
        if last.hasSuffix("']"), let open = last.firstRange(of: "='") {
            return String(last[open.upperBound...].dropLast(2))
        }
        return String(last)
    }
}

/// Counts the records that several patterns find.
private final class RecordCounter: XMLVisitor {
    private let patterns: [RecordPattern]
    private(set) var counts: [Int]
    private var ancestors: [RecordPattern.Ancestor] = []
    /// Elements that are open in a record, the record included.
    private var depth = 0

    init(_ patterns: [RecordPattern]) {
        self.patterns = patterns
        counts = Array(repeating: 0, count: patterns.count)
    }

    func start(_ tag: XMLTag) throws {
        if depth > 0 {
            depth += 1
        } else if let place = patterns.firstIndex(where: { $0.matches(tag, in: ancestors) }) {
            counts[place] += 1
            depth = 1
        } else {
            ancestors.append(RecordPattern.Ancestor(tag))
        }
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) throws {}

    func end() throws {
        if depth > 0 { depth -= 1 } else if !ancestors.isEmpty { ancestors.removeLast() }
    }
}
