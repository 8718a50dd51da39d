import Foundation
import Records
import TestSupport

extension World {
    init(seed: UInt64) {
        var maker = WorldMaker(seed: seed, trouble: .asked)
        self.init(seed: seed, rules: maker.rules, nights: maker.nights())
    }
}

/// What worlds have beyond the usual: late, backdated, changed; GONGHAI_TROUBLE names fewer.
struct Trouble: OptionSet {
    let rawValue: Int
    /// Nights that run only after something of the next day was done.
    static let lateNights = Trouble(rawValue: 1)
    /// Acts by hand that are entered after later ones.
    static let backdatedActs = Trouble(rawValue: 2)
    /// One id with different contents in files of different days that lie in the inbox together.
    static let changedRows = Trouble(rawValue: 4)

    static let asked: Trouble = {
        let names = (ProcessInfo.processInfo.environment["GONGHAI_TROUBLE"] ?? "late,backdated,changed").split(
            separator: ",")
        let known: [Substring: Trouble] = ["late": .lateNights, "backdated": .backdatedActs, "changed": .changedRows]
        return Trouble(names.compactMap { known[$0] })
    }()
}

/// Makes a world up, day after day.
struct WorldMaker {
    var generator: SeededGenerator
    let rules: WorldRules
    let start: BusinessDate
    let sources: [String]
    var reps: [WorldRep] = []
    var companies: [WorldCompany] = []
    let trouble: Trouble
    /// Whether each night brings files with its date in their names, beside the older ones; otherwise lists grow.
    let isDated: Bool
    var growing: [String: WorldFile] = [:]
    var nextNumber = 1

    init(seed: UInt64, trouble: Trouble) {
        self.trouble = trouble
        var generator = SeededGenerator(seed: seed &* 7919 &+ 17)
        let day = Int.random(in: 0..<24, using: &generator)
        start = (BusinessDate(iso: "2026-11-02") ?? BusinessDate(dayNumber: 0)) + day
        rules = WorldRules(start: start, using: &generator)
        sources = Array(["alpha", "beta", "gamma"].prefix(Int.random(in: 2...3, using: &generator)))
        isDated = generator.chance(0.5)
        self.generator = generator
    }

    mutating func nights() -> [WorldNight] {
        for _ in 0..<Int.random(in: 3...8, using: &generator) { reps.append(makeRep()) }
        for _ in 0..<Int.random(in: 15...40, using: &generator) { companies.append(makeCompany()) }
        var nights: [WorldNight] = []
        for index in 0..<Int.random(in: 3...8, using: &generator) {
            var night = WorldNight(date: start + index)
            if index > 0 {
                night.acts = acts()
                night.isLate = generator.chance(trouble.contains(.lateNights) ? 0.2 : 0)
            }
            night.files = index == 0 ? firstFiles() : files(of: night.date)
            nights.append(night)
        }
        nights[0].writesFiles = true
        nights[nights.count - 1].writesFiles = true
        return nights
    }

    /// In the order of their times, but for some that are entered later than they happened.
    private mutating func acts() -> [HandAct] {
        let acts = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
            HandAct(
                kind: generator.pick([.claim, .claim, .release, .followUp]),
                second: Int.random(in: 0..<86_399, using: &generator),
                pick: Int.random(in: 0..<1000, using: &generator), repPick: Int.random(in: 0..<1000, using: &generator))
        }
        return generator.chance(trouble.contains(.backdatedActs) ? 0.5 : 0)
            ? acts : acts.sorted { $0.second < $1.second }
    }

    // MARK: Files

    private mutating func firstFiles() -> [WorldFile] {
        var files = [WorldFile(name: "reps.csv", header: WorldRep.header, rows: reps.map(\.row))]
        for source in sources {
            var rows: [[String]] = []
            for company in companies where company.sources.contains(source) { rows += customerRows(company, source) }
            files.append(WorldFile(name: "customers-\(source).csv", header: WorldCompany.header, rows: rows))
        }
        return files + self.files(of: start, isFirst: true)
    }

    private mutating func files(of date: BusinessDate, isFirst: Bool = false) -> [WorldFile] {
        var files: [WorldFile] = []
        if !isFirst {
            if generator.chance(0.3) { files.append(changedRoster(date)) }
            if generator.chance(0.4) { files += newCustomers(date) }
        }
        for source in sources {
            files += list("follow-ups-\(source)", date, Self.followUpHeader, 0...8) {
                $0.followUp(source, date, isFirst)
            }
            files += list("deals-\(source)", date, Self.dealHeader, 0...2) { $0.deal(source, date) }
            files += list("payments-\(source)", date, Self.paymentHeader, 0...2) { $0.payment(source, date) }
            if isFirst { files += list("contacts-\(source)", date, Self.contactHeader, 0...4) { $0.contact(source) } }
        }
        return files + list("claims", date, Self.claimHeader, 0...8) { $0.claim(date) }
    }

    /// The night's file of a list: a new one, or the longer one of the same name. An empty list is no file.
    private mutating func list(
        _ name: String, _ date: BusinessDate, _ header: [String], _ count: ClosedRange<Int>,
        _ row: (inout Self) -> [String]
    ) -> [WorldFile] {
        var rows = (0..<Int.random(in: count, using: &generator)).map { _ in row(&self) }
        guard !rows.isEmpty else { return [] }
        if let repeated = rows.first, generator.chance(0.2) { rows.append(repeated) }
        guard !isDated else { return [WorldFile(name: "\(name)-\(date).csv", header: header, rows: rows)] }
        var file = growing[name] ?? WorldFile(name: "\(name).csv", header: header, rows: [])
        file.rows += rows
        growing[name] = file
        return [file]
    }

    private mutating func changedRoster(_ date: BusinessDate) -> WorldFile {
        let index = Int.random(in: reps.indices, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: reps[index].isActive.toggle()
        case 1: reps[index].endsOn = date + Int.random(in: -2...1, using: &generator)
        case 2: reps[index].leave = (date - 1)...(date + Int.random(in: 0...2, using: &generator))
        default: reps.append(makeRep())
        }
        return WorldFile(name: "reps.csv", header: WorldRep.header, rows: reps.map(\.row))
    }

    /// Customers nobody had yet, rows that say more of known ones, and rows that show two to be one.
    private mutating func newCustomers(_ date: BusinessDate) -> [WorldFile] {
        let source = generator.pick(sources)
        var rows: [[String]] = []
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            var company = makeCompany()
            company.sources = [source]
            company.updatedAt = "\(date) 12:00:00"
            companies.append(company)
            rows += customerRows(company, source)
        }
        if generator.chance(0.6) {
            var company = generator.pick(companies)
            company.updatedAt = "\(date) 13:00:00"
            company.level = generator.pick(["A", "B", "C"])
            company.employees = "77"
            rows += customerRows(company, source)
        }
        return [WorldFile(name: "customers-\(source)-\(date).csv", header: WorldCompany.header, rows: rows)]
    }
}
