import Foundation
import Ingestion
import Records

/// The rows that were not accepted and the values that were not understood, as CSV files that can be corrected in a
/// spreadsheet; a rejects file can be imported again as it is (SPEC.md, contract 2).
enum RejectFiles {
    static func rejectsName(of file: FileRows) -> String { name(of: file, kind: "rejects") }
    static func problemsName(of file: FileRows) -> String { name(of: file, kind: "problems") }

    static func conflictsName(of file: FileRows) -> String { name(of: file, kind: "conflicts") }

    /// Writes the files of each import that has any, and removes those of an earlier import of the same list.
    static func write(_ files: [FileRows], to folder: URL) throws {
        for file in files {
            try replace(
                folder.appending(path: rejectsName(of: file)), by: file.rejects.isEmpty ? nil : rejects(of: file))
            try replace(
                folder.appending(path: problemsName(of: file)), by: file.flagged.isEmpty ? nil : problems(of: file))
            // A list that says nothing new leaves the ledger of what it said to be read.
            if file.counts.new + file.counts.updated > 0 || !file.conflicts.isEmpty {
                try replace(folder.appending(path: conflictsName(of: file)), by: ConflictLedger.bytes(of: file))
            }
        }
    }

    static func replace(_ url: URL, by bytes: [UInt8]?) throws {
        if let bytes {
            try AtomicFiles.write(bytes, to: url)
        } else if FileManager.default.fileExists(atPath: url.path) {
            try FileManager.default.removeItem(at: url)
        }
    }

    /// `kunden.rejects.csv`; of the sheet 客户 of a workbook with several, `kunden[客户].rejects.csv`.
    private static func name(of file: FileRows, kind: String) -> String {
        let path = file.path.isEmpty ? file.batch.file : file.path
        let base = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
        let part = file.part.map { "[\(named($0))]" } ?? ""
        return "\(base)\(part).\(kind).csv"
    }

    /// A part's name as it may stand in a file's: no two become the same.
    private static func named(_ part: String) -> String {
        let others = "/\\:*?\"<>|'%\u{7F}".unicodeScalars
        return part.unicodeScalars.map { scalar in
            let isKept = scalar.value >= 0x20 && !others.contains(scalar)
            return isKept ? String(scalar) : "%\(scalar.value)%"
        }.joined()
    }

    private static func rejects(of file: FileRows) -> [UInt8] {
        var writer = CSVWriter(bom: true)
        writer.append(RejectColumns.names + file.batch.header)
        for reject in file.rejects {
            // The cells go out as they came in: neutralising them would change what is imported again.
            writer.append(
                place(reject.position, reject.field, reject.code, reject.message, in: file) + reject.cells.strings)
        }
        return writer.bytes
    }

    private static func problems(of file: FileRows) -> [UInt8] {
        var writer = CSVWriter(bom: true)
        writer.append(RejectColumns.names + ["reject_value"])
        for (position, flags) in file.flagged {
            for flag in flags {
                var place = position
                place.column = file.batch.fields.firstIndex(of: flag.field).map { $0 + 1 }
                writer.append(self.place(place, flag.field, flag.code, flag.message, in: file) + [flag.raw])
            }
        }
        return writer.bytes
    }

    private static func place(
        _ position: SourcePosition, _ field: Field?, _ code: ProblemCode, _ message: String, in file: FileRows
    ) -> [String] {
        [
            file.batch.id.rawValue, file.batch.file, String(position.line), position.column.map(String.init) ?? "",
            field?.rawValue ?? "", code.rawValue, message,
        ]
    }
}
