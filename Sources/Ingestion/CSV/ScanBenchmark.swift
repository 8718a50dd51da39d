/// What `Benchmarks/Reader` measures of the scanner alone.
package enum ScanBenchmark {
    /// Finds every cell of the rows in a UTF-8 file separated by commas; returns how many rows and cells there are.
    package static func run(path: String) throws -> (rows: Int, cells: Int) {
        var text = try TextStream(
            try FileBytes.open(path: path, shownAs: path),
            encoding: EncodingGuess(encoding: .utf8, confidence: 1, reason: ""))
        var reader = CSVReader(CSVDialect())
        var (rows, cells) = (0, 0)
        try reader.forEach(in: &text) { row in
            rows += 1
            cells += row.fields.count
        }
        return (rows, cells)
    }
}
