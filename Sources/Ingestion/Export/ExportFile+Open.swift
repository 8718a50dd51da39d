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
        let files = try openAll(bytes, options: options)
        if let file = files.first, files.count == 1 { return file }
        let lists = files.map { "\($0.shownAs) (\($0.entity.rawValue))" }.joined(separator: ", ")
        throw InputError(
            file: bytes.shownAs, message: "the file has \(files.count) lists: \(lists)",
            advice: ["Name the one to take, with --sheet or --as.", nothingImported])
    }

    /// The batches that a rejects file says its rows come from; none for any other file. With them the source, entity,
    /// profile and mapping of the first import can be restored before the file is opened.
    package static func rejectBatches(path: String, shownAs: String) throws(InputError) -> [String] {
        let bytes = try FileBytes.open(path: path, shownAs: shownAs)
        do {
            let options = ImportOptions()
            if let sheets = try sheets(bytes, options) { return try sheets.flatMap { try rejectBatches($0) } }
            let look = try FileLook(bytes, options)
            if look.isXML { return try (worksheets(look, options) ?? []).flatMap { try rejectBatches($0) } }
            return try rejectBatches(look)
        } catch let error as InputError {
            throw error
        } catch {
            throw FileBytes.unreadable(shownAs, "\(error)")
        }
    }

    private static func rejectBatches(_ look: FileLook) throws -> [String] {
        let layout: CSVLayout
        do throws(InputError) {
            layout = try look.tableLayout(ImportOptions(), look.dialect(ImportOptions()))
        } catch {
            // A sheet without a list is none of an import.
            if look.part != nil { return [] }
            throw error
        }
        return RejectColumns.begin(layout.cells) ? try rejectBatches(look, layout) : []
    }

    init(
        _ look: FileLook, _ list: DetectedList, header: [String], layout: Layout, options: ImportOptions,
        rejectBatches: [String], sample: [[String]] = []
    ) {
        shownAs = look.bytes.shownAs
        encoding = look.encoding
        profile = list.profile
        entity = list.entity
        source = options.source ?? list.profile.name
        let conventions = ConventionDetection.guess(
            list.profile.conventions, wishes: options.conventions, list.mapping, rows: sample)
        self.conventions = conventions.conventions
        conventionReasons = conventions.reasons
        self.header = header
        reason = list.reason
        digestBytes = look.digest
        self.rejectBatches = rejectBatches
        bytes = look.bytes
        byteCount = look.survey.byteCount
        stamp = look.stamp
        isClean = look.isClean
        table = list.list.table
        sheet = look.sheet
        part = look.part
        notes = look.notes
        self.layout = layout
        if case .records(let reading) = layout {
            isWrittenHere = list.list.isWritten(in: reading.layout.names, isXML: true)
        } else {
            isWrittenHere = list.list.isWritten(in: header, isXML: false)
        }
        mapping = list.mapping
    }
}
