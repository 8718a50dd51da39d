import Records

/// How every source's list of follow-ups stands, and how many customers that protects.
enum FeedTable: DataTable {
    static let name = "feeds"
    static let columns = [
        DataColumn("source", .text), DataColumn("state", .code), DataColumn("newest_at", .time),
        DataColumn("suspended_spells", .integer),
    ]

    static func rows(_ night: Night) -> [[String?]] {
        night.facts.feeds.map { [$0.source, $0.state.rawValue, night.iso($0.newestAt), String($0.suspendedSpells)] }
    }
}
