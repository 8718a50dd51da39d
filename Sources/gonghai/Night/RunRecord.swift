import Foundation
import Records

/// One attempt at a business date, for runs/DATE/N.json: what it did, when and how long. The only place where a night
/// keeps the wall clock.
struct RunRecord: Encodable {
    struct StageRecord: Encodable {
        var stage: String
        /// `done`, `skipped` (done by an earlier attempt), `failed`.
        var status: String
        var seconds: Double
        var counts: [String: Int]
    }

    struct Input: Encodable {
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
    /// `done`, `stopped`, `failed`.
    var status = "running"
    var message: String?
    var stages: [StageRecord] = []
    var inputs: [Input] = []

    init(date: BusinessDate, rulesDigest: String) {
        businessDate = date.description
        rules = rulesDigest
    }

    mutating func skip(_ stage: Stage) {
        stages.append(StageRecord(stage: stage.rawValue, status: "skipped", seconds: 0, counts: [:]))
    }

    mutating func time(_ stage: Stage, _ work: () throws -> [String: Int]) throws {
        let start = ContinuousClock.now
        do {
            let counts = try work()
            stages.append(
                StageRecord(
                    stage: stage.rawValue, status: "done", seconds: (ContinuousClock.now - start).seconds,
                    counts: counts))
        } catch {
            stages.append(
                StageRecord(
                    stage: stage.rawValue, status: "failed", seconds: (ContinuousClock.now - start).seconds, counts: [:]
                ))
            throw error
        }
    }

    /// Writes the record under the next free attempt number.
    mutating func write(to folder: URL, status: String, message: String? = nil) throws {
        self.status = status
        self.message = message
        endedAt = Date().ISO8601Format()
        while FileManager.default.fileExists(atPath: folder.appending(path: "\(attempt).json").path) { attempt += 1 }
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
