import Records
import TestSupport

// One row of each list about customers.

extension WorldMaker {
    static let followUpHeader = ["id", "customer", "rep", "at", "channel", "outcome", "note"]
    static let dealHeader = ["id", "customer", "rep", "stage", "status", "amount", "created_at", "closed_at"]
    static let paymentHeader = ["id", "customer", "deal", "rep", "paid_at", "amount", "status"]
    static let contactHeader = ["id", "customer", "name", "title", "mobile", "email"]
    static let claimHeader = ["id", "customer", "rep", "requested_at", "status"]

    private mutating func number() -> Int {
        nextNumber += 1
        return nextNumber
    }

    /// Mostly a customer of the source; sometimes one of another, one that comes later or never, or none.
    private mutating func customerText(_ source: String?) -> String {
        if generator.chance(0.05) { return generator.pick(["nobody", ""]) }
        if generator.chance(0.05) { return "\((source ?? "alpha").prefix(1).uppercased())K\(companies.count + 1)" }
        let company = generator.pick(companies)
        guard let home = company.sources.first else { return company.name }
        if let source, company.sources.contains(source) { return company.id(in: source) }
        return generator.pick(["\(home):\(company.id(in: home))", company.id(in: home), company.name])
    }

    private mutating func somebody(_ source: String?) -> String {
        generator.chance(0.06)
            ? generator.pick(["Long Gone", "nobody@world.example", ""]) : repText(generator.pick(reps), in: source)
    }

    private mutating func moment(_ date: BusinessDate, _ days: ClosedRange<Int>) -> String {
        let day = date + Int.random(in: days, using: &generator)
        let clock =
            "\(padded(Int.random(in: 0...23, using: &generator), 2)):\(padded(Int.random(in: 0...59, using: &generator), 2)):00"
        return generator.pick(["\(day)", "\(day) \(clock)", "\(day) \(clock)", "\(day) \(clock)"])
    }

    mutating func followUp(_ source: String, _ date: BusinessDate, _ isFirst: Bool) -> [String] {
        // Without an id one is derived from what the row says.
        let id = generator.chance(0.9) ? "F\(number())" : ""
        let at = generator.chance(0.04) ? "soon" : moment(date, isFirst ? -10...0 : -1...0)
        return [
            id, customerText(source), somebody(source), generator.chance(0.04) ? moment(date, 1...3) : at,
            generator.pick(["phone", "visit", "mail"]), "ok", generator.pick(["", "谈了价格", "=cmd"]),
        ]
    }

    mutating func deal(_ source: String, _ date: BusinessDate) -> [String] {
        let isKnown = nextNumber > 5 && (!isDated || trouble.contains(.changedRows)) && generator.chance(0.2)
        let status = generator.pick(["open", "open", "won", "lost", "unclear"])
        return [
            "D\(isKnown ? Int.random(in: 1..<nextNumber, using: &generator) : number())", customerText(source),
            somebody(source), "offer",
            status, generator.pick(["1000", "25,000.50", "", "viel"]), moment(date, -5...0),
            status == "open" ? "" : moment(date, -2...0),
        ]
    }

    mutating func payment(_ source: String, _ date: BusinessDate) -> [String] {
        [
            "P\(number())", generator.chance(0.8) ? customerText(source) : "",
            generator.chance(0.3) ? "D\(Int.random(in: 1..<(nextNumber + 3), using: &generator))" : "",
            somebody(source),
            moment(date, -3...0), generator.pick(["500", "12.30", "?"]), "",
        ]
    }

    mutating func contact(_ source: String) -> [String] {
        let number = number()
        return [
            "T\(number)", customerText(source), "Person \(number)", "buyer", "1390000\(padded(number, 4))",
            "p\(number)@c.example",
        ]
    }

    mutating func claim(_ date: BusinessDate) -> [String] {
        [
            generator.chance(0.9) ? "Q\(number())" : "", customerText(nil), somebody(nil),
            generator.chance(0.05) ? moment(date, 1...2) : moment(date, -1...0),
            generator.pick(["", "", "", "", "withdrawn"]),
        ]
    }
}
