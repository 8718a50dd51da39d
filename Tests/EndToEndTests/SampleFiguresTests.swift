import Foundation
import TestSupport
import Testing

/// The figures of the sample company's night, counted once by other means (a script over the exported tables).
@Suite("The sample night gives these figures")
struct SampleFiguresTests {
    struct Table {
        var header: [String] = []
        var rows: [[String]] = []

        /// Reads CSV character by character: slow, simple, and not the product's own reader.
        init(_ text: String) {
            var row = [""]
            var isQuoted = false
            func end() {
                if header.isEmpty { header = row } else { rows.append(row) }
                row = [""]
            }
            for character in text where character != "\u{FEFF}" {
                switch character {
                case "\"": isQuoted.toggle()
                case "," where !isQuoted: row.append("")
                case "\r\n" where !isQuoted: end()
                default: row[row.count - 1].append(character)
                }
            }
        }

        func column(_ name: String) -> [String] {
            guard let index = header.firstIndex(of: name) else { return [] }
            return rows.map { $0.indices.contains(index) ? $0[index] : "" }
        }

        func count(_ name: String) -> [String: Int] {
            Dictionary(column(name).map { ($0, 1) }, uniquingKeysWith: +)
        }
    }

    static func export(_ table: String) throws -> Table {
        Table(try SampleWorkspace.afterNight().gonghai("export", table, "--raw").output)
    }

    static func report(_ name: String) throws -> Table {
        Table(try SampleWorkspace.afterNight().text("out/2026-11-23/\(name)"))
    }

    @Test("360 rows of three systems are 303 customers")
    func customers() throws {
        #expect(try Self.export("sources").rows.count == 360)
        let customers = try Self.export("customers")
        #expect(customers.rows.count == 303)
        #expect(Set(customers.column("customer_id")).count == 303)
        #expect(
            try Self.export("sources").count("match_rule")["", default: 0] == 303,
            "57 rows joined another by a rule, six of them an English name in pinyin")
    }

    @Test("every row of every list is accounted for")
    func accounted() throws {
        let quality = try Self.report("data-quality.csv")
        for (read, rest) in zip(
            quality.column("read"),
            zip(
                zip(quality.column("new"), quality.column("updated")),
                zip(zip(quality.column("unchanged"), quality.column("rejected")), quality.column("pending"))))
        {
            let numbers = [rest.0.0, rest.0.1, rest.1.0.0, rest.1.0.1, rest.1.1].map { Int($0) ?? -1 }
            #expect(Int(read) == numbers.reduce(0, +))
        }
        // 1,571 lines, of which the last of payments.csv is a total (合计), which is no row.
        #expect(quality.column("read").compactMap { Int($0) }.reduce(0, +) == 1570)
        #expect(quality.column("rejected").compactMap { Int($0) }.reduce(0, +) == 3)
    }

    @Test("the quality of the three systems' customers: records, what is filled, and what merging leaves to judge")
    func customerQuality() throws {
        let quality = try Self.report("customer-quality.csv")
        let sources = try Self.export("sources")
        let names = quality.column("field").indices.filter { quality.column("field")[$0] == "name" }
        #expect(names.compactMap { Int(quality.column("records")[$0]) }.reduce(0, +) == 360)
        for index in names {
            let source = quality.column("source")[index]
            let own = sources.column("source").indices.filter { sources.column("source")[$0] == source }
            #expect(quality.column("records")[index] == "\(own.count)")
            #expect(
                quality.column("customers")[index] == "\(Set(own.map { sources.column("customer_id")[$0] }).count)")
            #expect(quality.column("filled")[index] == quality.column("records")[index])
        }
        let problems = try Self.report("customer-problems.csv")
        #expect(problems.rows.count > 3)
        #expect(problems.column("example").allSatisfy { !$0.contains("@") || $0.contains("*") })
        let page = try SampleWorkspace.afterNight().text("out/2026-11-23/quality.zh-CN.html")
        #expect(page.contains("校验位不符") || page.contains("不是电话号码"))
    }

    @Test("169 opening spells, 20 claims and 40 allocations begin; 28 spells are recycled")
    func spells() throws {
        let spells = try Self.export("spells")
        #expect(spells.count("kind") == ["opening": 169, "claim": 20, "allocation": 40])
        #expect(spells.count("end_reason") == ["": 201, "recycled": 28])
        #expect(try Self.export("assignments").count("kind") == ["claim": 20, "allocation": 40])
    }

    @Test("28 claims are decided, and each refusal has its reason")
    func claims() throws {
        let claims = try Self.report("claims.csv")
        #expect(claims.count("decision") == ["granted": 20, "refused": 8])
        #expect(
            claims.count("reason") == [
                "first_come": 20, "already_yours": 2, "claim_limit": 2, "claimed_earlier": 1, "inactive": 1,
                "on_leave": 1,
                "region_mismatch": 1,
            ])
    }

    @Test("569 of 734 duties were met")
    func compliance() throws {
        let followUps = try Self.report("follow-ups.csv")
        #expect(followUps.column("duties_due").compactMap { Int($0) }.reduce(0, +) == 734)
        #expect(followUps.column("duties_met").compactMap { Int($0) }.reduce(0, +) == 569)
    }

    @Test("102 customers are in the pool, 168 are prospects, 33 are accounts")
    func pool() throws {
        #expect(try Self.export("customers").count("status") == ["pool": 102, "prospect": 168, "account": 33])
        #expect(try Self.export("pool").rows.count == 102)
    }

    @Test("nobody got more than the limit of 10 in the week, or what a tier gives")
    func limits() throws {
        let limits = ["hr:E1001": 12, "hr:E1002": 15, "hr:E3003": 12]
        for (rep, count) in try Self.export("assignments").count("rep_id") {
            #expect(count <= limits[rep] ?? 12, "\(rep)")
        }
    }
}
