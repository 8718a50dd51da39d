import Records

extension Normalizer {
    /// A customer and what its export says about who holds it.
    ///
    /// Rejected without a name, even with an id: nobody could tell which customer it is, or match it. A name of which
    /// only question marks are left is flagged, and rejected where the row has no id and no way to reach the customer.
    package func customer(_ record: SourceRecord) -> RowOutcome<CustomerRecord> {
        var reader = reader(record)
        let name = CompanyName(reader.string(.name))
        guard !name.display.isEmpty else {
            return reader.rejected(
                .name, .missingIdentity, "The row has no customer name. Fill it in; an id alone identifies nobody.")
        }
        if let problem = name.problem {
            let identifying: [Field] = [.id, .creditCode, .mobile, .phone, .email]
            if problem.code == .destroyedText, identifying.allSatisfy({ reader.bytes($0).isEmpty }) {
                return reader.rejected(
                    .name, .missingIdentity,
                    "The name is destroyed and the row has no id, credit code, phone or e-mail. Export it again in UTF-8."
                )
            }
            reader.flag(.name, problem)
        }
        let key = reader.key(identifying: [.name, .phone, .mobile, .email, .creditCode])
        var customer = Customer(name: name.display)
        customer.nameKey = name.key
        customer.nameCore = name.core
        readRegister(of: &customer, &reader)
        readPlace(of: &customer, &reader)
        readContact(of: &customer, &reader)
        readSales(of: &customer, &reader)
        classify(&customer, &reader)
        let ownership = ownership(&reader)
        return reader.accepted(key, CustomerRecord(customer: customer, ownership: ownership))
    }

    private func readRegister(of customer: inout Customer, _ reader: inout RowReader) {
        customer.creditCode = reader.take(CreditCode.read(reader.bytes(.creditCode)), .creditCode)
        customer.employees = reader.take(bands.read(reader.bytes(.employees)), .employees)
        let currency = reader.currency()
        customer.revenue = reader.amount(.revenue, currency: currency)
        customer.assets = reader.amount(.assets, currency: currency)
        customer.value = reader.amount(.value, currency: currency)
        customer.parent = reader.reference(.parentID)?.text
        customer.createdAt = reader.pastMoment(.createdAt)
        customer.updatedAt = reader.pastMoment(.updatedAt)
    }

    private func readPlace(of customer: inout Customer, _ reader: inout RowReader) {
        customer.address = reader.text(.address)
        let place = Place.read(
            country: reader.text(.country), province: reader.text(.province), city: reader.text(.city),
            address: customer.address)
        customer.country = place.country
        customer.province = place.province
        customer.city = place.city
        customer.county = place.county
        for field in place.unknown {
            let text = reader.string(field)
            reader.flag(
                field,
                Problem(
                    .unknownDivision,
                    "'\(text)' is no \(field.rawValue) of GB/T 2260, or not one of the place before it"))
        }
    }

    private func readContact(of customer: inout Customer, _ reader: inout RowReader) {
        customer.contact = reader.text(.contact)
        (customer.mobile, customer.phone) = reader.phones(country: customer.country)
        customer.email = reader.email()
        customer.website = reader.take(WebSite.read(reader.bytes(.website)), .website)
    }

    private func readSales(of customer: inout Customer, _ reader: inout RowReader) {
        customer.leadSource = reader.text(.source)
        customer.level = reader.take(Vocabulary.level(reader.string(.level)), .level)
        customer.notes = reader.text(.notes)
        customer.tags = reader.text(.tags)?.listParts() ?? []
        let listed = needs.read(list: reader.string(.needs))
        if !listed.unknown.isEmpty {
            let unknown = listed.unknown.joined(separator: ", ")
            reader.flag(
                .needs,
                Problem(.unknownValue, "'\(unknown)' is no need of gonghai.yaml; add it, or a synonym, under needs"))
        }
        let mentioned = needs.mentioned(in: customer.notes ?? "") + customer.tags.flatMap { needs.mentioned(in: $0) }
        customer.needs = Set(listed.needs + mentioned).sorted { $0.isOrderedBefore($1) }
    }

    private func classify(_ customer: inout Customer, _ reader: inout RowReader) {
        let texts = IndustryClassifier.Texts(
            name: customer.name, industryCode: reader.string(.industryCode), industry: reader.string(.industry),
            notes: customer.notes ?? "")
        customer.industry = IndustryClassifier.industry(of: texts)
        for field in [Field.industryCode, .industry] where !reader.bytes(field).isEmpty {
            if customer.industry.evidence.contains(where: { $0.field == field }) { continue }
            let text = reader.string(field)
            reader.flag(
                field, Problem(.unknownIndustry, "'\(text)' is no industry of GB/T 4754-2017 nor of a known picklist"))
        }
        customer.size = SizeRule.size(of: customer)
    }

    private func ownership(_ reader: inout RowReader) -> LegacyOwnership {
        var ownership = LegacyOwnership()
        ownership.owner = reader.reference(.owner)
        ownership.ownedSince = reader.pastMoment(.ownedSince)
        ownership.previousOwner = reader.reference(.previousOwner)
        ownership.poolSince = reader.pastMoment(.poolSince)
        ownership.lockedUntil = reader.day(.lockedUntil)
        ownership.lastFollowUpAt = reader.pastMoment(.lastFollowUpAt, missingTimeIsEnd: true)
        let status = reader.string(.dealStatus)
        if !status.isEmpty {
            let known = Vocabulary.dealStatus(status)
            ownership.isWon = known == .won
            if known == nil { reader.flag(.dealStatus, Self.unknownDealStatus(status)) }
        }
        return ownership
    }

    static func unknownDealStatus(_ status: String) -> Problem {
        Problem(.unknownStatus, "the status '\(status)' is not known; expected open, won or lost")
    }
}
