import Records

// One function per table of `gonghai export`, in the column order of ExportTable.columns.

extension ExportRow {
    /// The one pool that there is as long as gonghai.yaml names none.
    private static let pool = "default"

    mutating func addCustomer(_ row: inout ColumnReader) throws {
        let id = row.text()
        let (status, hold, owner) = (row.text(), row.optionalText(), row.optionalText())
        let customer = try row.customer()
        add(id)
        add(customer.name)
        add(customer.creditCode)
        add(customer.industry.section)
        add(customer.industry.division)
        addShare(customer.industry.confidence)
        add(customer.size.sizeClass.rawValue)
        add(customer.needs)
        add(customer.level?.rawValue)
        add(customer.province)
        add(customer.city)
        add(customer.employees)
        add(customer.revenue)
        add(customer.assets)
        add(customer.mobile)
        add(customer.phone)
        add(customer.email)
        add(customer.website)
        add(Self.pool)
        add(owner)
        add(status)
        // The deadline is a rule's, not the store's: the command fills it in.
        add(nil as String?)
        add(hold)
    }

    /// Others may read the pool before it is theirs: personal data is masked.
    mutating func addPooled(_ row: inout ColumnReader) throws {
        let id = row.text()
        let (since, hold) = (row.optionalInstant(), row.optionalText())
        let customer = try row.customer()
        add(id)
        add(customer.name)
        add(customer.industry.section)
        add(customer.industry.division)
        add(customer.size.sizeClass.rawValue)
        add(customer.needs)
        add(customer.level?.rawValue)
        add(customer.province)
        add(customer.city)
        add(customer.contact.map { Masking.person($0) })
        add(customer.mobile.map { Masking.phone($0) })
        add(customer.phone.map { Masking.phone($0) })
        add(customer.email.map { Masking.email($0) })
        add(since)
        add(hold)
    }

    mutating func addSource(_ row: inout ColumnReader) {
        copy(4, from: &row)
        add(row.integer())
        add(row.text())
        add(row.optionalText())
        addShare(row.optionalReal())
    }

    mutating func addAssignment(_ row: inout ColumnReader) {
        let date = row.date()
        add(date.description)
        add(date)
        copy(4, from: &row)
        addShare(row.optionalReal())
        add(row.optionalInteger())
        add(row.text())
    }

    mutating func addSpell(_ row: inout ColumnReader) {
        copy(2, from: &row)
        add(row.optionalInstant())
        add(row.optionalInstant())
        copy(2, from: &row)
    }

    mutating func addEvent(_ entry: NumberedEvent) {
        let event = entry.event
        add(entry.sequence)
        add(event.businessDate)
        add(event.at)
        add(event.recordedAt)
        add(event.kind.rawValue)
        add(event.customer?.rawValue)
        add(event.rep?.rawValue)
        add(event.batch?.rawValue)
        add(event.run)
        add(CompactJSON.object(event.payload))
    }

    mutating func addRep(_ rep: Rep, isFormer: Bool, aliasOf other: RepID?) {
        add(rep.id.rawValue)
        add(rep.name)
        add(rep.email)
        add(rep.team)
        add(rep.managerEmail)
        add(rep.isActive)
        add(rep.startsOn)
        add(rep.endsOn)
        add(rep.leave.map { "\($0.lowerBound)/\($0.upperBound)" })
        add(rep.industries)
        add(rep.sizes.map(\.rawValue))
        add(rep.regions)
        add(rep.needs)
        add(rep.claimLimit)
        add(rep.intakeLimit)
        add(rep.holdingLimit)
        add(rep.aliases)
        add(isFormer)
        add(other?.rawValue)
    }

    mutating func addFollowUp(_ row: inout ColumnReader) {
        copy(4, from: &row)
        add(row.optionalInstant())
        add(row.optionalInstant())
        copy(2, from: &row)
        add(row.optionalInstant())
        add(row.flag())
        add(row.optionalText())
    }

    mutating func addDeal(_ row: inout ColumnReader) {
        copy(6, from: &row)
        let amount = row.optionalMoney()
        add(amount)
        add(amount?.currency)
        add(row.optionalInstant())
        add(row.optionalInstant())
    }

    mutating func addPayment(_ row: inout ColumnReader) {
        copy(3, from: &row)
        let (source, deal) = (row.optionalText(), row.optionalText())
        add(source.flatMap { source in deal.map { "\(source):\($0)" } })
        add(row.optionalText())
        add(row.optionalInstant())
        let amount = row.optionalMoney()
        add(amount)
        add(amount?.currency)
        add(row.optionalText())
    }

    /// How things stand: nobody is asked who held the customer before.
    mutating func addOwner(_ row: inout ColumnReader) throws {
        var change = OwnerChange(
            record: row.key(), customer: row.id(), status: try row.choice(), owner: row.optionalID())
        change.changedAt = row.optionalInstant()
        for cell in change.cells(reps ?? RepDirectory([]), zone: zone) { add(cell) }
    }
}
