import Records

/// Files that are no text: told by their first bytes, so that the message can say what they are.
enum FileKind {
    /// - Throws: `InputError` for an empty file and for one that is neither CSV nor XML. Workbooks do not come here.
    static func check(_ survey: FileSurvey, encoding: EncodingGuess, file: String) throws(InputError) {
        if survey.byteCount == 0 {
            throw InputError(
                file: file, message: "the file is empty (0 bytes)",
                advice: ["A list needs at least a header line. Export it again.", nothingImported])
        }
        if let (what, advice) = foreign(survey.head) {
            throw InputError(
                file: file, message: "this is \(what), not a CSV, XML or XLSX file", advice: [advice, nothingImported])
        }
        if isWebPage(survey.head) {
            throw InputError(
                file: file, message: "this is a web page (HTML), not a CSV, XML or XLSX file",
                advice: [
                    "Where it is a page to sign in: sign in, and export again. Where it is a table that a system calls "
                        + "Excel: open it in Excel or WPS, and save it as 'Excel workbook (*.xlsx)'.",
                    nothingImported,
                ])
        }
        // A few NULs are damage of single rows; many, outside UTF-16 and UTF-32, are no text at all.
        if encoding.encoding.unitSize == 1, survey.nulCount >= 16, survey.nulCount > survey.byteCount / 50 {
            throw InputError(
                file: file,
                message:
                    "this is a binary file, not text: \(survey.nulCount) of its \(survey.byteCount) bytes are zero",
                advice: [exportAsText, nothingImported])
        }
        let controls = encoding.encoding.unitSize == 1 ? controlCount(survey.head) : 0
        if controls >= 16, controls > survey.head.count / 50 {
            throw InputError(
                file: file,
                message:
                    "this is a binary file, not text: of its first \(survey.head.count) bytes \(controls) are control "
                    + "characters",
                advice: [exportAsText, nothingImported])
        }
    }

    private static let exportAsText = "Export the list as CSV UTF-8, XLSX or XML."

    /// Control characters that no text has: all but NUL, which is counted elsewhere, tab, line breaks, form feed and
    /// the end-of-file mark of old systems.
    private static func controlCount(_ head: [UInt8]) -> Int {
        head.count { $0 < 0x20 && $0 != 0 && !(0x09...0x0D).contains($0) && $0 != 0x1A }
    }

    /// What systems send instead of an export when the session has ended, or call a workbook.
    private static func isWebPage(_ head: [UInt8]) -> Bool {
        var text = head.prefix(4096)[...]
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
        text = text.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
        let start = text.prefix(16).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return start.starts(with: Array("<!doctype html".utf8)) || start.starts(with: Array("<html".utf8))
    }

    private static func foreign(_ head: [UInt8]) -> (what: String, advice: String)? {
        func begins(_ magic: [UInt8]) -> Bool { head.starts(with: magic) }
        let saveAs = "In Excel or WPS: File, Save As, 'Excel workbook (*.xlsx)', without a password; import that file."
        if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            // The name of a stream in the file, in UTF-16.
            let encrypted = Array("EncryptedPackage".utf8.map { [$0, 0] }.joined())
            if head.firstRange(of: encrypted) != nil {
                return (
                    "an Excel workbook with a password",
                    "Open it in Excel or WPS, save it without a password as .xlsx, and import that file."
                )
            }
            return ("an old Excel workbook (.xls), or one with a password", saveAs)
        }
        return signatures.first { begins($0.magic) }.map { ($0.what, $0.advice) }
    }

    /// How files begin that are sometimes taken for exports.
    private static let signatures: [(magic: [UInt8], what: String, advice: String)] = {
        let unpack = "Unpack it and import the file in it."
        return [
            (Array("%PDF-".utf8), "a PDF document", exportAsText),
            (Array("{\\rtf".utf8), "an RTF document", exportAsText),
            (Array("SQLite format 3".utf8), "a SQLite database", "Export its table as CSV UTF-8."),
            ([0x1F, 0x8B], "a gzip archive", unpack),
            (Array("BZh".utf8), "a bzip2 archive", unpack),
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz archive", unpack),
            ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive", unpack),
            ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive", unpack),
            (Array("Rar!".utf8) + [0x1A, 0x07], "a RAR archive", unpack),
            ([0x89] + Array("PNG\r\n".utf8), "a picture (PNG)", exportAsText),
            ([0xFF, 0xD8, 0xFF], "a picture (JPEG)", exportAsText),
            (Array("GIF8".utf8), "a picture (GIF)", exportAsText),
            (Array("[{".utf8), "JSON", exportAsText),
            (Array("{\"".utf8), "JSON", exportAsText),
        ]
    }()
}
