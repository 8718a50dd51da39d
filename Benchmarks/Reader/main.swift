// Reads a file once and prints what it took, as one line of JSON.
//
//     reader scan FILE    finds every cell of a CSV file and makes no text of it
//     reader csv FILE     opens it as an import does, and maps every row onto fields
//     reader records FILE finds every record of an XML file and gathers its cells: no digest, no mapping
//     reader xml FILE     opens it as an import does, and maps every record onto fields

import Foundation
import Ingestion

guard CommandLine.arguments.count == 3 else {
    FileHandle.standardError.write(Data("reader scan|csv|records|xml FILE\n".utf8))
    exit(64)
}
let (mode, path) = (CommandLine.arguments[1], CommandLine.arguments[2])
let clock = ContinuousClock()
let start = clock.now
do {
    var rows = 0
    var cells = 0
    var opened = Duration.zero
    if mode == "scan" {
        (rows, cells) = try ScanBenchmark.run(path: path)
    } else if mode == "records" {
        (rows, cells) = try ScanBenchmark.runXML(path: path)
    } else {
        let file = try ExportFile.open(path: path, shownAs: path)
        opened = clock.now - start
        rows = try file.read { row in
            if case .record(let record) = row { cells &+= record.cells.count }
        }.read
    }
    let taken = clock.now - start
    let bytes = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    var usage = rusage()
    getrusage(0, &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    func seconds(_ time: Duration) -> Double {
        Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }
    let megabytes = Double(bytes) / 1e6 / seconds(taken)
    print(
        "{\"mode\":\"\(mode)\",\"rows\":\(rows),\"cells\":\(cells),\"seconds\":\(seconds(taken)),\"open_seconds\":\(seconds(opened)),"
            + "\"user_seconds\":\(seconds(usage.ru_utime)),\"system_seconds\":\(seconds(usage.ru_stime)),"
            + "\"mb_per_second\":\(megabytes),\"peak_rss_kb\":\(usage.ru_maxrss)}")
} catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
}
