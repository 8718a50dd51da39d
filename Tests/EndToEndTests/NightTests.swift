import Foundation
import TestSupport
import Testing

@Suite("One night on the sample company")
struct NightTests {
    @Test("imports, decides, reports and mails, and the store agrees with its ledger")
    func wholeNight() throws {
        let night = try SampleWorkspace.firstNight.get().result
        let folder = try SampleWorkspace.afterNight()
        #expect(night.status == 1, "the sample lists are dirty on purpose: \(night.errors)")
        for file in [
            "management.zh-CN.html", "management.en.html", "claims.csv", "follow-ups.csv", "conversion.csv",
            "datapackage.json",
        ] {
            #expect(folder.exists("out/2026-11-23/\(file)"))
        }
        #expect(folder.exists("runs/2026-11-23/1.json"))
        #expect(try folder.files(under: "outbox").keys.contains { $0.hasSuffix(".eml") })
        let verify = try folder.gonghai("verify")
        #expect(verify.status == 0, "\(verify.output)")
    }

    @Test("a second run for the same date changes nothing")
    func secondRun() throws {
        let folder = try SampleWorkspace.afterNight()
        let before = try (
            folder.files(under: "out"), folder.files(under: "outbox"),
            folder.gonghai("export", "events", "--raw").output
        )
        let again = try folder.gonghai("run", "--date", SampleWorkspace.date)
        #expect(again.output.contains("done already"))
        #expect(try folder.files(under: "out") == before.0)
        #expect(try folder.files(under: "outbox") == before.1)
        #expect(try folder.gonghai("export", "events", "--raw").output == before.2)
        #expect(folder.exists("runs/2026-11-23/2.json"))
    }

    @Test("two workspaces with the same lists give the same bytes")
    func sameBytes() throws {
        let (one, other) = try (SampleWorkspace.afterNight(), SampleWorkspace.make())
        _ = try other.gonghai("run", "--date", SampleWorkspace.date)
        #expect(try one.files(under: "out") == other.files(under: "out"))
        #expect(try one.files(under: "outbox") == other.files(under: "outbox"))
        #expect(try one.files(under: "out").count > 10)
    }

    @Test("the order of the rows in the lists changes no decision", arguments: [7])
    func shuffledRows(seed: UInt64) throws {
        let (one, other) = try (SampleWorkspace.afterNight(), SampleWorkspace.make())
        for name in [
            "claims-2026-11-23.csv", "customers-crm-b.csv", "follow-ups-crm-a.csv", "payments.csv", "reps.csv",
        ] {
            try Shuffle.rows(of: other.url.appending(path: "inbox/\(name)"), seed: seed)
        }
        _ = try other.gonghai("run", "--date", SampleWorkspace.date)
        for table in ["assignments", "spells", "customers"] {
            #expect(
                try one.gonghai("export", table, "--raw").output == other.gonghai("export", table, "--raw").output,
                "\(table)")
        }
        #expect(try Self.ledger(of: one) == Self.ledger(of: other))
    }

    /// Everything that happened, but for the files: another order of rows is another file with another batch.
    private static func ledger(of folder: TemporaryFolder) throws -> [[Substring]] {
        let lines = try folder.gonghai("export", "events", "--raw").output.split(separator: "\r\n")
        return lines.compactMap { line in
            let cells: [Substring] = line.split(separator: ",", maxSplits: 9, omittingEmptySubsequences: false)
            // All columns but seq, batch and run.
            return cells[4] == "imported" ? nil : Array(cells[1...6]) + [cells[9]]
        }
    }

    @Test("a dry run prints what would change, per customer, and changes nothing")
    func dryRun() throws {
        let folder = try SampleWorkspace.make()
        let plan = try folder.gonghai("run", "--date", SampleWorkspace.date, "--dry-run")
        #expect(plan.status == 0, "\(plan.errors)")
        #expect(plan.output.contains("\n+ claim "))
        #expect(plan.output.contains("\n- recycle "))
        #expect(plan.output.contains("nothing was changed"))
        for path in ["out", "outbox", "runs", "rejects"] { #expect(!folder.exists(path)) }
        #expect(try folder.gonghai("export", "events").output.split(separator: "\r\n").count == 1, "only the header")
        let planned = plan.output.split(separator: "\n").count { $0.hasPrefix("+ ") }
        let done = try SampleWorkspace.afterNight().gonghai("export", "spells", "--raw").output.split(separator: "\r\n")
            .count {
                $0.contains(",claim") || $0.contains(",allocation")
            }
        #expect(planned == done, "the night does what the dry run said")
    }

    @Test("a night that is killed goes on where it stopped, to the same end", arguments: [40, 300, 900, 1800])
    func killed(milliseconds: Int) throws {
        let (whole, killed) = try (SampleWorkspace.afterNight(), SampleWorkspace.make())
        _ = try killed.gonghai("run", "--date", SampleWorkspace.date, killedAfter: milliseconds)
        let resumed = try killed.gonghai("run", "--date", SampleWorkspace.date)
        #expect(resumed.status <= 1, "\(resumed.errors)")
        #expect(try whole.files(under: "out") == killed.files(under: "out"))
        #expect(try whole.files(under: "outbox") == killed.files(under: "outbox"))
        #expect(
            try whole.gonghai("export", "events", "--raw").output == killed.gonghai("export", "events", "--raw").output)
        #expect(try killed.gonghai("verify").status == 0)
    }

    @Test("a second gonghai in the same workspace is turned away while the first works")
    func locked() throws {
        let folder = try SampleWorkspace.make()
        let lock = open(folder.url.appending(path: ".gonghai.lock").path, O_RDWR | O_CREAT, 0o600)
        #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
        let second = try folder.gonghai("run", "--date", SampleWorkspace.date)
        #expect(second.status == 75)
        close(lock)
        #expect(try folder.gonghai("run", "--date", SampleWorkspace.date).status == 1)
    }
}

/// Rows of a CSV file in another order, the header first as before. Records may hold line breaks inside quotes.
enum Shuffle {
    static func rows(of file: URL, seed: UInt64) throws {
        let bytes = [UInt8](try Data(contentsOf: file))
        var records: [ArraySlice<UInt8>] = []
        var start = 0
        var isQuoted = false
        for (index, byte) in bytes.enumerated() {
            if byte == 0x22 { isQuoted.toggle() }
            if byte == 0x0A, !isQuoted {
                records.append(bytes[start...index])
                start = index + 1
            }
        }
        if start < bytes.count { records.append(bytes[start...] + [0x0D, 0x0A]) }
        guard let header = records.first else { return }
        var generator = SeededGenerator(seed: seed)
        let shuffled = records.dropFirst().shuffled(using: &generator)
        try Data(header + shuffled.joined()).write(to: file)
    }
}
