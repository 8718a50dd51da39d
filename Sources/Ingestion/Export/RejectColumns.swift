import Records

/// The columns that a rejects file puts before the original ones (SPEC.md, contract 2).
package enum RejectColumns {
    package static let names = ["batch", "file", "line", "column", "field", "code", "message"].map { "reject_\($0)" }

    /// Whether the file is one that an import wrote, to be corrected and imported again.
    static func begin(_ header: [String]) -> Bool { header.count > names.count && header.starts(with: names) }

    /// Whether it is the list of values that were not understood: it holds no rows to import.
    static func isProblems(_ header: [String]) -> Bool { header == names + ["reject_value"] }
}
