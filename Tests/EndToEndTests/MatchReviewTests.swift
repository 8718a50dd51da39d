import Foundation
import TestSupport
import Testing

@Suite("Saying who is whom")
struct MatchReviewTests {
    private func make() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("time_zone: Asia/Shanghai\nallocation: {strategy: rotation}\n", to: "gonghai.yaml")
        try folder.write(
            """
            id,name,phone,city,industry_code
            1,深圳市华强电子有限公司,0755-83210987,深圳,C39
            2,华强电子,0755-83210987,深圳,C39
            3,广州明珠电器有限公司,020-87654320,广州,C38
            4,明珠电器,020-38761234,,
            5,北京天宇物流有限公司,010-62345671,北京,G54
            6,上海远航贸易有限公司,010-62345671,北京,F51

            """, to: "a.csv")
        _ = try run(folder, "import", "a.csv", "--as", "customers", "--source", "crm")
        return folder
    }

    private func run(_ folder: TemporaryFolder, _ arguments: String..., status: Int32 = 0) throws -> String {
        let result = try CommandLineTool.run(arguments, in: folder.url)
        #expect(result.status == status, "\(result.output)\(result.errors)")
        return result.output + result.errors
    }

    private struct Item: Decodable {
        var kind, customer_id, customer, found, suggestion: String
        var confidence: Double
    }

    private func waiting(_ folder: TemporaryFolder) throws -> [Item] {
        try run(folder, "review", "--json").split(separator: "\n").filter { $0.hasPrefix("{") }
            .map { try JSONDecoder().decode(Item.self, from: Data($0.utf8)) }.filter { $0.kind == "match" }
    }

    private func id(_ folder: TemporaryFolder, _ customer: String) throws -> String {
        let text = try run(folder, "explain", customer, "--json")
        let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        return try #require(json["id"] as? String ?? json["customer_id"] as? String)
    }

    @Test("what is certain is joined, what may be waits with its weights, and what only shares a number does neither")
    func waits() throws {
        let folder = try make()
        #expect(try id(folder, "crm:1") == id(folder, "crm:2"))
        let items = try waiting(folder)
        let pair = try #require(items.first { $0.found.contains("明珠") })
        #expect(items.allSatisfy { !$0.found.contains("远航") && !$0.found.contains("天宇") })
        #expect(Set([pair.customer_id, pair.suggestion]) == Set([try id(folder, "crm:3"), try id(folder, "crm:4")]))
        #expect(pair.confidence > 0.5 && pair.confidence < 0.999)
        #expect(pair.found.contains("name (same but for the place)") && pair.found.contains("phone (different)"))
        // The weights are the odds, but for their rounding.
        let weights = pair.found.split(separator: " ").compactMap {
            $0.first == "+" || $0.first == "-" ? Double($0) : nil
        }
        #expect(abs(weights.reduce(0, +) - log2(pair.confidence / (1 - pair.confidence))) < 0.5)
    }

    @Test("the completed form joins what it says is one, keeps apart what it says is two, and neither is asked again")
    func answers() throws {
        let folder = try make()
        let list = try run(folder, "review", "--output", "review.csv")
        #expect(list.contains("match: 1 waiting"))
        let form = try folder.text("review.csv")
        func complete(_ word: String) throws {
            let lines = form.split(separator: "\r\n").map { $0.hasPrefix("match,") ? "\($0)\(word)" : String($0) }
            try folder.write(lines.joined(separator: "\r\n") + "\r\n", to: "review.csv")
        }
        try complete("perhaps")
        _ = try run(folder, "import", "review.csv", status: 1)
        #expect(try folder.text("rejects/review.rejects.csv").contains("'perhaps' is no answer"))
        try complete("no")
        _ = try run(folder, "import", "review.csv")
        #expect(try waiting(folder).isEmpty)
        #expect(try id(folder, "crm:3") != id(folder, "crm:4"))
        try complete("是")
        _ = try run(folder, "import", "review.csv")
        #expect(try id(folder, "crm:3") == id(folder, "crm:4"))
        #expect(try waiting(folder).isEmpty)
        _ = try run(folder, "verify")
    }

    @Test("merge and unmerge by hand leave everything as it was, and no later import joins the two again")
    func byHand() throws {
        let folder = try make()
        let before = try run(folder, "export", "customers")
        _ = try run(folder, "merge", "crm:5", "crm:6")
        #expect(try id(folder, "crm:5") == id(folder, "crm:6"))
        _ = try run(folder, "unmerge", "crm:5")
        #expect(try run(folder, "export", "customers") == before)
        #expect(try run(folder, "unmerge", "crm:5", status: 2).contains("can be taken apart"))

        _ = try run(folder, "unmerge", "crm:1", "crm:2")
        #expect(try id(folder, "crm:1") != id(folder, "crm:2"))
        try folder.write(
            "id,name,phone,city\n2,华强电子有限公司,0755-83210987,深圳\n", to: "b.csv")
        _ = try run(folder, "import", "b.csv", "--as", "customers", "--source", "crm")
        #expect(try id(folder, "crm:1") != id(folder, "crm:2"))
        _ = try run(folder, "verify")
    }

    @Test("undo takes a merge by hand apart with its import, or names it; coming again, the two are one again")
    func undone() throws {
        let folder = try make()
        try folder.write("id,name,phone\n8,东方红机械厂,\n9,澄湖咨询工作室,\n", to: "b.csv")
        func importAgain() throws -> String {
            let lines = try run(folder, "import", "b.csv", "--as", "customers", "--source", "erp", "--json")
            let line = try #require(lines.split(separator: "\n").first { $0.contains("\"batch\"") })
            let json = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            return try #require(json["batch"] as? String)
        }
        let batch = try importAgain()
        _ = try run(folder, "merge", "erp:8", "erp:9")
        _ = try run(folder, "undo", batch)
        _ = try run(folder, "verify")
        let again = try importAgain()
        #expect(try id(folder, "erp:8") == id(folder, "erp:9"))
        #expect(try run(folder, "explain", "erp:8").contains("joined by by_hand"))

        _ = try run(folder, "merge", "erp:8", "crm:5")
        #expect(try run(folder, "undo", again, status: 2).contains("merge"))
        _ = try run(folder, "unmerge", "erp:8")
        _ = try run(folder, "undo", again)
        _ = try run(folder, "verify")
    }
}
