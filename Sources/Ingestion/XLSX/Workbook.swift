import Records

/// An XLSX file: which sheets it has, the texts that its cells share, and how its numbers are shown.
struct Workbook: Sendable {
    let bytes: FileBytes
    private(set) var sheets: [(name: String, part: String, isHidden: Bool)] = []
    private(set) var strings = SharedStrings()
    private(set) var styles: [NumberFormat] = []
    /// Whether days are counted from 1904 on, as old Excel for the Macintosh did.
    private(set) var startsIn1904 = false

    /// - Throws: `InputError` where it is no workbook that can be read, saying what it is.
    init(_ bytes: FileBytes) throws {
        self.bytes = bytes
        let archive = try ZipArchive(bytes)
        try Self.refuseOthers(archive)
        let roots = try Relations.read(archive, of: "")
        let main = roots.target(ofType: "/officeDocument") ?? "xl/workbook.xml"
        let contents = WorkbookContents()
        guard let entry = archive.entry(main) else { throw Self.noWorkbook(archive) }
        try Self.read(archive, entry, contents)
        startsIn1904 = contents.startsIn1904
        let relations = try Relations.read(archive, of: main)
        for sheet in contents.sheets {
            // A sheet that is a chart or a dialog has no cells.
            guard let relation = relations.byID[sheet.relation], relation.type.hasSuffix("/worksheet") else { continue }
            sheets.append((sheet.name, relation.target, sheet.isHidden))
        }
        if let part = relations.target(ofType: "/sharedStrings"), let entry = archive.entry(part) {
            let reader = SharedStringsReader(file: bytes.shownAs)
            try Self.read(archive, entry, reader)
            strings = reader.strings
        }
        if let part = relations.target(ofType: "/styles"), let entry = archive.entry(part) {
            let reader = StylesReader()
            try Self.read(archive, entry, reader)
            styles = reader.formats
        }
    }

    /// Reads one part of the workbook from its first byte on.
    func read(_ part: String, by visitor: any XMLVisitor) throws {
        let archive = try ZipArchive(bytes)
        guard let entry = archive.entry(part) else {
            throw InputError(
                file: bytes.shownAs, message: "the workbook has no part '\(part)', though it says so",
                advice: ["The file is damaged: open it in Excel or WPS and save it again.", nothingImported])
        }
        try Self.read(archive, entry, visitor)
    }

    fileprivate static func read(_ archive: ZipArchive, _ entry: ZipArchive.Entry, _ visitor: any XMLVisitor) throws {
        let reader = XMLReader(visitor, file: "\(archive.file)[\(entry.name)]")
        defer { reader.close() }
        try archive.read(entry) { try reader.push($0, isLast: false) }
        try reader.push([], isLast: true)
    }

    private static func refuseOthers(_ archive: ZipArchive) throws {
        let saveAs = "In Excel or WPS: File, Save As, 'Excel workbook (*.xlsx)'; import that file."
        let what: (String, String)?
        if archive.entry("xl/workbook.bin") != nil {
            what = ("a binary Excel workbook (.xlsb)", saveAs)
        } else if archive.entry("content.xml") != nil, archive.entry("META-INF/manifest.xml") != nil {
            what = ("an OpenDocument file (.ods)", saveAs)
        } else if archive.entry("word/document.xml") != nil {
            what = ("a Word document", "Copy its table into a sheet and save that as .xlsx.")
        } else if archive.entry("ppt/presentation.xml") != nil {
            what = ("a presentation", "Export the list itself as CSV UTF-8, XLSX or XML.")
        } else {
            what = nil
        }
        if let what {
            throw InputError(
                file: archive.file, message: "this is \(what.0), not a CSV, XML or XLSX file",
                advice: [what.1, nothingImported])
        }
    }

    private static func noWorkbook(_ archive: ZipArchive) -> InputError {
        InputError(
            file: archive.file, message: "this is a ZIP archive, not a CSV, XML or XLSX file",
            advice: ["Unpack it and import the files in it.", nothingImported])
    }
}

/// What a part of a workbook refers to.
private final class Relations: XMLVisitor {
    private(set) var byID: [String: (type: String, target: String)] = [:]
    private var order: [String] = []
    private let folder: [Substring]

    private init(folder: [Substring]) { self.folder = folder }

    /// The relations of a part; of the whole workbook for an empty name.
    static func read(_ archive: ZipArchive, of part: String) throws -> Relations {
        var folder = part.split(separator: "/")
        let name = folder.popLast() ?? ""
        let relations = Relations(folder: folder)
        let path = (folder + ["_rels", "\(name).rels"]).joined(separator: "/")
        if let entry = archive.entry(path) { try Workbook.read(archive, entry, relations) }
        return relations
    }

    func target(ofType suffix: String) -> String? {
        order.lazy.compactMap { self.byID[$0] }.first { $0.type.hasSuffix(suffix) }?.target
    }

    func start(_ tag: XMLTag) throws {
        guard tag.name.isNamed("Relationship"), let id = tag.text(of: "Id"), let target = tag.text(of: "Target") else {
            return
        }
        // Nothing outside the file is ever opened.
        if tag.text(of: "TargetMode") == "External" { return }
        if byID[id] == nil { order.append(id) }
        byID[id] = (tag.text(of: "Type") ?? "", path(of: target))
    }

    /// A target is relative to the part's folder, or absolute.
    private func path(of target: String) -> String {
        var parts = target.hasPrefix("/") ? [] : folder
        for part in target.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) throws {}
    func end() throws {}
}

/// The list of sheets.
private final class WorkbookContents: XMLVisitor {
    private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
    private(set) var startsIn1904 = false

    func start(_ tag: XMLTag) throws {
        if tag.name.isNamed("sheet") {
            let state = tag.text(of: "state") ?? "visible"
            // Its own `sheetId` is another thing; the relation is `r:id`.
            sheets.append((tag.text(of: "name") ?? "", tag.text(of: "id") ?? "", state != "visible"))
        } else if tag.name.isNamed("workbookPr") {
            startsIn1904 = ["1", "true", "on"].contains(tag.text(of: "date1904") ?? "")
        }
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) throws {}
    func end() throws {}
}

extension XMLTag {
    func text(of name: StaticString) -> String? { value(of: name).map { String(decoding: $0, as: UTF8.self) } }
}
