import GRDB

/// Why a store file cannot be used. Each says what was found and what to do.
package enum StoreError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A later version of the program has changed the file's layout.
    case newerThanProgram(path: String)
    /// The file is a database of something else.
    case notAStore(path: String)
    /// The content cannot be what this program wrote.
    case damaged(String)

    package var description: String {
        switch self {
        case .newerThanProgram(let path):
            "\(path) was written by a newer gonghai. Use that version, or restore a backup made with this one."
        case .notAStore(let path):
            "\(path) is a database, but not a pool store. Name another file in gonghai.yaml: store."
        case .damaged(let what):
            "The store is damaged: \(what). Restore a backup, then run: gonghai verify"
        }
    }
}

/// What went wrong below the store, in words for the terminal.
package enum StoreFailure {
    /// Whether another program kept the store for so long that the work was given up; all of it was taken back.
    package static func isBusy(_ error: any Error) -> Bool {
        (error as? DatabaseError)?.resultCode == .SQLITE_BUSY
    }

    /// `nil` for an error that does not come from the store. No statement and no value is shown: they hold personal data.
    package static func message(of error: any Error) -> String? {
        if let error = error as? StoreError { return error.description }
        guard let error = error as? DatabaseError else { return nil }
        let name = error.message ?? "error \(error.resultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_BUSY: return "the store is busy: another program writes to it (\(name)). Try again."
        case .SQLITE_FULL: return "the disk is full (\(name)). What was not finished was taken back."
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: return "pool.sqlite is damaged or no store (\(name)). Restore a backup."
        default: return "the store failed: \(name). What was not finished was taken back."
        }
    }
}
