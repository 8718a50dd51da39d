import Foundation
import Ingestion
import Matching
import Normalization
import Records
import Rules

/// Reads a list, normalises it, finds who is whom, and writes `id,cluster`; times and memory go to stdout as JSON.
///
///     linker companies IN.csv OUT.csv
@main
struct Linker {
    static func main() {
        guard CommandLine.arguments.count == 4, CommandLine.arguments[1] == "companies" else {
            FileHandle.standardError.write(Data("linker companies IN.csv OUT.csv\n".utf8))
            exit(64)
        }
        do {
            try Linker().companies(CommandLine.arguments[2], CommandLine.arguments[3])
        } catch {
            FileHandle.standardError.write(Data("linker: \(error)\n".utf8))
            exit(1)
        }
    }

    private func companies(_ path: String, _ out: String) throws {
        var watch = StopWatch()
        guard let zone = Zone(named: "Asia/Shanghai"), let date = BusinessDate(iso: "2026-11-23") else { exit(70) }
        let file = try ExportFile.open(path: path, shownAs: path)
        let normalizer = Normalizer(rules: Rules(zone: zone), conventions: file.conventions, asOf: date)
        var table = CompanyTable()
        var ids: [String] = []
        _ = try file.read { row in
            guard case .record(let record) = row, case .accepted(let row) = normalizer.customer(record) else { return }
            ids.append(row.key.externalID)
            table.add(row.value.customer)
        }
        watch.lap("read_s")
        let matching = CompanyMatching(table)
        watch.lap("block_s")
        let model = matching.estimate()
        watch.lap("estimate_s")
        let clusters = matching.clusters(model)
        watch.lap("match_s")
        var lines = "id,cluster\n"
        for (index, id) in ids.enumerated() { lines += "\(id),\(clusters.root(of: index))\n" }
        try Data(lines.utf8).write(to: URL(fileURLWithPath: out))
        watch.values["records"] = Double(ids.count)
        watch.values["pairs"] = Double(matching.pairs.count)
        watch.values["undecided"] = Double(clusters.undecided.count)
        print(watch.json)
        if ProcessInfo.processInfo.environment["LINKER_MODEL"] != nil { print(model.description) }
    }
}

/// Seconds of each part, and of the whole with its memory.
struct StopWatch {
    var values: [String: Double] = [:]
    private let start = ContinuousClock.now
    private var last = ContinuousClock.now

    mutating func lap(_ name: String) {
        values[name] = Self.seconds(ContinuousClock.now - last)
        last = ContinuousClock.now
    }

    var json: String {
        var usage = rusage()
        getrusage(0, &usage)
        let cpu = [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
        let all = values.merging([
            "wall_s": Self.seconds(ContinuousClock.now - start), "cpu_s": cpu,
            "peak_mb": Double(usage.ru_maxrss / 1024),
        ]) { first, _ in first }
        let texts = all.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \(($0.value * 1000).rounded() / 1000)" }
        return "{\(texts.joined(separator: ", "))}"
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}
