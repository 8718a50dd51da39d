/// A table of Facts/normalization: tab-separated lines; lines that begin with `#` say what the table is.
enum FactTable {
    /// The rows of a table, in its order; none where there is no such table.
    static func rows(_ name: String) -> [[String]] {
        lines(name).map { line in
            line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
    }

    /// The lines of a table without comments and blank lines.
    static func lines(_ name: String) -> [Substring.UTF8View] {
        (EmbeddedFacts.text(name) ?? "").utf8.split(separator: UInt8(ascii: "\n")).filter {
            $0.first != UInt8(ascii: "#")
        }
    }

    /// The parts of a cell that lists several, separated by `|`.
    static func alternatives(_ cell: String) -> [String] { cell.split(separator: "|").map(String.init) }
}
