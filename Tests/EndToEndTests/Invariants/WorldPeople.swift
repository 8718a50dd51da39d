import Records
import TestSupport

/// A salesperson of a world, as its roster says.
struct WorldRep: Sendable {
    var number: Int
    var name: String
    var isActive = true
    var startsOn: BusinessDate?
    var endsOn: BusinessDate?
    var leave: ClosedRange<BusinessDate>?
    var team = "east"
    var regions: [String] = []
    var sizes: [String] = []
    var needs: [String] = []
    var claimLimit: Int?
    var intakeLimit: Int?
    var holdingLimit: Int?

    static let header = [
        "id", "name", "email", "team", "active", "starts_on", "ends_on", "leave", "regions", "sizes", "needs",
        "claim_limit",
        "intake_limit", "holding_limit", "aliases",
    ]

    var email: String { "rep\(number)@world.example" }

    var row: [String] {
        [
            "E\(number)", name, email, team, isActive ? "yes" : "no", startsOn?.description ?? "",
            endsOn?.description ?? "",
            leave.map { "\($0.lowerBound)/\($0.upperBound)" } ?? "", regions.joined(separator: ";"),
            sizes.joined(separator: ";"), needs.joined(separator: ";"), claimLimit.map { String($0) } ?? "",
            intakeLimit.map { String($0) } ?? "", holdingLimit.map { String($0) } ?? "",
            "alpha:A\(number);beta:B\(number)",
        ]
    }
}

/// A company of a world, as its systems know it.
struct WorldCompany: Sendable {
    var number: Int
    var name: String
    var creditCode: String
    var place: (province: String, city: String)
    var phone: String
    var sources: [String]
    var owner: String
    var level: String
    var needs: String
    var employees: String
    var updatedAt: String

    static let header = [
        "id", "name", "credit_code", "industry", "employees", "province", "city", "phone", "mobile", "level", "needs",
        "owner",
        "owned_since", "locked_until", "deal_status", "updated_at", "notes",
    ]

    func id(in source: String) -> String { "\(source.prefix(1).uppercased())K\(number)" }
}

extension WorldMaker {
    private static let places = [("广东省", "深圳市"), ("江苏省", "苏州市"), ("浙江省", "杭州市"), ("四川省", "成都市")]

    mutating func makeRep() -> WorldRep {
        let number = reps.count + 1
        var rep = WorldRep(number: number, name: generator.chance(0.05) ? "Rep 1" : "Rep \(number)")
        rep.isActive = generator.chance(0.9)
        rep.startsOn = generator.perhaps(0.3) { start + Int.random(in: -30...3, using: &$0) }
        rep.endsOn = generator.perhaps(0.15) { start + Int.random(in: -2...6, using: &$0) }
        rep.leave = generator.perhaps(0.25) { generator in
            let first = start + Int.random(in: -1...5, using: &generator)
            return first...(first + Int.random(in: 0...2, using: &generator))
        }
        rep.regions = generator.chance(0.3) ? [generator.pick(["广东", "江苏省", "杭州", "成都市"])] : []
        rep.sizes = generator.chance(0.15) ? ["small", "medium"] : []
        rep.needs = generator.chance(0.15) ? ["MES"] : []
        rep.team = generator.pick(["east", "south"])
        rep.claimLimit = generator.perhaps(0.2) { Int.random(in: 0...4, using: &$0) }
        rep.intakeLimit = generator.perhaps(0.2) { Int.random(in: 0...6, using: &$0) }
        rep.holdingLimit = generator.perhaps(0.3) { Int.random(in: 0...6, using: &$0) }
        return rep
    }

    mutating func makeCompany() -> WorldCompany {
        let number = companies.count + 1
        let place = generator.pick(Self.places)
        let trade = generator.pick(["化工", "机械", "物流", "电子"])
        let syllables = generator.pick(["岚", "翊", "辰", "朔", "砚"]) + generator.pick(["岭", "野", "舟", "榆", "涧"])
        let isSame = generator.chance(0.9)
        return WorldCompany(
            number: number,
            name: place.1.dropLast() + syllables + (isSame ? CharacterNumber.text(number) : "") + trade + "有限公司",
            creditCode: generator.chance(0.6) ? CreditCodes.code(number) : "",
            place: place, phone: "0755-8\(padded(number, 7))", sources: sources.filter { _ in generator.chance(0.6) },
            owner: owner(), level: generator.pick(["A", "B", "C", "", "?"]),
            needs: generator.pick(["MES", "ERP;MES", "", "?"]),
            employees: generator.pick(["12", "350人", "", "viele"]),
            updatedAt: generator.chance(0.5) ? "2026-10-01 10:00:00" : "")
    }

    private mutating func owner() -> String {
        guard generator.chance(0.6) else { return "" }
        return generator.chance(0.1) ? "Somebody Gone" : repText(generator.pick(reps), in: nil)
    }

    /// Each list names people as it likes.
    mutating func repText(_ rep: WorldRep, in source: String?) -> String {
        if source == "alpha", generator.chance(0.5) { return "A\(rep.number)" }
        return generator.pick(["E\(rep.number)", rep.name, rep.email])
    }

    /// The rows of a company in one system, dirt included.
    mutating func customerRows(_ company: WorldCompany, _ source: String) -> [[String]] {
        let since = generator.perhaps(0.6) { (start - Int.random(in: 0...20, using: &$0)).description } ?? ""
        let locked = generator.perhaps(0.1) { (start + Int.random(in: -1...3, using: &$0)).description } ?? ""
        let owner = generator.chance(0.85) ? company.owner : repText(generator.pick(reps), in: source)
        var row = [
            company.id(in: source), company.name, generator.chance(0.8) ? company.creditCode : "",
            generator.pick(["化学原料", "物流", "", "??"]), company.employees, company.place.province, company.place.city,
            company.phone, generator.pick(["13800001111", "1380000222\(company.number % 10)", "12", ""]), company.level,
            company.needs, owner, since, locked, generator.pick(["", "", "", "", "won"]), company.updatedAt,
            generator.pick(["", "=1+1", "a \"quoted\", note", "two\nlines"]),
        ]
        switch Int.random(in: 0..<24, using: &generator) {
        case 0: return [row, row]
        case 1:
            var other = row
            other[9] = "C"
            return [row, other]
        case 2: row.append("one cell too many")
        case 3: (row[0], row[1]) = ("", "")
        case 4: row[1] = "  \(row[1]) "
        case 5: row[15] = "yesterday"
        default: break
        }
        return [row]
    }
}

/// Numbers in characters that a name may have, so that names differ.
enum CharacterNumber {
    private static let digits = Array("甲乙丙丁戊己庚辛壬癸")
    static func text(_ number: Int) -> String {
        String(String(number).compactMap(\.wholeNumberValue).map { digits[$0] })
    }
}

/// Unified social credit codes with the check character of GB 32100-2015.
enum CreditCodes {
    static func code(_ number: Int) -> String {
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        let body = "91440300MA5" + padded(number, 6)
        var (sum, weight) = (0, 1)
        for character in body {
            sum += (alphabet.firstIndex(of: character) ?? 0) * weight
            weight = weight * 3 % 31
        }
        return body + String(alphabet[(31 - sum % 31) % 31])
    }
}
