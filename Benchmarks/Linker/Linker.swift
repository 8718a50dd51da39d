import Foundation
import Ingestion
import Matching
import Normalization
import Records
import Rules

/// Reads a list, normalises it, finds who is whom, and writes `id,cluster`; times and memory go to stdout as JSON.
///
///     linker companies IN.csv OUT.csv    any list of customers that an import can read
///     linker persons IN.csv OUT.csv      persons: plain commas, no quotes, an id first, columns by their usual names
@main
struct Linker {
    static func main() {
        let arguments = CommandLine.arguments
        do {
            switch (arguments.count, arguments.count > 1 ? arguments[1] : "") {
            case (4, "companies"): try Linker().companies(arguments[2], arguments[3])
            case (4, "persons"): try Linker().persons(arguments[2], arguments[3])
            default:
                FileHandle.standardError.write(Data("linker companies|persons IN.csv OUT.csv\n".utf8))
                exit(64)
            }
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
        try finish(ids, clusters.undecided.count, matching.pairs.count(), model, watch, out) { clusters.root(of: $0) }
    }

    private func persons(_ path: String, _ out: String) throws {
        var watch = StopWatch()
        var lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")[...]
        let columns = (lines.popFirst() ?? "").split(separator: ",", omittingEmptySubsequences: false).map {
            PersonRecord.field(ofColumn: String($0))
        }
        var table = PersonTable()
        var ids: [String] = []
        for line in lines {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            var person = PersonRecord()
            for (cell, field) in zip(cells, columns) { if let field { person[keyPath: field] = String(cell) } }
            ids.append(String(cells[0]))
            table.add(person)
        }
        watch.lap("read_s")
        let pairs = table.candidates()
        watch.lap("block_s")
        let model = Linkage.estimate(table, pairs, records: table.count)
        watch.lap("estimate_s")
        let linkage = Linkage(table: table, model: model, records: table.count)
        let clusters = LinkClusters(linkage, links: linkage.links(pairs))
        watch.lap("match_s")
        try finish(ids, clusters.undecided.count, pairs.count(), model, watch, out) { clusters.root(of: $0) }
    }

    private func finish(
        _ ids: [String], _ undecided: Int, _ pairs: Int, _ model: LinkageModel, _ watch: StopWatch, _ out: String,
        cluster: (Int) -> Int
    ) throws {
        var watch = watch
        var lines = "id,cluster\n"
        for (index, id) in ids.enumerated() { lines += "\(id),\(cluster(index))\n" }
        try Data(lines.utf8).write(to: URL(fileURLWithPath: out))
        watch.values["records"] = Double(ids.count)
        watch.values["pairs"] = Double(pairs)
        watch.values["undecided"] = Double(undecided)
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
