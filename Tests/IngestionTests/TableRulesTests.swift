import Records
import TestSupport
import Testing

@testable import Ingestion

@Suite("Rows of a table that are no records")
struct TableRulesTests {
    /// Reads a list as a profile of these statements says.
    func read(_ statements: String, _ text: String) throws -> (rows: [[String]], warnings: [String]) {
        let profile = try ProfileText.profile("profile p\nlist payments\n\(statements)", file: "p")
        var lines = text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let header = lines.removeFirst()
        var rules = TableRules(profile.lists[0].table, header: header, hasHeader: true)
        let rows = lines.compactMap { line -> [String]? in
            var cells = CellTexts(line)
            let (bytes, ends) = cells.parts
            guard rules.mayConcern(bytes, ends) else { return line }
            return rules.admit(&cells) ? cells.strings : nil
        }
        return (rows, rules.warnings("a.csv"))
    }

    @Test("rows of totals are left out where a profile names their words, counted, and said")
    func totals() throws {
        let (rows, warnings) = try read(
            "skip 单号 = 合计 | 小计", "单号,金额\nA1,10\n小计：,10\nA2,5\n 合计 ,15\n合计人,1\n合计,15\n")
        #expect(rows == [["A1", "10"], ["A2", "5"], ["合计人", "1"]])
        #expect(warnings == ["a.csv: 3 total rows (小计, 合计) left out"])
    }

    @Test("a word may be looked for in the first filled cell, and may go on")
    func anyColumn() throws {
        let (rows, warnings) = try read("skip * = 总计*", "单号,客户,金额\n,总计（3 笔）,15\nA1,总计公司,1\n")
        #expect(rows == [["A1", "总计公司", "1"]])
        #expect(warnings == ["a.csv: 1 total row (总计) left out"])
    }

    @Test("a row whose head is blank takes it from the row above, and one with a part of it does not")
    func continuation() throws {
        let (rows, warnings) = try read(
            "continue 单号, 日期", "单号,日期,金额\n,,0\nA1,2026-01-02,1\n, ,2\nA2,,3\n,,4\n")
        #expect(
            rows == [
                ["", "", "0"], ["A1", "2026-01-02", "1"], ["A1", "2026-01-02", "2"], ["A2", "", "3"], ["A2", "", "4"],
            ])
        #expect(warnings.isEmpty)
    }

    @Test("totals between continuation rows do not lend their head")
    func totalsBetween() throws {
        let (rows, _) = try read("continue 单号\nskip 单号 = 小计", "单号,金额\nA1,1\n小计,1\n,2\n")
        #expect(rows == [["A1", "1"], ["A1", "2"]])
    }

    @Test("statements on columns that a file lacks do nothing")
    func missingColumns() throws {
        let (rows, warnings) = try read("continue 别的\nskip 别的 = 合计", "单号,金额\n合计,1\n,2\n")
        #expect(rows == [["合计", "1"], ["", "2"]])
        #expect(warnings.isEmpty)
    }

    @Test("where files were put one behind the other, the header that repeats is no row")
    func repeatedHeader() throws {
        let file = try ExportFile.open("\u{FEFF}id,name,phone\n1,A,2\n\u{FEFF}id,name,phone\n3,B,4\nid,name,x\n")
        let (records, _, summary) = try file.readAll()
        #expect(records.map { $0.texts[.name] } == ["A", "B", "name"])
        #expect(records.map(\.position.line) == [2, 4, 5])
        #expect(summary.read == 3)
        #expect(summary.warnings == ["customers.csv: 1 line that repeats the header left out"])
    }

    @Test("remarks below a remark above the header are left out and said")
    func remarks() throws {
        let file = try ExportFile.open("# exported 2026-11-23\nid,name,phone\n1,A,2\n# page 2\n#3,B,4\n")
        let (records, rejects, summary) = try file.readAll()
        #expect(records.map { $0.texts[.id] } == ["1", "#3"])
        #expect(rejects.isEmpty)
        #expect(summary.warnings == ["customers.csv: 1 line beginning with # left out"])
    }
}
