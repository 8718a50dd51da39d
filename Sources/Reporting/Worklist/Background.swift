import Records

extension Page {
    /// What a rep wants to know before calling: industry, size, place, needs, history, whom to reach. Numbers and
    /// addresses are masked as in every report; where the customer is not the rep's yet (`isMasked`), so are people.
    func background(of customer: CustomerID, isMasked: Bool = false) -> Table.Cell {
        guard let known = night.facts.backgrounds[customer] else { return Table.Cell("") }
        let facts = known.customer
        var parts: [String] = []
        if let section = facts.industry.section { parts.append(named("section", section)) }
        if facts.size.sizeClass != .unknown { parts.append(words("size.\(facts.size.sizeClass.rawValue)")) }
        if let place = facts.city ?? facts.province { parts.append(place) }
        if let level = facts.level { parts.append(words("background.level", ["level": level.rawValue])) }
        if !facts.needs.isEmpty {
            parts.append(words("background.needs", ["needs": facts.needs.joined(separator: words("list.separator"))]))
        }
        if let value = facts.value { parts.append(words("background.value", ["value": format.money(value)])) }
        if known.spells > (isMasked ? 0 : 1) {
            parts.append(words("background.owners", ["count": String(isMasked ? known.spells : known.spells - 1)]))
        }
        if let last = known.lastFollowUpAt {
            let outcome = known.lastOutcome.map { isMasked ? "" : " \($0)" } ?? ""
            parts.append(words("background.last", ["date": format.day(last)]) + outcome)
        }
        parts += reach(facts, isMasked: isMasked)
        return Table.Cell(parts.joined(separator: " · "))
    }

    private func reach(_ customer: Customer, isMasked: Bool) -> [String] {
        let person = customer.contact.map { isMasked ? Masking.person($0) : $0 }
        let number = (customer.mobile ?? customer.phone).map(Masking.phone)
        let called = [person, number].compactMap { $0 }.joined(separator: " ")
        return [called.isEmpty ? nil : called, customer.email.map(Masking.email)].compactMap { $0 }
    }
}
