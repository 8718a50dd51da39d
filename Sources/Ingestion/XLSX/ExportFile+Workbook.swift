import Records

extension ExportFile {
    /// The lists of a file: one of a CSV file; of a workbook every sheet that holds a list; of an XML file every kind of
    /// record that one profile knows. Rows are not read. `shownAs` is how messages name the file; a sheet of several is
    /// `list.xlsx[客户]`.
    ///
    /// A sheet that is no list is left out, which a warning of the first list says; `ImportOptions.sheet` names the only
    /// one to take. Each list has a digest of its own where the file has several.
    ///
    /// Throws where the file cannot be used, or none of its sheets can, with the place, what was expected and what to do.
    package static func openAll(
        path: String, shownAs: String, options: ImportOptions = ImportOptions()
    ) throws(InputError) -> [ExportFile] {
        try openAll(try FileBytes.open(path: path, shownAs: shownAs), options: options)
    }

    static func openAll(_ bytes: FileBytes, options: ImportOptions) throws(InputError) -> [ExportFile] {
        do {
            if let looks = try sheets(bytes, options) { return try open(looks, options) }
            let look = try FileLook(bytes, options)
            do {
                guard look.isXML else {
                    if let sheet = options.sheet { throw noSuchSheet(sheet, among: [], bytes.shownAs) }
                    return [try openTable(look, options)]
                }
                if let looks = try worksheets(look, options) { return try open(looks, options) }
                return try openRecords(look, options)
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

    /// The sheets of a workbook that hold something, each looked at as the text of a table; `nil`: the file is none.
    static func sheets(_ bytes: FileBytes, _ options: ImportOptions) throws -> [FileLook]? {
        guard let start = try bytes.stream().next(), ZipArchive.begins(start) else { return nil }
        let workbook = try Workbook(bytes)
        let sheets = workbook.sheets.map {
            Sheet(name: $0.name, isHidden: $0.isHidden, book: .xlsx(workbook, part: $0.part))
        }
        return try looks(sheets, try FileSurvey(bytes), bytes, FileLook.ofWorkbook, options)
    }

    /// The worksheets of an XML file that is a workbook; `nil`: it is none.
    static func worksheets(_ look: FileLook, _ options: ImportOptions) throws -> [FileLook]? {
        guard SpreadsheetML.begins(look.text) else { return nil }
        if let place = XMLDeclaration.doctype(look.text) {
            throw Doctype.refusal(file: look.bytes.shownAs, line: place.line, column: place.column)
        }
        let names = SpreadsheetML(file: look.bytes.shownAs)
        let reader = XMLReader(names, file: look.bytes.shownAs)
        try XMLLayout.read(look.bytes, look.encoding, limit: nil) { try reader.push($0, isLast: $1) }
        guard !names.names.isEmpty else { return nil }
        let sheets = names.names.enumerated().map { index, name in
            Sheet(name: name, book: .xml(look.bytes, look.encoding, position: index))
        }
        return try looks(sheets, look.survey, look.bytes, look.encoding, options)
    }

    private static func looks(
        _ sheets: [Sheet], _ survey: FileSurvey, _ bytes: FileBytes, _ encoding: EncodingGuess, _ options: ImportOptions
    ) throws -> [FileLook] {
        let chosen = sheets.filter { options.sheet == nil || $0.name == options.sheet }
        if let name = options.sheet, chosen.isEmpty {
            throw noSuchSheet(name, among: sheets.map(\.name), bytes.shownAs)
        }
        var looks: [FileLook] = []
        for sheet in chosen where options.sheet != nil || !sheet.isHidden {
            var named = bytes
            if sheets.count > 1 { named = bytes.shown(as: "\(bytes.shownAs)[\(sheet.name)]") }
            let head = try sheet.head()
            if head.text.allSatisfy({ $0 <= 0x20 || $0 == UInt8(ascii: ",") }), head.isWhole { continue }
            looks.append(
                FileLook(
                    named, survey, encoding, sheet: sheet, text: head.text, isWhole: head.isWhole,
                    part: sheets.count > 1 ? sheet.name : nil))
        }
        guard !looks.isEmpty else {
            throw InputError(
                file: bytes.shownAs, message: "the workbook has no cells that hold anything",
                advice: ["A list needs at least a header line. Export it again.", nothingImported])
        }
        let hidden = sheets.filter { $0.isHidden && options.sheet == nil }.map(\.name)
        if !hidden.isEmpty {
            looks[0].notes.append(
                "\(bytes.shownAs): hidden sheets were left out: \(hidden.joined(separator: ", ")); "
                    + "import one with --sheet NAME"
            )
        }
        return looks
    }

    private static func open(_ looks: [FileLook], _ options: ImportOptions) throws -> [ExportFile] {
        guard looks.count > 1 else { return try looks.map { try openTable($0, options) } }
        return try several(looks[0], names: looks.map { $0.sheet?.name ?? "" }, looks) { _, look in
            try openTable(look, options)
        }
    }

    /// Opens several lists of one file. One that does not fit is left out with a warning, unless none fits.
    static func several(
        _ look: FileLook, names: [String], _ looks: [FileLook] = [],
        _ open: (_ index: Int, _ look: FileLook) throws -> ExportFile
    ) throws -> [ExportFile] {
        var files: [ExportFile] = []
        var lost: [String] = []
        var failures: [(name: String, error: InputError)] = []
        for (index, name) in names.enumerated() {
            var own = looks.indices.contains(index) ? looks[index] : look
            if own.part == nil { own.part = name }
            do { files.append(try open(index, own)) } catch let error as InputError {
                failures.append((name, error))
                lost += own.notes
            }
        }
        guard !files.isEmpty else {
            guard let first = failures.first else { return [] }
            throw first.error
        }
        // What is to be said of the file is said though the list that should say it is none.
        files[0].notes.insert(contentsOf: lost, at: 0)
        for failure in failures {
            files[0].notes.append(
                "\(failure.error.file): left out, since it is no list that is known: \(failure.error.message)")
        }
        return files
    }

    private static func noSuchSheet(_ name: String, among names: [String], _ file: String) -> InputError {
        let known = names.isEmpty ? "The file has no sheets." : "It has: \(names.joined(separator: ", "))."
        return InputError(
            file: file, message: "there is no sheet '\(name)' in it", advice: [known, nothingImported])
    }
}

extension FileLook {
    static let ofWorkbook = EncodingGuess(encoding: .utf8, confidence: 1, reason: "workbooks are always written in it")
}

extension FileBytes {
    func shown(as name: String) -> FileBytes { FileBytes(origin: origin, shownAs: name, chunkSize: chunkSize) }
}
