import Foundation
import TestSupport
import Testing

@Suite("Taking an import back")
struct UndoTests {
    private static let tables = [
        "customers", "contacts", "reps", "sources", "spells", "pool", "follow-ups", "deals", "payments",
    ]

    private func make() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        // A fixed go-live date: what opens on it does not depend on the day of the import.
        try folder.write(
            "time_zone: Asia/Shanghai\ngo_live: 2026-01-01\nallocation: {strategy: rotation}\n",
            to: "gonghai.yaml")
        try folder.write("id,name\nE1,陈静\nE2,李娜\n", to: "reps.csv")
        try folder.write("id,name,owner\n1,苏州澄湖精密机械有限公司,E1\n2,杭州云栖软件有限公司,\n", to: "a.csv")
        try folder.write("id,name,owner\n1,苏州澄湖精密机械有限公司,E2\n7,成都锦江餐饮有限公司,E2\n", to: "b.csv")
        _ = try imported("reps.csv", as: "reps", source: "hr", in: folder)
        return folder
    }

    /// The batch.
    private func imported(
        _ file: String, as entity: String = "customers", source: String, in folder: TemporaryFolder
    ) throws -> String {
        let result = try folder.gonghai("import", file, "--as", entity, "--source", source, "--json")
        #expect(result.status <= 1, "\(result.output)\(result.errors)")
        return try #require(try value("batch", of: result.output) as? String)
    }

    /// The night for the day of the last import.
    private func runNight(_ folder: TemporaryFolder) throws {
        let events = try folder.gonghai("export", "events", "--raw").output.split(separator: "\r\n")
        let date = try #require(events.last?.split(separator: ",").dropFirst().first)
        let night = try folder.gonghai("run", "--date", String(date), "--approve", "feeds")
        #expect(night.status <= 1, "\(night.output)\(night.errors)")
    }

    private func value(_ name: String, of json: String) throws -> Any? {
        try (JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])?[name]
    }

    /// Every export but the ledger, and without spells that were undone, which count nowhere.
    ///
    /// `sinceWhen`: with the times that another import makes others: since when a customer is in the pool, and when a
    /// merge ended a spell.
    private func exports(_ folder: TemporaryFolder, sinceWhen: Bool = true) throws -> [String: String] {
        var exports: [String: String] = [:]
        for table in Self.tables {
            let lines = try folder.gonghai("export", table, "--raw").output.split(separator: "\r\n")
            exports[table] = lines.filter { table != "spells" || !$0.contains(",undone,") }.map { line in
                guard !sinceWhen, table == "pool" || table == "spells" else { return String(line) }
                var cells = line.split(separator: ",", omittingEmptySubsequences: false)
                cells.remove(at: table == "pool" ? cells.count - 2 : 3)
                return cells.joined(separator: ",")
            }.joined(separator: "\n")
        }
        return exports
    }

    @Test("a plan changes nothing, undoing gives what was, and the file can come again")
    func undone() throws {
        let folder = try make()
        _ = try imported("a.csv", source: "a", in: folder)
        let before = try exports(folder)
        let batch = try imported("b.csv", source: "b", in: folder)
        let (after, content) = (try exports(folder), try exports(folder, sinceWhen: false))
        #expect(before != after)

        let plan = try folder.gonghai("undo", batch, "--plan")
        #expect(plan.status == 0, "\(plan.output)\(plan.errors)")
        #expect(plan.output.contains("2 rows removed") && plan.output.contains("nothing was changed"))
        #expect(try exports(folder) == after)

        let result = try folder.gonghai("undo", String(batch.prefix(8)), "--json")
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(try value("mode", of: result.output) as? String == "undone")
        #expect(try value("removed_rows", of: result.output) as? Int == 2)
        #expect(try value("removed_customers", of: result.output) as? Int == 1)
        #expect(try exports(folder) == before)
        #expect(try folder.gonghai("verify").status == 0)

        let again = try folder.gonghai("undo", batch)
        #expect(again.status == 0 && again.output.contains("undone before"), "\(again.output)\(again.errors)")
        #expect(try imported("b.csv", source: "b", in: folder) == batch)
        #expect(try exports(folder, sinceWhen: false) == content)
        #expect(try folder.gonghai("verify").status == 0)
    }

    @Test("what a night gave away stands in the way; a compensation retires the rest and lists it")
    func compensated() throws {
        let folder = try make()
        let batch = try imported("a.csv", source: "a", in: folder)
        try runNight(folder)
        try folder.write("id,name\n8,宁波东港物流有限公司\n9,厦门鹭岛贸易有限公司\n", to: "c.csv")
        let later = try imported("c.csv", source: "c", in: folder)
        let ids = try folder.gonghai("export", "pool", "--raw").output.split(separator: "\r\n").dropFirst()
            .map { String($0.prefix { $0 != "," }) }
        let claimed = try #require(ids.first)
        let followUp = try folder.gonghai(
            "follow-up", claimed, "--rep", "hr:E1", "--channel", "phone", "--outcome", "interested")
        #expect(followUp.status <= 1, "\(followUp.errors)")
        let before = try exports(folder)

        let refused = try folder.gonghai("undo", later, "--json")
        #expect(refused.status == 2, "\(refused.output)\(refused.errors)")
        #expect(try value("mode", of: refused.output) as? String == "refused")
        #expect(refused.errors.contains("--compensate") && refused.errors.contains("quarantine"))
        #expect(try exports(folder) == before)

        let result = try folder.gonghai("undo", later, "--compensate", "--json")
        #expect(result.status == 1, "\(result.output)\(result.errors)")
        #expect(try value("retired_customers", of: result.output) as? Int == 1)
        let list = try #require(try value("obstacles_file", of: result.output) as? String)
        #expect(try folder.text(list).contains("entered_by_hand"))
        #expect(try folder.gonghai("verify").status == 0)
        #expect(batch != later)
    }

    @Test("nights leave quarantined customers alone until it is lifted")
    func quarantined() throws {
        let folder = try make()
        let batch = try imported("a.csv", source: "a", in: folder)
        let result = try folder.gonghai("quarantine", batch, "--json")
        #expect(try value("customers", of: result.output) as? Int == 2, "\(result.output)\(result.errors)")
        #expect(try folder.gonghai("quarantine", batch).output.hasPrefix("0 customers"))
        try folder.write("id,name\n8,宁波东港物流有限公司\n", to: "c.csv")
        _ = try imported("c.csv", source: "c", in: folder)
        try runNight(folder)
        let pool = try folder.gonghai("export", "pool", "--raw").output
        #expect(!pool.contains("宁波东港物流"), "it is allocated: \(pool)")
        #expect(pool.contains("杭州云栖软件") && pool.contains("quarantined"), "\(pool)")
        #expect(try folder.gonghai("quarantine", batch, "--lift").output.hasPrefix("2 customers"))
        #expect(try !folder.gonghai("export", "customers", "--raw").output.contains("quarantined"))
        #expect(try folder.gonghai("verify").status == 0)
    }

    @Test("an unknown batch and one that is not of customers are refused with a reason")
    func refused() throws {
        let folder = try make()
        let unknown = try folder.gonghai("undo", "ffffffffffff")
        #expect(unknown.status == 2 && unknown.errors.contains("there is no batch"), "\(unknown.errors)")
        let line = try folder.gonghai("export", "events", "--raw").output.split(separator: "\r\n")[1]
        let reps = line.split(separator: ",", omittingEmptySubsequences: false)[7]
        let result = try folder.gonghai("quarantine", String(reps))
        #expect(result.status == 2 && result.errors.contains("only customers"), "\(result.errors)")
    }

    @Test("import A, import B, undo B is import A; and B again is what it was", arguments: 1...6)
    func anyTwo(_ seed: UInt64) throws {
        let folder = try make()
        var generator = SeededGenerator(seed: seed)
        let names = ["澄湖机械", "云栖软件", "锦江餐饮", "东港物流", "鹭岛贸易"]
        func list(_ prefix: String) -> String {
            var text = "id,name,mobile,owner,city\n"
            for id in 1...8 where Bool.random(using: &generator) {
                let name = names[Int.random(in: 0..<names.count, using: &generator)]
                let mobile = ["", "13800138000", "13900139000"][Int.random(in: 0..<3, using: &generator)]
                let owner = ["", "E1", "E2"][Int.random(in: 0..<3, using: &generator)]
                let city = ["苏州", "杭州", ""][Int.random(in: 0..<3, using: &generator)]
                text += "\(prefix)\(id),\(city)\(name)有限公司,\(mobile),\(owner),\(city)\n"
            }
            return text + "\(prefix)9,\(prefix)公司,,,\n"
        }
        func notes(_ prefix: String) -> String {
            "id,customer,rep,at,channel,outcome\n"
                + (1...8).map { "\(prefix)f\($0),\(prefix)\($0),E1,2026-01-0\($0),phone,ok\n" }.joined()
        }
        let isSameSource = Bool.random(using: &generator)
        try folder.write(list("x"), to: "a.csv")
        try folder.write(list(isSameSource ? "x" : "y"), to: "b.csv")
        try folder.write(notes("x"), to: "f.csv")
        try folder.write(notes("y"), to: "g.csv")
        _ = try imported("f.csv", as: "follow-ups", source: "a", in: folder)
        _ = try imported("g.csv", as: "follow-ups", source: "b", in: folder)
        _ = try imported("a.csv", source: "a", in: folder)
        let before = try exports(folder)
        let batch = try imported("b.csv", source: isSameSource ? "a" : "b", in: folder)
        let after = try exports(folder, sinceWhen: false)
        let result = try folder.gonghai("undo", batch)
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(try exports(folder) == before)
        #expect(try folder.gonghai("verify").output.hasPrefix("The store agrees"))
        _ = try imported("b.csv", source: isSameSource ? "a" : "b", in: folder)
        #expect(try exports(folder, sinceWhen: false) == after)
        #expect(try folder.gonghai("verify").output.hasPrefix("The store agrees"))
    }
}
