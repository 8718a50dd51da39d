import Foundation
import Records
import TestSupport
import Testing

@testable import Matching

/// Few records, so that nothing but what is expected of any data says what agreement is worth.
@Suite("Who is whom")
struct WhoIsWhomTests {
    let plain = makeCustomer("华强电子有限公司", key: "华强电子", core: "华强")
    let placed = makeCustomer("深圳市华强电子有限公司", key: "深圳华强电子", core: "华强")

    func with(_ customer: Customer, _ change: (inout Customer) -> Void) -> Customer {
        var customer = customer
        change(&customer)
        return customer
    }

    /// Which of them are one customer, sorted by id.
    func clusters(_ records: [(id: String, customer: Customer)]) -> [[String]] {
        var table = CompanyTable()
        for record in records { table.add(record.customer, rank: KeyHash(kind: "R", record.id).bits) }
        let matching = CompanyMatching(table)
        let clusters = matching.clusters(LinkageModel(prior: CompanyTable.comparisons))
        let groups = Dictionary(grouping: records.indices, by: clusters.root)
        return groups.values.map { $0.map { records[$0].id }.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
    }

    // MARK: What is one customer

    @Test("one credit code is one customer, however the names are written")
    func creditCode() {
        let other = makeCustomer("Huaqiang Electronics", key: "huaqiang electronics", core: "huaqiang") {
            $0.creditCode = codes[0]
        }
        #expect(clusters([("1", with(placed) { $0.creditCode = codes[0] }), ("2", other)]) == [["1", "2"]])
    }

    @Test("one name in one place is one customer; a name alone is left to a person where little else is known of any")
    func fullName() {
        let here = with(plain) { $0.city = "深圳" }
        #expect(clusters([("1", here), ("2", here)]) == [["1", "2"]])
        #expect(clusters([("1", plain), ("2", here)]) == [["1"], ["2"]])
    }

    @Test("core name and phone, domain or address join where the names differ in what else they say")
    func core() {
        let short = makeCustomer("华强", key: "华强", core: "华强") { $0.phone = "+8675583210987" }
        #expect(clusters([("1", with(placed) { $0.phone = "83210987" }), ("2", short)]) == [["1", "2"]])
        let one = with(placed) { $0.email = "a@hq.com" }
        let other = with(plain) { $0.website = "hq.com" }
        #expect(clusters([("1", one), ("2", other)]) == [["1", "2"]])
    }

    // MARK: What is not: hard negatives

    @Test("two credit codes are two customers, though name and phone agree")
    func twoCodes() {
        let one = with(placed) {
            $0.creditCode = codes[0]
            $0.phone = "+8675583210987"
        }
        #expect(clusters([("1", one), ("2", with(one) { $0.creditCode = codes[1] })]) == [["1"], ["2"]])
    }

    @Test("a record that fits two credit codes joins neither")
    func betweenTwoCodes() {
        let records = [
            ("1", with(placed) { $0.creditCode = codes[0] }), ("2", with(placed) { $0.creditCode = codes[1] }),
            ("3", placed),
        ]
        #expect(clusters(records) == [["1"], ["2"], ["3"]])
        #expect(clusters([records[0], records[2]]) == [["1", "3"]])
    }

    @Test("same name different company: a generic name in two cities stays two, a third without a place joins neither")
    func twoCities() {
        let (north, south) = (with(plain) { $0.city = "北京" }, with(plain) { $0.city = "深圳" })
        #expect(clusters([("1", north), ("2", south)]) == [["1"], ["2"]])
        #expect(clusters([("1", north), ("2", south), ("3", plain), ("4", south)]) == [["1"], ["2", "4"], ["3"]])
        let brand = makeCustomer("北京华强电子", key: "北京华强电子", core: "华强")
        #expect(
            clusters([("1", with(brand) { $0.city = "北京" }), ("2", with(brand) { $0.city = "天津" })]) == [["1"], ["2"]])
    }

    @Test("a branch stays apart from the head office, though core, phone, domain and even the code are the same")
    func branches() {
        let head = with(placed) {
            $0.phone = "+8675583210987"
            $0.website = "hq.com"
            $0.creditCode = codes[0]
        }
        func branch(_ city: String) -> Customer {
            with(head) {
                $0.name = "深圳市华强电子有限公司\(city)分公司"
                $0.nameKey = "深圳华强电子\(city)分公司"
            }
        }
        let records = [("1", head), ("2", branch("广州")), ("3", branch("北京")), ("4", branch("广州"))]
        #expect(clusters(records) == [["1"], ["2", "4"], ["3"]])
        // By itself a code of branches is the branch's own, and their spellings may differ.
        #expect(clusters([("2", branch("广州")), ("3", branch("广州市"))]) == [["2", "3"]])
    }

    @Test("a shared phone, as an agent's, joins nobody whose core name differs")
    func sharedPhone() {
        let other = makeCustomer("远大贸易有限公司", key: "远大贸易", core: "远大") { $0.phone = "+8675583210987" }
        #expect(clusters([("1", with(placed) { $0.phone = "+8675583210987" }), ("2", other)]) == [["1"], ["2"]])
    }

    @Test("sisters of a group that share core name and switchboard stay two")
    func sisters() {
        let logistics = makeCustomer("深圳市华强物流有限公司", key: "深圳华强物流", core: "华强") { $0.phone = "+8675583210987" }
        #expect(clusters([("1", with(placed) { $0.phone = "+8675583210987" }), ("2", logistics)]) == [["1"], ["2"]])
    }

    @Test("group, share company and limited company of one name are three")
    func forms() {
        let names = ["中石华强集团有限公司", "中石华强股份有限公司", "中石华强有限公司"]
        let records = names.enumerated().map { ("\($0)", makeCustomer($1, key: "中石华强", core: "中石华强")) }
        #expect(clusters(records).count == 3)
    }

    // MARK: Properties

    @Test("the order of records does not matter, no two codes meet, and each record is in one customer (property)")
    func shuffled() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<200 {
            var records = (0..<Int.random(in: 1...14, using: &generator)).map { number in
                let base =
                    [plain, placed, makeCustomer("华强", key: "华强", core: "华强")].randomElement(using: &generator) ?? plain
                return (
                    id: "\(number)",
                    customer: with(base) {
                        $0.creditCode = (codes + [nil, nil, nil]).randomElement(using: &generator) ?? nil
                        $0.city = ["北京", "深圳", nil].randomElement(using: &generator) ?? nil
                        $0.phone = ["+8675583210987", "+861083219999", nil].randomElement(using: &generator) ?? nil
                        $0.email = ["a@hq.com", "b@163.com", nil].randomElement(using: &generator) ?? nil
                    }
                )
            }
            let expected = clusters(records)
            let byID = Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0.customer) })
            for cluster in expected { #expect(Set(cluster.compactMap { byID[$0]?.creditCode }).count <= 1) }
            #expect(expected.joined().sorted() == records.map(\.id).sorted())
            records.shuffle(using: &generator)
            #expect(clusters(records) == expected)
        }
    }

    @Test("two thousand records of one name in few places are matched at once")
    func commonName() {
        let records = (0..<2000).map { number in
            (id: "\(number)", customer: with(plain) { $0.city = "城\(number % 40)" })
        }
        #expect(clusters(records).count == 40)
    }

    @Test("423 accounts of a real Salesforce export stay 423 customers", .enabled(if: Paths.samples != nil))
    func salesforce() throws {
        let samples = try #require(Paths.samples)
        let data = try Data(contentsOf: samples.appending(path: "salesforce/dataloader/accountData.csv"))
        let text = try #require(String(data: data, encoding: .windowsCP1252))
        let rows = text.split(whereSeparator: \.isNewline).map { line in
            line.dropFirst().dropLast().components(separatedBy: "\",\"")
        }
        let header = try #require(rows.first)
        func column(_ name: String) throws -> Int { try #require(header.firstIndex(of: name)) }
        let (id, name, city, country) = (
            try column("ID"), try column("NAME"), try column("BILLINGCITY"), try column("BILLINGCOUNTRY")
        )
        let phone = try column("PHONE")
        let records = rows.dropFirst().map { cells in
            // As normalisation folds: destroyed names are no keys, forms are cut off.
            let words = cells[name].lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
            let kept = words.filter { !["inc", "llc", "ltd", "corp", "co", "sa"].contains($0) }
            let customer = makeCustomer(cells[name], key: kept.joined(separator: " "), core: kept.first ?? "") {
                $0.city = cells[city].isEmpty ? nil : cells[city]
                $0.country = cells[country].isEmpty ? nil : cells[country]
                $0.phone = cells[phone].isEmpty ? nil : cells[phone]
            }
            return (id: cells[id], customer: customer)
        }
        #expect(records.count == 423)
        #expect(clusters(Array(records)).count == 423)
    }
}
