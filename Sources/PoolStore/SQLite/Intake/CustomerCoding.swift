import Records

/// A clean customer and a source record as bytes: thirty columns that no query asks about, for the price of one.
///
/// The order of the values is the format. It begins with a version, so that a later program can read an older store.
enum CustomerCoding {
    private static let version: UInt64 = 2

    static func bytes(of customer: Customer) -> [UInt8] {
        var writer = ByteWriter(capacity: 384)
        writer.add(version)
        writer.add(customer)
        return writer.bytes
    }

    static func bytes(of row: Row<CustomerRecord>) -> [UInt8] {
        var writer = ByteWriter(capacity: 448)
        writer.add(version)
        writer.add(row.value.customer)
        writer.add(row.value.ownership)
        writer.add(row.flags) { $0.add($1) }
        return writer.bytes
    }

    static func bytes(of cells: CellTexts) -> [UInt8] {
        var writer = ByteWriter(capacity: cells.byteCount + 2 * cells.count + 4)
        writer.add(cells)
        return writer.bytes
    }

    /// Reads the customer, of a record too.
    static func customer(_ bytes: [UInt8]) throws -> Customer {
        var (reader, version) = try reader(bytes)
        return try reader.customer(version)
    }

    static func record(_ bytes: [UInt8]) throws -> (value: CustomerRecord, flags: [Flag]) {
        var (reader, version) = try reader(bytes)
        let value = CustomerRecord(customer: try reader.customer(version), ownership: try reader.ownership())
        return (value, try reader.list { try $0.flagValue() })
    }

    static func cells(_ bytes: [UInt8]) throws -> CellTexts {
        var reader = ByteReader(bytes)
        return try reader.cells()
    }

    private static func reader(_ bytes: [UInt8]) throws -> (reader: ByteReader, version: UInt64) {
        var reader = ByteReader(bytes)
        let stored = try reader.number()
        guard (1...version).contains(stored) else {
            throw StoreError.damaged("a record was stored by a newer program")
        }
        return (reader, stored)
    }
}

extension ByteWriter {
    mutating func add(_ customer: Customer) {
        add(customer.name)
        add(customer.nameKey)
        add(customer.nameCore)
        add(customer.creditCode)
        add(customer.industry)
        add(customer.size.sizeClass.rawValue)
        add(customer.size.reason)
        add(customer.employees) { writer, band in
            writer.add(band.low)
            writer.add(band.high) { $0.add($1) }
        }
        for money in [customer.revenue, customer.assets, customer.value] { add(money: money) }
        for text in [
            customer.country, customer.province, customer.city, customer.county, customer.address, customer.contact,
            customer.mobile, customer.phone, customer.email, customer.website, customer.leadSource,
            customer.level?.rawValue, customer.notes, customer.parent,
        ] {
            add(text)
        }
        add(customer.needs) { $0.add($1) }
        add(customer.tags) { $0.add($1) }
        add(customer.createdAt)
        add(customer.updatedAt)
        add(customer.levelReason)
    }

    mutating func add(_ ownership: LegacyOwnership) {
        add(ownership.owner?.text)
        add(ownership.ownedSince)
        add(ownership.previousOwner?.text)
        add(ownership.poolSince)
        add(ownership.lockedUntil) { writer, date in writer.add(Int(date.dayNumber)) }
        add(ownership.isWon)
        add(ownership.lastFollowUpAt)
    }

    mutating func add(_ flag: Flag) {
        add(flag.field.rawValue)
        add(flag.code.rawValue)
        add(flag.message)
        add(flag.raw)
    }

    private mutating func add(money: Money?) {
        add(money) { writer, money in
            writer.add(money.minorUnits)
            writer.add(money.currency)
        }
    }

    private mutating func add(_ industry: Industry) {
        add(industry.section)
        add(industry.division)
        add(industry.confidence)
        add(industry.evidence) { writer, evidence in
            writer.add(evidence.kind.rawValue)
            writer.add(evidence.field.rawValue)
            writer.add(evidence.found)
            writer.add(evidence.speaksFor)
            writer.add(evidence.weight)
        }
    }
}

extension ByteReader {
    /// `version`: of the bytes; the first had no reasons for levels.
    fileprivate mutating func customer(_ version: UInt64) throws -> Customer {
        var customer = Customer(name: try text())
        customer.nameKey = try text()
        customer.nameCore = try text()
        customer.creditCode = try optionalText()
        customer.industry = try industry()
        customer.size = Size(sizeClass: try choice(try text()), reason: try text())
        customer.employees = try optional { reader in
            Band(low: try reader.integer(), high: try reader.optional { try $0.integer() })
        }
        customer.revenue = try money()
        customer.assets = try money()
        customer.value = try money()
        customer.country = try optionalText()
        customer.province = try optionalText()
        customer.city = try optionalText()
        customer.county = try optionalText()
        customer.address = try optionalText()
        customer.contact = try optionalText()
        customer.mobile = try optionalText()
        customer.phone = try optionalText()
        customer.email = try optionalText()
        customer.website = try optionalText()
        customer.leadSource = try optionalText()
        customer.level = try optionalText().map { try choice($0) }
        customer.notes = try optionalText()
        customer.parent = try optionalText()
        customer.needs = try list { try $0.text() }
        customer.tags = try list { try $0.text() }
        customer.createdAt = try optionalInstant()
        customer.updatedAt = try optionalInstant()
        if version >= 2 { customer.levelReason = try optionalText() }
        return customer
    }

    fileprivate mutating func ownership() throws -> LegacyOwnership {
        var ownership = LegacyOwnership()
        ownership.owner = try optionalText().map { Reference($0) }
        ownership.ownedSince = try optionalInstant()
        ownership.previousOwner = try optionalText().map { Reference($0) }
        ownership.poolSince = try optionalInstant()
        ownership.lockedUntil = try optional { BusinessDate(dayNumber: try $0.integer()) }
        ownership.isWon = try flag()
        ownership.lastFollowUpAt = try optionalInstant()
        return ownership
    }

    fileprivate mutating func flagValue() throws -> Flag {
        Flag(field: try choice(try text()), code: try choice(try text()), message: try text(), raw: try text())
    }

    private mutating func money() throws -> Money? {
        try optional { Money(minorUnits: try $0.signed(), currency: try $0.text()) }
    }

    private mutating func industry() throws -> Industry {
        Industry(
            section: try optionalText(), division: try optionalText(), confidence: try real(),
            evidence: try list { reader in
                Evidence(
                    kind: try choice(try reader.text()), field: try choice(try reader.text()), found: try reader.text(),
                    speaksFor: try reader.text(), weight: try reader.real())
            })
    }
}

private func choice<Choice: RawRepresentable<String>>(_ raw: String) throws -> Choice {
    guard let choice = Choice(rawValue: raw) else { throw StoreError.damaged("'\(raw)' is no \(Choice.self)") }
    return choice
}
