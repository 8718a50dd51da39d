import Foundation
import Records

/// One attempt at a business date, for runs/DATE/N.json: what it did, when and how long. The only place where a night
/// keeps the wall clock.
///
/// It is written when the attempt begins, too: one that was killed stays `running`, and the next says so.
struct RunRecord: Codable {
    struct StageRecord: Codable {
        var stage: String
        /// `done`, `skipped` (done by an earlier attempt), `failed`.
        var status: String
        var startedAt: String
        var seconds: Double
        var counts: [String: Int]
    }

    struct Input: Codable {
        var file: String
        var sha256: String
        var batch: String
    }

    var businessDate: String
    var attempt = 1
    var version = Gonghai.version
    var rules: String
    var startedAt = Date().ISO8601Format()
    var endedAt: String?
    var seconds = 0.0
    /// `running`, `done`, `stopped` (by a fuse), `failed`.
    var status = "running"
    var exitStatus: Int?
    var message: String?
    /// Fuses that were let pass.
    var approved: [String] = []
    var warnings = 0
    var stages: [StageRecord] = []
    var inputs: [Input] = []

    init(date: BusinessDate, rulesDigest: String) {
        businessDate = date.description
        rules = rulesDigest
    }

    init?(json: Data) {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard let record = try? decoder.decode(Self.self, from: json) else { return nil }
        self = record
    }

    func count(_ what: String, of stage: String) -> Int? { stages.last { $0.stage == stage }?.counts[what] }

    mutating func skip(_ stage: Stage) { add(stage, "skipped", Date(), 0, [:]) }

    mutating func time(_ stage: Stage, _ work: () throws -> [String: Int]) throws {
        let (start, date) = (ContinuousClock.now, Date())
        do {
            let counts = try work()
            add(stage, "done", date, (ContinuousClock.now - start).seconds, counts)
        } catch {
            add(stage, "failed", date, (ContinuousClock.now - start).seconds, [:])
            throw error
        }
    }

    private mutating func add(
        _ stage: Stage, _ status: String, _ start: Date, _ seconds: Double, _ counts: [String: Int]
    ) {
        stages.append(
            StageRecord(
                stage: stage.rawValue, status: status, startedAt: start.ISO8601Format(), seconds: seconds,
                counts: counts))
        var metadata = [
            "business_date": businessDate, "stage": stage.rawValue, "status": status, "seconds": "\(seconds)",
        ]
        for (what, count) in counts { metadata["count_\(what)"] = "\(count)" }
        ConsoleLog.logger.info("stage \(status)", metadata: metadata.mapValues { .string($0) })
    }

    /// Takes the next free attempt number of the date.
    mutating func begin(in folder: URL) throws {
        while FileManager.default.fileExists(atPath: folder.appending(path: "\(attempt).json").path) { attempt += 1 }
        try write(to: folder)
    }

    mutating func end(in folder: URL, status: String, exitStatus: ExitStatus, message: String? = nil) throws {
        self.status = status
        self.exitStatus = Int(exitStatus.rawValue)
        self.message = message
        endedAt = Date().ISO8601Format()
        seconds = ((stages.reduce(0) { $0 + $1.seconds }) * 1000).rounded() / 1000
        try write(to: folder)
    }

    private func write(to folder: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        try AtomicFiles.write(Array(try encoder.encode(self)) + [0x0A], to: folder.appending(path: "\(attempt).json"))
    }
}

extension Duration {
    /// In seconds, to the millisecond.
    var seconds: Double { (self / .milliseconds(1)).rounded() / 1000 }
}
