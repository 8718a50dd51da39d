import PoolStore
import Records
import Testing

@Suite("What is known of follow-up lists")
struct FeedsContractTests {
    private func file(_ bench: Bench, _ name: String, rows: [(String, Instant)], day: Int) throws {
        let batch = bench.batch(.followUps, "erp", file: name)
        let values = rows.map { bench.row("erp", $0.0, FollowUp(customer: Reference("1"), rep: nil, at: $0.1)) }
        let outcomes = try bench.store.save(
            BatchRows(batch: batch, rows: values), date: bench.date(day), at: bench.at(day))
        var counts = ImportCounts()
        counts.read = rows.count
        counts.new = outcomes.count { $0 == .new }
        counts.unchanged = outcomes.count { $0 == .unchanged }
        try bench.store.save(ImportSummary(batch: batch, counts: counts), date: bench.date(day), at: bench.at(day))
    }

    @Test("files and rows count since the last completed night", arguments: StoreFactory.all)
    func sinceLastNight(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.add("1")
        #expect(try bench.store.feeds(asOf: bench.end(9)).isEmpty)
        try file(bench, "f1", rows: [("a", bench.at(1)), ("b", bench.at(2))], day: 2)
        #expect(
            try bench.store.feeds(asOf: bench.end(2)) == [
                FeedFacts(
                    source: "erp", filesSinceLastNight: 1, newRows: 2, rows: 2, newestAt: bench.at(2),
                    newestAtLastNight: nil)
            ])
        try bench.complete(.importing, .recycle, .deliver, day: 2)
        #expect(
            try bench.store.feeds(asOf: bench.end(3)) == [
                FeedFacts(
                    source: "erp", filesSinceLastNight: 0, newRows: 0, rows: 0, newestAt: bench.at(2),
                    newestAtLastNight: bench.at(2), formerRows: [2])
            ])
        // Yesterday's file once more, and a new one that has one new row.
        try file(bench, "f1", rows: [("a", bench.at(1)), ("b", bench.at(2))], day: 3)
        try file(bench, "f2", rows: [("b", bench.at(2)), ("c", bench.at(3))], day: 3)
        #expect(
            try bench.store.feeds(asOf: bench.end(3)) == [
                FeedFacts(
                    source: "erp", filesSinceLastNight: 2, newRows: 1, rows: 4, newestAt: bench.at(3),
                    newestAtLastNight: bench.at(2), formerRows: [2])
            ])
    }

    @Test("what came for each of the nights before is known, newest first", arguments: StoreFactory.all)
    func formerRows(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.add("1")
        for day in 1...3 {
            let rows = (0..<day).map { ("\(day)-\($0)", bench.at(day)) }
            try file(bench, "f\(day)", rows: rows, day: day)
            try file(bench, "g\(day)", rows: rows.map { ("g" + $0.0, $0.1) }, day: day)
            try bench.complete(.importing, .recycle, .deliver, day: day)
        }
        try file(bench, "now", rows: [("z", bench.at(4))], day: 4)
        let feed = try #require(try bench.store.feeds(asOf: bench.end(4)).first)
        #expect(feed.rows == 1)
        #expect(feed.formerRows == [6, 4, 2])
    }

    @Test("a count of a stage is told for the nights before a date, newest first", arguments: StoreFactory.all)
    func stageCounts(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        for day in 1...4 {
            try bench.store.complete(.recycle, of: bench.date(day), counts: day == 2 ? [:] : ["recycled": day])
        }
        #expect(try bench.store.counts("recycled", of: .recycle, before: bench.date(4), nights: 28) == [3, 0, 1])
        #expect(try bench.store.counts("recycled", of: .recycle, before: bench.date(5), nights: 1) == [4])
        #expect(try bench.store.counts("recycled", of: .claims, before: bench.date(5), nights: 1) == [])
    }

    @Test("what comes while a night is stopped is not lost between two nights", arguments: StoreFactory.all)
    func stoppedNight(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.add("1")
        try file(bench, "f1", rows: [("a", bench.at(1))], day: 1)
        try bench.complete(.importing, day: 1)
        try file(bench, "f2", rows: [("b", bench.at(2))], day: 2)
        #expect(try bench.store.feeds(asOf: bench.end(2)).map(\.filesSinceLastNight) == [2])
        try bench.complete(.recycle, .deliver, day: 1)
        let feed = try #require(try bench.store.feeds(asOf: bench.end(2)).first)
        #expect(feed.filesSinceLastNight == 1)
        #expect(feed.newRows == 1)
        #expect(feed.newestAtLastNight == bench.at(1))
    }

    @Test(
        "an empty file is a file; a follow-up of the future is not the newest; one that waits is not usable",
        arguments: StoreFactory.all)
    func edges(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try file(bench, "f1", rows: [], day: 1)
        #expect(
            try bench.store.feeds(asOf: bench.end(1)) == [
                FeedFacts(
                    source: "erp", filesSinceLastNight: 1, newRows: 0, rows: 0, newestAt: nil, newestAtLastNight: nil)
            ])
        try file(bench, "f2", rows: [("a", bench.at(1)), ("b", bench.at(9000))], day: 1)
        let feed = try #require(try bench.store.feeds(asOf: bench.end(1)).first)
        #expect(feed.newestAt == bench.at(1))
        #expect(feed.newRows == 0)
        #expect(feed.rows == 2)
    }

    @Test("how a list stood is kept, with an event where it protects spells", arguments: StoreFactory.all)
    func statuses(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let statuses = [
            FeedStatus(source: "crm", state: .stale, newestAt: bench.at(1), suspendedSpells: 0),
            FeedStatus(source: "erp", state: .missing, newestAt: nil, suspendedSpells: 4),
            FeedStatus(source: "hr", state: .fresh, newestAt: bench.at(2), suspendedSpells: 0),
        ]
        for _ in 1...2 { try bench.store.save(statuses.reversed(), date: bench.date(2), at: bench.end(2)) }
        #expect(try bench.store.feedStatuses(of: bench.date(2)) == statuses)
        #expect(try bench.store.feedStatuses(of: bench.date(3)).isEmpty)
        #expect(
            try bench.events(.recyclingSuspended).map(\.payload) == [
                ["source": "erp", "state": "missing", "spells": "4"]
            ])
    }
}
