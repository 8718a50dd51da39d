import Foundation
import TestSupport
import Testing

/// Each after ten quiet nights (2026-11-09 to 2026-11-18), which say what is usual; the 19th is a Thursday.
@Suite("A night that does far more than usual stops, says why, and goes on when it is told to")
struct FuseTests {
    private static let night = "2026-11-19"

    private static func afterTenNights(_ rules: String = "") throws -> SmallWorkspace {
        let small = try SmallWorkspace(rules)
        for day in 9...18 { try small.run(String(format: "2026-11-%02d", day)) }
        return small
    }

    private static func customers(_ count: Int, _ row: (Int) -> String) -> String {
        "id,name,owner,owned_since,level,province\n" + (1...count).map { row($0) + "\n" }.joined()
    }

    /// Stops with 3, stays stopped, and passes with `--approve`.
    private func expectStop(_ small: SmallWorkspace, _ fuse: String, saying words: String) throws {
        for _ in 1...2 {
            let stopped = try small.gonghai("run", "--date", Self.night, ending: 3)
            #expect(stopped.contains(words), "\(stopped)")
            #expect(stopped.contains("gonghai run --date \(Self.night) --approve \(fuse)"))
            #expect(!small.folder.exists("out/\(Self.night)"))
        }
        let approved = try small.folder.gonghai("run", "--date", Self.night, "--approve", fuse)
        #expect(approved.status <= 1, "\(approved.errors)")
        #expect(small.folder.exists("out/\(Self.night)"))
    }

    @Test("where a list's rows cannot be used")
    func rejects() throws {
        let small = try Self.afterTenNights()
        try small.folder.write(
            Self.customers(51) { "N\($0),,E1,2026-11-18,A,江苏省" }, to: "inbox/customers-new.csv")
        try expectStop(small, "rejects", saying: "51 rows of the imported lists could not be used; more than 50")
    }

    @Test("where a list's rows are taken for customers who are known")
    func merges() throws {
        let small = try Self.afterTenNights()
        let rows = ["N", "M"].flatMap { list in
            (1...51).map { "\(list)\($0),江阴第\($0)纺织机械有限公司,0510-8670\(1000 + $0),江苏省,江阴市" }
        }
        try small.folder.write(
            "id,name,phone,province,city\n" + rows.joined(separator: "\n") + "\n", to: "inbox/customers-new.csv")
        try expectStop(small, "merges", saying: "taken for customers who are known already; more than 50")
    }

    @Test("where a quota has a digit too many; recycling and claims are done by then")
    func allocation() throws {
        let small = try Self.afterTenNights("allocation: {strategy: rotation}\nclaims: {limit: 100}")
        try small.folder.write(
            Self.customers(60) { "N\($0),昆山第\($0)号仪表有限公司,,,A,江苏省" }, to: "inbox/customers-new.csv")
        try expectStop(small, "allocation", saying: "60 customers would be given to salespeople; more than 50")
        #expect(try small.events("allocated").count > 50)
    }

    @Test("where a follow-up list was cut off; nobody loses a customer for it")
    func shortList() throws {
        let small = try SmallWorkspace(
            """
            follow_up: {within_days: 17, recycle_on: calendar, require_reminder: none}
            feeds: {follow_ups: files}
            """)
        func deliver(_ rows: Int, on day: Int) throws {
            let lines = (1...rows).map {
                "F\(day)-\($0),1,E1,2026-11-\(day) 10:\(10 + $0 % 40),call,spoke about the order"
            }
            try small.folder.write(
                "id,customer,rep,at,channel,note\n" + lines.joined(separator: "\n") + "\n",
                to: "inbox/crm-follow-ups.csv")
        }
        for day in 5...18 where ![7, 8, 14, 15].contains(day) {
            try deliver(40, on: day)
            let night = try small.folder.gonghai("run", "--date", String(format: "2026-11-%02d", day))
            #expect(night.status <= 1, "\(night.errors)")
        }
        try deliver(7, on: 19)
        let stopped = try small.gonghai("run", "--date", Self.night, ending: 3)
        #expect(stopped.contains("The follow-ups of 'crm' hold far fewer rows than usual"), "\(stopped)")
        #expect(try small.owner(2) == "hr:E1")
        // The whole list comes the next day: both customers whom nobody called go back.
        try deliver(40, on: 20)
        try small.run("2026-11-20")
        #expect(try (2...3).map(small.owner) == ["", ""])
    }
}
