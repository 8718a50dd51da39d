import Foundation
import Records

/// The files of an inbox or of any folder of exports.
enum InboxFiles {
    /// `.xls` is what several systems call Excel's XML of 2003, which is read; a real one is refused, and says what to do.
    static let extensions: Set<String> = ["csv", "tsv", "txt", "xml", "xlsx", "xls"]

    /// The exports in `folder`, sorted by the bytes of their names; hidden files and other kinds are left alone.
    static func list(_ folder: URL) throws -> [URL] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { !$0.hasPrefix(".") && extensions.contains(($0 as NSString).pathExtension.lowercased()) }
            .sorted { $0.isOrderedBefore($1) }
            .map { folder.appending(path: $0) }
    }

    /// What the command line names: files as they are, folders by what is in them, each file once.
    static func expand(_ paths: [String]) throws -> [URL] {
        var seen: Set<String> = []
        return try paths.flatMap { path -> [URL] in
            var isFolder: ObjCBool = false
            let url = URL(filePath: path)
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
                return [url]
            }
            let files = try list(url)
            if files.isEmpty { Console.warning("there is no .csv, .tsv, .txt, .xml, .xlsx or .xls file in '\(path)'.") }
            return files
        }.filter { seen.insert($0.standardizedFileURL.resolvingSymlinksInPath().path).inserted }
    }
}
