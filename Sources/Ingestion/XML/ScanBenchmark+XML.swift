extension ScanBenchmark {
    /// Gathers the cells of the records in a UTF-8 file of XML; returns how many records and cells there are.
    package static func runXML(path: String) throws -> (rows: Int, cells: Int) {
        let bytes = try FileBytes.open(path: path, shownAs: path)
        let encoding = EncodingGuess(encoding: .utf8, confidence: 1, reason: "")
        let detection = RecordDetection()
        let start = XMLReader(detection, file: path)
        try XMLLayout.read(bytes, encoding, limit: FileSurvey.headLimit) { try start.push($0, isLast: $1) }
        guard let record = detection.record else { return (0, 0) }
        var (rows, cells) = (0, 0)
        let collector = RecordCollector(record, file: path) { row, _ in
            rows += 1
            cells += row.count
        }
        let reader = XMLReader(collector, file: path)
        defer { reader.close() }
        try XMLLayout.read(bytes, encoding, limit: nil) { try reader.push($0, isLast: $1) }
        return (rows, cells)
    }
}
