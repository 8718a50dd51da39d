import Foundation
import Records
import TestSupport

/// A random company: its rules, and what comes into its inbox and is done by hand, day by day. The same for a seed.
struct World: Sendable {
    var seed: UInt64
    var rules: WorldRules
    var nights: [WorldNight]
}

/// One business date: what is done by hand during the day, and the files that lie in the inbox when the night runs.
struct WorldNight: Sendable {
    var date: BusinessDate
    var acts: [HandAct] = []
    /// New files, and files that replace those of the same name.
    var files: [WorldFile] = []
    /// Whether the night runs only after the next day's acts, as one that was missed and is caught up does.
    var isLate = false
    /// Whether it writes its reports and mails, which take more time than everything else.
    var writesFiles = false
}

/// An exported list.
struct WorldFile: Sendable {
    var name: String
    var header: [String]
    var rows: [[String]]

    /// As CSV; with a seed, the rows in another order.
    func bytes(shuffledBy seed: UInt64?) -> Data {
        var rows = rows
        if let seed {
            var generator = SeededGenerator(seed: seed)
            rows.shuffle(using: &generator)
        }
        var writer = CSVWriter()
        for row in [header] + rows { writer.append(row) }
        return Data(writer.bytes)
    }
}

/// Something done with a command. Whom it is about is picked from what is there when it is done.
struct HandAct: Sendable {
    enum Kind: Sendable { case claim, release, followUp }
    var kind: Kind
    /// Seconds since midnight.
    var second: Int
    var pick: Int
    var repPick: Int
}
