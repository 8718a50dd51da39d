import Records

/// The first look at a file: what its bytes are, before columns mean anything.
struct FileLook {
    let bytes: FileBytes
    let survey: FileSurvey
    let encoding: EncodingGuess
    /// The beginning of the text, in UTF-8.
    let text: [UInt8]
    /// The table of a workbook whose rows `text` shows; `nil`: it is the file's own beginning.
    private(set) var sheet: Sheet?
    private var sheetIsWhole = false
    /// The list's name where the file has several.
    var part: String?
    /// What the user should know though nothing is wrong with it.
    var notes: [String] = []

    var isXML: Bool { XMLDeclaration.begins(text) }

    var isWhole: Bool { sheet == nil ? survey.byteCount <= FileSurvey.headLimit : sheetIsWhole }

    /// Whether every byte is text in UTF-8.
    var isClean: Bool {
        sheet != nil
            || encoding.encoding == .utf8 && encoding.lineEncoding == nil && survey.utf8.isValid && survey.nulCount == 0
    }

    /// What the file's last change was before anything was read.
    let stamp: FileStamp?

    init(_ bytes: FileBytes, _ options: ImportOptions) throws(InputError) {
        self.bytes = bytes
        stamp = bytes.stamp
        survey = try FileSurvey(bytes)
        encoding = try Self.encoding(survey, bytes, options)
        try FileKind.check(survey, encoding: encoding, file: bytes.shownAs)
        var text: [UInt8] = []
        var stream = try TextStream(bytes, encoding: encoding)
        while stream.byteCount < FileSurvey.headLimit, try stream.append(to: &text) {}
        self.text = text
    }

    /// A sheet of a workbook; `text` are its first rows.
    init(
        _ bytes: FileBytes, _ survey: FileSurvey, _ encoding: EncodingGuess, sheet: Sheet, text: [UInt8], isWhole: Bool,
        part: String?
    ) {
        self.bytes = bytes
        stamp = bytes.stamp
        self.survey = survey
        self.encoding = encoding
        self.text = text
        self.sheet = sheet
        sheetIsWhole = isWhole
        self.part = part
    }

    /// SHA-256 of the file's bytes; where it has several lists, with the name of this one behind them.
    var digest: [UInt8] {
        guard let part else { return survey.digest }
        var hash = StreamDigest()
        survey.digest.withUnsafeBytes { hash.update($0) }
        Array(part.utf8).withUnsafeBytes { hash.update($0) }
        return hash.finish()
    }

    /// What the user says, else what an XML file declares, else what the bytes look like.
    private static func encoding(
        _ survey: FileSurvey, _ bytes: FileBytes, _ options: ImportOptions
    ) throws(InputError) -> EncodingGuess {
        if let name = options.encoding {
            guard let encoding = TextEncoding.named(name) else { throw TextEncoding.unknown(name, file: bytes.shownAs) }
            return EncodingGuess(encoding: encoding, confidence: 1, reason: "--encoding says so")
        }
        let found = try EncodingDetection.detect(survey, bytes: bytes)
        guard found.markLength == 0, found.encoding.unitSize == 1, let name = XMLDeclaration.encodingName(survey.head)
        else {
            return found
        }
        guard let declared = TextEncoding.named(name) else { throw TextEncoding.unknown(name, file: bytes.shownAs) }
        if declared.unitSize > 1 { return found }
        return EncodingGuess(encoding: declared, confidence: 1, reason: "its XML declaration says so")
    }

    /// What to say where the user's encoding is not what the bytes look like; only of use where the file is refused.
    func encodingDoubt(_ options: ImportOptions) throws(InputError) -> String? {
        guard options.encoding != nil else { return nil }
        let likely = try EncodingDetection.detect(survey, bytes: bytes)
        guard likely.encoding != encoding.encoding, likely.confidence >= 0.9 else { return nil }
        return
            "It was read as \(encoding.name) as --encoding says, but looks like \(likely.name): try without --encoding."
    }

    /// How the text is written as a table.
    func dialect(_ options: ImportOptions) throws(InputError) -> DialectGuess {
        if sheet != nil { return Sheet.dialect }
        var wishes = DialectDetection.Wishes()
        if let text = options.delimiter {
            guard let delimiter = CSVDialect.mark(named: text) else {
                throw InputError(
                    file: bytes.shownAs, message: "'\(text)' cannot separate cells",
                    advice: ["A delimiter is 'tab' or 1 to 8 bytes without quotes and line breaks.", nothingImported])
            }
            wishes.delimiter = delimiter
        }
        if let text = options.quote {
            guard text == "none" || text.utf8.count == 1, let byte = text.utf8.first, byte > 0x20 else {
                throw InputError(
                    file: bytes.shownAs, message: "'\(text)' cannot surround cells",
                    advice: ["A quote is one ASCII character, or 'none'.", nothingImported])
            }
            wishes.quote = .some(text == "none" ? nil : byte)
        }
        let profiles = options.profile.map { name in Profiles.builtIn.filter { $0.name == name } } ?? Profiles.builtIn
        for list in profiles.flatMap(\.lists) {
            let dialect = list.table.dialect(over: CSVDialect())
            // One usual byte is tried anyway.
            let isUsual = dialect.delimiter.count == 1 && DialectDetection.delimiters.contains(dialect.delimiter[0])
            if !isUsual || !dialect.rowEnd.isEmpty, !wishes.others.contains(dialect) { wishes.others.append(dialect) }
            // A profile that the user names knows its remarks.
            if options.profile != nil, wishes.comment.isEmpty { wishes.comment = list.table.comment }
        }
        return DialectDetection.detect(text, isWhole: isWhole, wishes: wishes)
    }

    func tableLayout(_ options: ImportOptions, _ guess: DialectGuess) throws(InputError) -> CSVLayout {
        try CSVLayout.find(
            text, isWhole: isWhole, guess, mapped: options.map.values.sorted { $0.isOrderedBefore($1) },
            headerLine: options.headerLine, file: bytes.shownAs)
    }
}
