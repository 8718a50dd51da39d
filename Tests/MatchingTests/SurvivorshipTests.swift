import Records
import TestSupport
import Testing

@testable import Matching

@Suite("Survivorship")
struct SurvivorshipTests {
    @Test("the more trusted source wins field by field, and an empty cell erases nothing")
    func trust() {
        let crm = makeRow(
            "crm", "1",
            makeCustomer("华强", key: "华强", core: "华强") {
                $0.email = "a@hq.com"
                $0.updatedAt = Instant(epochSeconds: 9)
            })
        let erp = makeRow(
            "erp", "1",
            makeCustomer("华强电子有限公司", key: "华强电子", core: "华强") {
                $0.mobile = "+8613800135678"
                $0.email = "b@hq.com"
            })
        let merged = Survivorship.merge([crm, erp], trust: ["erp", "crm"])
        #expect(merged.name == "华强电子有限公司" && merged.nameKey == "华强电子")
        #expect(merged.email == "b@hq.com")
        #expect(merged.mobile == "+8613800135678")
        #expect(Survivorship.merge([crm, erp], trust: ["crm"]).email == "a@hq.com")
        #expect(Survivorship.merge([crm, erp], trust: ["crm"]).mobile == "+8613800135678")
        #expect(Survivorship.merge([crm, erp], trust: []).name == "华强")
    }

    @Test("within a source the newest wins, an unknown time loses, and the smallest key breaks the tie")
    func newest() {
        func row(_ id: String, _ email: String, _ at: Int64?) -> Row<CustomerRecord> {
            makeRow(
                "crm", id,
                makeCustomer("华强") {
                    $0.email = email
                    $0.updatedAt = at.map { Instant(epochSeconds: $0) }
                })
        }
        #expect(Survivorship.merge([row("1", "a", 5), row("2", "b", 7), row("3", "c", nil)], trust: []).email == "b")
        #expect(Survivorship.merge([row("2", "b", 7), row("1", "a", 7)], trust: []).email == "a")
    }

    @Test("the name goes with its match forms, and a destroyed name gives way to a readable one")
    func name() {
        let broken = makeRow("crm", "1", makeCustomer("????"))
        let good = makeRow("erp", "1", makeCustomer("华强电子", key: "华强电子", core: "华强"))
        let merged = Survivorship.merge([broken, good], trust: ["crm"])
        #expect(merged.name == "华强电子" && merged.nameKey == "华强电子" && merged.nameCore == "华强")
    }

    @Test("two places are never mixed")
    func place() {
        let province = makeRow("crm", "1", makeCustomer("a") { $0.province = "广东" })
        let city = makeRow(
            "erp", "1",
            makeCustomer("a") {
                $0.province = "江苏"
                $0.city = "南京"
                $0.address = "中山路1号"
            })
        let fitting = makeRow(
            "old", "1",
            makeCustomer("a") {
                $0.city = "深圳"
                $0.address = "深南大道1号"
            })
        let merged = Survivorship.merge([province, city, fitting], trust: ["crm", "erp", "old"])
        #expect([merged.province, merged.city, merged.address] == ["广东", "深圳", "深南大道1号"])
    }

    @Test(
        "needs and tags are united, the most certain industry wins with everybody's evidence, times are the outer ones")
    func united() {
        func evidence(_ found: String) -> Evidence {
            Evidence(kind: .keyword, field: .name, found: found, speaksFor: "C39", weight: 1)
        }
        func row(_ source: String, _ confidence: Double, _ found: [String], at: Int64) -> Row<CustomerRecord> {
            makeRow(
                source, "1",
                makeCustomer("a") {
                    $0.needs = ["n-\(source)", "erp"]
                    $0.tags = [source]
                    $0.industry = Industry(
                        section: source, division: nil, confidence: confidence, evidence: found.map(evidence))
                    $0.createdAt = Instant(epochSeconds: at)
                    $0.updatedAt = Instant(epochSeconds: at)
                })
        }
        let merged = Survivorship.merge(
            [row("x", 0.5, ["1", "2"], at: 4), row("y", 0.9, ["3", "2"], at: 2)], trust: [])
        #expect(merged.needs == ["erp", "n-x", "n-y"])
        #expect(merged.tags == ["x", "y"])
        #expect(merged.industry.section == "y")
        #expect(merged.industry.evidence.map(\.found) == ["3", "2", "1"])
        #expect(merged.createdAt == Instant(epochSeconds: 2) && merged.updatedAt == Instant(epochSeconds: 4))
    }

    @Test("a level that points gave to one record does not outweigh one that another's list gave")
    func levels() {
        let scored = makeRow(
            "x", "1",
            makeCustomer("a", key: "a") {
                $0.level = .a; $0.levelReason = "5 points"
            })
        let given = makeRow("y", "1", makeCustomer("a", key: "a") { $0.level = .c })
        let merged = Survivorship.merge([scored, given], trust: ["x"])
        #expect(merged.level == .c && merged.levelReason == nil)
        #expect(Survivorship.merge([scored, makeRow("y", "2", makeCustomer("a", key: "a"))], trust: []).level == nil)
    }

    @Test("one record is taken as it is, and the order of the rows does not matter (property)")
    func shuffled() {
        let single = makeCustomer("a", key: "a", core: "a") { $0.needs = ["z", "a"] }
        #expect(Survivorship.merge([makeRow("crm", "1", single)], trust: []) == single)
        #expect(Survivorship.merge([], trust: []).name.isEmpty)
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<200 {
            var rows = (0..<5).map { number in
                makeRow(
                    ["a", "b"].randomElement(using: &generator) ?? "a", "\(number)",
                    makeCustomer("n\(number)", key: "k") {
                        $0.city = ["x", "y", nil].randomElement(using: &generator) ?? nil
                        $0.address = Bool.random(using: &generator) ? "\(number)" : nil
                        $0.industry.confidence = Double(Int.random(in: 0...2, using: &generator))
                        $0.industry.section = "\(number)"
                        $0.updatedAt = Bool.random(using: &generator) ? Instant(epochSeconds: 1) : nil
                    })
            }
            let expected = Survivorship.merge(rows, trust: ["b"])
            rows.shuffle(using: &generator)
            #expect(Survivorship.merge(rows, trust: ["b"]) == expected)
        }
    }
}
