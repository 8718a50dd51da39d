import PoolStore
import Records
import Testing

@Suite("Imported files")
struct BatchesContractTests {
    private func summary(_ batch: ImportBatch, new: Int = 0, unchanged: Int = 0) -> ImportSummary {
        var counts = ImportCounts()
        counts.new = new
        counts.unchanged = unchanged
        counts.read = new + unchanged
        return ImportSummary(batch: batch, counts: counts)
    }

    @Test("a file's summary comes back as it was saved, with one event", arguments: StoreFactory.all)
    func saves(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let batch = bench.batch(.customers, "erp")
        #expect(try bench.store.importSummary(of: batch.id) == nil)
        var counts = ImportCounts()
        counts.read = 28
        counts.new = 7
        counts.updated = 6
        counts.unchanged = 5
        counts.rejected = 4
        counts.pending = 6
        counts.merged = 3
        counts.flagged = 2
        counts.review = 1
        let summary = ImportSummary(batch: batch, counts: counts)
        try bench.store.save(summary, date: bench.date(1), at: bench.at(1))
        #expect(try bench.store.importSummary(of: batch.id) == summary)
        let events = try bench.events(.imported)
        #expect(events.map(\.batch) == [batch.id])
        #expect(events.first?.payload["new"] == "7")
        #expect(events.first?.payload["file"] == "inbox/customers-erp.csv")
    }

    @Test("rows that were saved before their file was done do not make it known", arguments: StoreFactory.all)
    func unfinished(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        try bench.add("1")
        #expect(try bench.store.importSummary(of: bench.batch(.customers, "erp").id) == nil)
        #expect(try bench.store.imports(after: nil, through: bench.date(9)).isEmpty)
    }

    @Test("a file that comes again and brings nothing changes nothing", arguments: StoreFactory.all)
    func repeats(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        let batch = bench.batch(.customers, "erp")
        let first = summary(batch, new: 5)
        try bench.store.save(first, date: bench.date(1), at: bench.at(1))
        try bench.store.save(summary(batch, unchanged: 5), date: bench.date(2), at: bench.at(2))
        #expect(try bench.store.imports(after: nil, through: bench.date(1)) == [first])
        #expect(try bench.store.imports(after: bench.date(1), through: bench.date(2)).isEmpty)
        #expect(try bench.events(.imported).count == 1)
    }

    @Test("a file that is read anew, with another mapping, replaces what was known of it", arguments: StoreFactory.all)
    func replaces(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        var batch = bench.batch(.customers, "erp")
        try bench.store.save(summary(batch), date: bench.date(1), at: bench.at(1))
        batch.fields = [.id, .name]
        try bench.store.save(summary(batch, new: 5), date: bench.date(2), at: bench.at(2))
        #expect(try bench.store.importSummary(of: batch.id) == summary(batch, new: 5))
        #expect(try bench.store.imports(after: bench.date(1), through: bench.date(2)).count == 1)
        #expect(try bench.events(.imported).count == 1)
    }

    @Test("files of a span of dates are sorted by file, the first date excluded", arguments: StoreFactory.all)
    func lists(_ factory: StoreFactory) throws {
        let bench = try Bench(factory)
        for (file, day) in [("b.csv", 2), ("a.csv", 3), ("c.csv", 1), ("d.csv", 4)] {
            let batch = bench.batch(.deals, "erp", file: file)
            try bench.store.save(summary(batch, new: 1), date: bench.date(day), at: bench.at(day))
        }
        let files = try bench.store.imports(after: bench.date(1), through: bench.date(3)).map(\.batch.file)
        #expect(files == ["inbox/a.csv", "inbox/b.csv"])
        #expect(try bench.store.imports(after: nil, through: bench.date(4)).count == 4)
    }
}
