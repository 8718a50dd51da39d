import Records

extension ExportFile {
    /// Looks at a file: encoding, container, dialect, header, profile and entity. Its rows are not read. `shownAs` is how
    /// messages name it.
    ///
    /// Throws where the file cannot be used, with the place, what was expected and what to do.
    package static func open(path: String, shownAs: String, options: ImportOptions = ImportOptions()) throws(InputError)
        -> ExportFile
    {
        try open(try FileBytes.open(path: path, shownAs: shownAs), options: options)
    }

    static func open(_ bytes: FileBytes, options: ImportOptions) throws(InputError) -> ExportFile {
        do {
            let look = try Look(bytes, options)
            do {
                return look.isXML ? try openXML(look, options) : try openTable(look, options)
            } catch var error as InputError {
                if let doubt = try look.encodingDoubt(options) { error.advice.insert(doubt, at: 0) }
                throw error
            }
        } catch let error as InputError {
            throw error
        } catch {
            throw FileBytes.unreadable(bytes.shownAs, "\(error)")
        }
    }

    /// The batches that a rejects file says its rows come from; none for any other file. With them the source, entity,
    /// profile and mapping of the first import can be restored before the file is opened.
    package static func rejectBatches(path: String, shownAs: String) throws(InputError) -> [String] {
        let bytes = try FileBytes.open(path: path, shownAs: shownAs)
        do {
            let look = try Look(bytes, ImportOptions())
            if look.isXML { return [] }
            let layout = try look.tableLayout(ImportOptions())
            return RejectColumns.begin(layout.cells) ? try rejectBatches(look, layout) : []
        } catch let error as InputError {
            throw error
        } catch {
            throw FileBytes.unreadable(shownAs, "\(error)")
        }
    }

    // MARK: Tables

    private static func openTable(_ look: Look, _ options: ImportOptions) throws -> ExportFile {
        let layout = try look.tableLayout(options)
        let file = look.bytes.shownAs
        if RejectColumns.isProblems(layout.cells) {
            throw InputError(
                file: file, line: layout.headerLine,
                message: "this lists values that were not understood; it holds no rows to import",
                advice: ["Correct them in the original export and import that again.", nothingImported])
        }
        let isRejects = RejectColumns.begin(layout.cells)
        let skipped = isRejects ? RejectColumns.names.count : 0
        let header = Array(layout.cells.dropFirst(skipped))
        let list = try ProfileDetection.choose(
            ProfileDetection.Question(
                header: header, file: file, headerLine: layout.headerLine, headerExcerpt: layout.excerpt,
                entity: options.entity,
                profile: options.profile, map: options.map))
        return ExportFile(
            look, list, header: header, layout: .table(layout, skipped: skipped), options: options,
            rejectBatches: isRejects ? try rejectBatches(look, layout) : [])
    }

    private static func rejectBatches(_ look: Look, _ layout: CSVLayout) throws -> [String] {
        var batches: [String] = []
        var text = try TextStream(look.bytes, encoding: look.encoding)
        var reader = CSVReader(layout.dialect, width: layout.cells.count, headerLine: layout.headerLine)
        try reader.forEach(in: &text) { row in
            guard case .cells = row.shape, row.line > layout.headerLine else { return }
            let batch = row.cells()[0]
            if !batch.isEmpty, !batches.contains(batch) { batches.append(batch) }
        }
        return batches
    }

    // MARK: XML

    private static func openXML(_ look: Look, _ options: ImportOptions) throws -> ExportFile {
        let file = look.bytes.shownAs
        if let place = XMLDeclaration.doctype(look.text) {
            throw Doctype.refusal(file: file, line: place.line, column: place.column)
        }
        let layout = try XMLLayout.find(look.bytes, encoding: look.encoding, options: options)
        // Where an attribute tells the records, the profile that knows it knows their paths; elsewhere names are words.
        let names = layout.recordName.hasSuffix("]") ? layout.header : layout.leafNames
        // Users name a column by its path, whatever profiles know it by.
        let map = options.map.mapValues { column in layout.header.firstIndex(of: column).map { names[$0] } ?? column }
        let list = try ProfileDetection.choose(
            ProfileDetection.Question(
                header: names, record: layout.recordName, file: file, entity: options.entity, profile: options.profile,
                map: map))
        return ExportFile(
            look, list, header: layout.header, layout: .records(layout), options: options, rejectBatches: [])
    }

    private init(
        _ look: Look, _ list: DetectedList, header: [String], layout: Layout, options: ImportOptions,
        rejectBatches: [String]
    ) {
        shownAs = look.bytes.shownAs
        encoding = look.encoding
        profile = list.profile
        entity = list.entity
        source = options.source ?? list.profile.name
        conventions = list.profile.conventions
        self.header = header
        reason = list.reason
        digestBytes = look.survey.digest
        self.rejectBatches = rejectBatches
        bytes = look.bytes
        byteCount = look.survey.byteCount
        self.layout = layout
        mapping = list.mapping
    }
}

/// The first look at a file: what its bytes are, before columns mean anything.
private struct Look {
    let bytes: FileBytes
    let survey: FileSurvey
    let encoding: EncodingGuess
    /// The beginning of the text, in UTF-8.
    let text: [UInt8]

    var isXML: Bool { XMLDeclaration.begins(text) }

    init(_ bytes: FileBytes, _ options: ImportOptions) throws(InputError) {
        self.bytes = bytes
        survey = try FileSurvey(bytes)
        encoding = try Self.encoding(survey, bytes, options)
        try FileKind.check(survey, encoding: encoding, file: bytes.shownAs)
        var text: [UInt8] = []
        var stream = try TextStream(bytes, encoding: encoding)
        while stream.byteCount < FileSurvey.headLimit, try stream.append(to: &text) {}
        self.text = text
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

    func tableLayout(_ options: ImportOptions) throws(InputError) -> CSVLayout {
        try CSVLayout.find(
            text, isWhole: survey.byteCount <= FileSurvey.headLimit, delimiter: options.delimiter,
            mapped: options.map.values.sorted { $0.isOrderedBefore($1) }, file: bytes.shownAs)
    }
}
