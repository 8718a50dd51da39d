import Records

/// The keys that companies must share, at least one of them, to be compared at all.
///
/// A true match has many of them, so that a typo, a new phone or a missing city loses it only where everything else is
/// gone too; a key that very many share finds nobody (`CandidatePairs.mostInBlock`).
extension CompanyTable {
    /// Changes with what the keys are made of: a pool that was indexed by others is indexed anew.
    package static let keyVersion = 1

    /// Of one company by itself.
    package static func blockingKeys(of customer: Customer) -> [KeyHash] {
        var table = CompanyTable()
        table.add(customer)
        return table.blockingKeys(of: 0)
    }

    /// Sorted by nothing, each once.
    package func blockingKeys(of record: Int) -> [KeyHash] {
        let company = features[record]
        var keys: [KeyHash] = []
        keys.reserveCapacity(10)
        func add(_ kind: Unicode.Scalar, _ hash: UInt64) {
            if hash != 0 { keys.append(KeyHash(kind: kind, hash: hash)) }
        }
        add("C", company.code)
        add("P", UInt64(company.mobile))
        if company.phone != company.mobile { add("P", UInt64(company.phone)) }
        add("E", company.email)
        add("D", company.webDomain)
        if company.mailDomain != company.webDomain { add("D", company.mailDomain) }
        guard company.core != 0 else { return keys }
        add("N", company.core)
        add("S", company.sound)
        add("S", company.readings.first)
        add("S", company.readings.second)
        add("S", company.readings.third)
        let place = company.city != 0 ? company.city : company.namedPlace
        guard place != 0 else { return keys }
        if company.houseNumber != 0, company.streetCount > 0 {
            let street = LetterHash.both(LetterHash.of(letters[street(of: company)]), UInt64(company.houseNumber))
            add("W", LetterHash.both(street, place))
        }
        add("L", LetterHash.both(company.core, place))
        let local = letters[Int(company.lettersStart)...].prefix(Int(company.coreCount) + Int(company.tailCount))
        let width = company.isLatin ? 4 : 2
        guard local.count >= 2 * width else { return keys }
        add("A", LetterHash.both(LetterHash.of(local.prefix(width)), place))
        add("B", LetterHash.both(LetterHash.of(local.dropFirst(width).prefix(width)), place))
        return keys
    }

    private func street(of company: CompanyFeatures) -> Range<Int> {
        let start = Int(company.lettersStart) + Int(company.coreCount) + Int(company.tailCount)
        return start..<start + Int(company.streetCount)
    }

    /// The keys by which it is counted how many share a name, a number or an address.
    func forEachCountedKey(of record: Int, _ visit: (CountedValue, KeyHash) -> Void) {
        let company = features[record]
        func count(_ value: CountedValue, _ kind: Unicode.Scalar, _ hash: UInt64) {
            if hash != 0 { visit(value, KeyHash(kind: kind, hash: hash)) }
        }
        count(.core, "N", company.core)
        count(.mobile, "P", UInt64(company.mobile))
        count(.phone, "P", UInt64(company.phone))
        count(.email, "E", company.email)
        count(.domain, "D", company.domain)
    }
}
