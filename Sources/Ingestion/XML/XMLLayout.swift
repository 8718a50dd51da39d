import Records

/// What an XML file shows: which element is a record, and the leaf paths of all its records.
struct XMLLayout: Sendable {
    var record: RecordPattern
    /// What profiles know the record by: a profile's own pattern, or the element's name.
    var recordName: String
    /// Leaf paths in the order of their first appearance.
    var header: [String]

    /// - Throws: `InputError` where the file is not well-formed, is refused, or has no records.
    static func find(_ bytes: FileBytes, encoding: EncodingGuess, options: ImportOptions) throws -> XMLLayout {
        var detection = try detect(bytes, encoding, limit: FileSurvey.headLimit)
        if detection.record == nil { detection = try detect(bytes, encoding, limit: nil) }
        var best: (name: String, pattern: RecordPattern, count: Int)?
        for name in profilePatterns(options) {
            guard let pattern = RecordPattern(name), let element = pattern.components.last?.name,
                detection.names.contains(element)
            else { continue }
            let count = try count(pattern, bytes, encoding)
            if count > best?.count ?? 0 { best = (name, pattern, count) }
        }
        guard let pattern = best?.pattern ?? detection.record else {
            throw InputError(
                file: bytes.shownAs, message: "the XML has no records: no element in it repeats and holds values",
                advice: ["Export the list with its records, or as CSV UTF-8.", nothingImported])
        }
        let collector = RecordCollector(pattern, file: bytes.shownAs) { _, _ in }
        let reader = XMLReader(collector, file: bytes.shownAs)
        try read(bytes, encoding, limit: nil) { try reader.push($0, isLast: $1) }
        let name = best?.name ?? pattern.components.last?.name ?? ""
        return XMLLayout(record: pattern, recordName: name, header: collector.header)
    }

    private static func detect(_ bytes: FileBytes, _ encoding: EncodingGuess, limit: Int?) throws -> RecordDetection {
        let detection = RecordDetection()
        let reader = XMLReader(detection, file: bytes.shownAs)
        try read(bytes, encoding, limit: limit) { try reader.push($0, isLast: $1) }
        return detection
    }

    /// The record elements that profiles know, those that are asked for only.
    private static func profilePatterns(_ options: ImportOptions) -> [String] {
        Profiles.builtIn.filter { options.profile == nil || $0.name == options.profile }.flatMap(\.lists)
            .filter { options.entity == nil || $0.entity == options.entity }.compactMap(\.record)
    }

    private static func count(_ pattern: RecordPattern, _ bytes: FileBytes, _ encoding: EncodingGuess) throws -> Int {
        var count = 0
        let collector = RecordCollector(pattern, file: bytes.shownAs) { _, _ in count += 1 }
        let reader = XMLReader(collector, file: bytes.shownAs)
        try read(bytes, encoding, limit: FileSurvey.headLimit) { try reader.push($0, isLast: $1) }
        return count
    }

    /// Gives the text piece by piece to `push`; of at most about `limit` bytes, without saying that it ends there.
    ///
    /// - Returns: how many bytes of the file were read.
    @discardableResult
    static func read(
        _ bytes: FileBytes, _ encoding: EncodingGuess, limit: Int?, _ push: ([UInt8], _ isLast: Bool) throws -> Void
    ) throws -> Int {
        var text = try TextStream(bytes, encoding: encoding)
        while true {
            var piece: [UInt8] = []
            let isMore = try text.append(to: &piece)
            if !piece.isEmpty { try push(piece, false) }
            if !isMore {
                try push([], true)
                return text.byteCount
            }
            if let limit, text.byteCount >= limit { return text.byteCount }
        }
    }

    /// The names by which generic profiles may know the columns: the last part of each path, where no other path ends
    /// in the same; the whole path elsewhere.
    var leafNames: [String] {
        let leaves = header.map(Self.leafName)
        var counts: [String: Int] = [:]
        for leaf in leaves { counts[leaf, default: 0] += 1 }
        return zip(header, leaves).map { path, leaf in
            counts[leaf] == 1 || !path.contains("/") ? leaf : path
        }
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
