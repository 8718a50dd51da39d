import Records
import TestSupport
import Testing

@testable import Matching

@Suite("Linkage by weights")
struct LinkageTests {
    let comparisons = [
        Comparison("name", [.init("same", m: 0.5, u: 0.001, isBlocked: true), .init("different", m: 0.5, u: 0.999)]),
        Comparison("phone", [.init("same", m: 0.5, u: 0.001, isBlocked: true), .init("different", m: 0.5, u: 0.999)]),
        Comparison("city", [.init("same", m: 0.5, u: 0.5), .init("different", m: 0.5, u: 0.5)]),
    ]

    func pattern(_ levels: Int...) -> LevelPattern {
        var pattern = LevelPattern()
        for (index, level) in levels.enumerated() { pattern[index] = level }
        return pattern
    }

    @Test("expectation maximisation finds the m and u that made the pairs")
    func recovers() {
        // 20,000 records, 10,000 matches: name .9, phone .7, city .95; other pairs: city .1, name and phone by chance.
        var numbers = SeededGenerator(seed: 11)
        func draw(_ shares: [Double]) -> LevelPattern {
            var drawn = LevelPattern()
            for (index, share) in shares.enumerated() {
                drawn[index] = Double.random(in: 0..<1, using: &numbers) < share ? 1 : 2
            }
            return drawn
        }
        var candidates: [LevelPattern: Int] = [:]
        for _ in 0..<10_000 {
            let drawn = draw([0.9, 0.7, 0.95])
            if drawn[0] == 1 || drawn[1] == 1 { candidates[drawn, default: 0] += 1 }
        }
        for _ in 0..<4_000 { candidates[draw([1, 0, 0.1]), default: 0] += 1 }
        for _ in 0..<4_000 { candidates[draw([0, 1, 0.1]), default: 0] += 1 }
        var random: [LevelPattern: Int] = [:]
        for _ in 0..<100_000 { random[draw([0.00002, 0.00002, 0.1]), default: 0] += 1 }
        let model = LinkageModel.estimate(comparisons, candidates: candidates, random: random, records: 20_000)
        #expect(abs(model.m[0][0] - 0.9) < 0.02)
        #expect(abs(model.m[1][0] - 0.7) < 0.02)
        #expect(abs(model.m[2][0] - 0.95) < 0.02)
        #expect(abs(model.u[2][0] - 0.1) < 0.01)
        // 4,000 of 200 million pairs share a name by chance.
        #expect(model.u[0][0] < 0.0001)
        #expect(abs(model.matchesPerRecord - 0.5) < 0.05)
    }

    @Test("without data the model is what is expected of any data; a missing value says nothing")
    func prior() {
        let model = LinkageModel.estimate(comparisons, candidates: [:], random: [:], records: 0)
        #expect(abs(model.m[0][0] - 0.5) < 0.001)
        #expect(model.weight(of: pattern(0, 0, 0)) == 0)
        #expect(model.weight(of: pattern(1, 1, 0)) > 15)
        #expect(model.priorWeight(records: 10) == model.priorWeight(records: LinkageModel.fewestRecords))
        #expect(model.priorWeight(records: 1_000_000) < model.priorWeight(records: 100_000))
    }

    @Test("a value that many share is worth less than a rare one")
    func rarity() {
        var model = LinkageModel(prior: comparisons)
        model.averageShares = [0.0001, 0, 0]
        #expect(model.rarity(0, count: 2, records: 100_000) > 2)
        #expect(model.rarity(0, count: 500, records: 100_000) < -5)
        #expect(model.rarity(1, count: 2, records: 100_000) == 0)
    }

    @Test("a pair comes once, however many keys it shares; a key that very many share finds nobody")
    func pairs() {
        var pairs = CandidatePairs()
        pairs.add([3, 1, 2])
        pairs.add([1, 2])
        pairs.add([7, 8], isNew: { $0 == 8 })
        pairs.add([4, 5], isNew: { _ in false })
        pairs.add(Array(10...(10 + CandidatePairs.mostInBlock)))
        pairs.finish()
        var found: [[Int]] = []
        pairs.forEach(ofSmaller: 0..<pairs.end) { found.append([$0, $1]) }
        #expect(found.sorted { $0.lexicographicallyPrecedes($1) } == [[1, 2], [1, 3], [2, 3], [7, 8]])
        #expect(pairs.count() == 4)
        #expect(pairs.records == [1, 2, 3, 7, 8])
        pairs.renumber { $0 == 2 ? nil : $0 / 2 }
        #expect(pairs.records == [0, 1, 3, 4])
        #expect(pairs.count() == 2)
    }
}

@Suite("Clusters of companies")
struct LinkClustersTests {
    func company(_ core: String, _ change: (inout Customer) -> Void = { _ in }) -> Customer {
        makeCustomer("深圳市\(core)电子有限公司", key: "深圳市\(core)电子", core: core) {
            $0.city = "深圳市"
            $0.industry = Industry(section: "C", division: "39", confidence: 1, evidence: [])
            change(&$0)
        }
    }

    func clusters(_ customers: [Customer], apart: Set<RecordPair> = []) -> (roots: [Int], asked: [[Int]]) {
        var table = CompanyTable()
        for customer in customers { table.add(customer) }
        let matching = CompanyMatching(table)
        let linkage = Linkage(
            table: matching.table, model: LinkageModel(prior: CompanyTable.comparisons), records: customers.count)
        let clusters = LinkClusters(linkage, links: linkage.links(matching.pairs), apart: apart)
        return (customers.indices.map(clusters.root), clusters.undecided.map { [$0.left, $0.right] })
    }

    @Test("one name with one phone is one customer, in whatever order they come")
    func joins() {
        let one = company("华强") { $0.phone = "+8675583210987" }
        let other = makeCustomer("华强电子", key: "华强电子", core: "华强") {
            $0.phone = "+8675583210987"
            $0.city = "深圳市"
        }
        #expect(clusters([one, other, company("金龙")]).roots == [0, 0, 2])
        #expect(clusters([company("金龙"), other, one]).roots == [0, 1, 1])
    }

    @Test("a record without a code never brings two codes into one cluster, and is left to a person")
    func doesNotChain() {
        let phone = "+8675583210987"
        let first = company("华强") { ($0.creditCode, $0.phone) = (codes[0], phone) }
        let second = company("华强") { ($0.creditCode, $0.phone) = (codes[1], phone) }
        let between = company("华强") { $0.phone = phone }
        let found = clusters([first, between, second])
        #expect(found.roots == [0, 1, 2])
        #expect(found.asked.count == 2)
    }

    @Test("a subsidiary and a branch with the switchboard and the domain of their parent stay apart")
    func families() {
        let shared = { (customer: inout Customer) in
            customer.phone = "+8675583210987"
            customer.website = "huaqiang.com"
            customer.city = "深圳市"
        }
        let parent = company("华强", shared)
        let child = makeCustomer("深圳市华强物流有限公司", key: "深圳市华强物流", core: "华强", shared)
        let branch = makeCustomer("深圳市华强电子有限公司福田分公司", key: "深圳市华强电子有限公司福田分公司", core: "华强福田分公司", shared)
        let found = clusters([parent, child, branch])
        #expect(found.roots == [0, 1, 2])
        #expect(found.asked.isEmpty, "nobody need be asked about what is certainly two")
    }

    @Test("what a person said to be two is never joined")
    func decidedApart() {
        let one = company("华强") { $0.phone = "+8675583210987" }
        #expect(clusters([one, one], apart: [RecordPair(0, 1)]).roots == [0, 1])
    }
}
