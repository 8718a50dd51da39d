import Foundation

extension LinkageModel {
    private struct Stored: Codable {
        var m: [[Double]]
        var u: [[Double]]
        var matchesPerRecord: Double
        var records: Int
        var averageShares: [Double]
        var levels: [[String]]
    }

    private static func levels(_ comparisons: [Comparison]) -> [[String]] {
        comparisons.map { [$0.name] + $0.levels.map(\.name) }
    }

    /// As JSON, for the store.
    package func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let stored = Stored(
            m: m, u: u, matchesPerRecord: matchesPerRecord, records: records, averageShares: averageShares,
            levels: Self.levels(comparisons))
        return String(decoding: try encoder.encode(stored), as: UTF8.self)
    }

    /// Reads what `text` wrote; `nil` where that was of other comparisons, as an older program made them.
    package init?(_ comparisons: [Comparison], text: String) {
        guard let stored = try? JSONDecoder().decode(Stored.self, from: Data(text.utf8)),
            stored.levels == Self.levels(comparisons)
        else { return nil }
        self.init(prior: comparisons)
        (m, u, averageShares) = (stored.m, stored.u, stored.averageShares)
        (matchesPerRecord, records) = (stored.matchesPerRecord, stored.records)
        weigh()
    }
}
