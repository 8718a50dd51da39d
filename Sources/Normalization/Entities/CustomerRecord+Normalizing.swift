import Records

extension Normalizer {
    /// A customer and what its export says about who holds it.
    ///
    /// Rejected without a name, even with an id: nobody could tell which customer it is, or match it. A name of which
    /// only question marks are left is flagged, and rejected where the row has no id and no way to reach the customer.
    package func customer(_ record: SourceRecord) -> RowOutcome<CustomerRecord> {
        read(record) { reader in customer(&reader) }
    }

    private func customer(_ reader: inout RowReader) -> RowOutcome<CustomerRecord> {
        let cell = reader.bytes(.name)
        if let reject = tooLong(cell, &reader) { return reject }
        let name = CompanyName(cell)
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
        let notes = readSales(of: &customer, &reader)
        classify(&customer, name: name, notes: notes, &reader)
        let ownership = ownership(&reader)
        levels.settle(&customer, lastFollowUpAt: ownership.lastFollowUpAt)
        return reader.accepted(key, CustomerRecord(customer: customer, ownership: ownership))
    }

    /// Registered names end at about 100 characters; one of more than 500 holds other cells, or a whole document.
    private func tooLong(_ name: Bytes, _ reader: inout RowReader) -> RowOutcome<CustomerRecord>? {
        guard name.count > 500 else { return nil }
        let count = name.count { $0 & 0xC0 != 0x80 }
        guard count > 500 else { return nil }
        return reader.rejected(
            .name, .fieldTooLong,
            "The customer name has \(count) characters, and no name has more than 500. Shorten it; perhaps a quote is missing before it."
        )
    }

    private func readRegister(of customer: inout Customer, _ reader: inout RowReader) {
        customer.creditCode = reader.take(CreditCode.read(reader.bytes(.creditCode)), .creditCode)
        customer.employees = reader.band(.employees)
        let currency = reader.currency()
        customer.revenue = reader.amount(.revenue, currency: currency)
        customer.assets = reader.amount(.assets, currency: currency)
        customer.value = reader.amount(.value, currency: currency)
        customer.parent = reader.reference(.parentID)?.text
        customer.createdAt = reader.pastMoment(.createdAt)
        customer.updatedAt = reader.pastMoment(.updatedAt)
    }

    private func readPlace(of customer: inout Customer, _ reader: inout RowReader) {
        let address = reader.soundBytes(.address)
        if !address.isEmpty { customer.address = address.string }
        let place = Place.read(
            country: reader.soundBytes(.country), province: reader.soundBytes(.province),
            city: reader.soundBytes(.city), address: address, memory: reader.memory)
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

    /// Returns the notes where they lie.
    private func readSales(of customer: inout Customer, _ reader: inout RowReader) -> Bytes {
        customer.leadSource = reader.text(.source)
        let level = reader.bytes(.level)
        if !level.isEmpty {
            customer.level = reader.take(
                reader.memory.levels.value(of: level) { Vocabulary.level(level.string) }, .level)
        }
        let notes = reader.soundBytes(.notes)
        if !notes.isEmpty { customer.notes = notes.string }
        customer.tags = reader.text(.tags)?.listParts() ?? []
        let list = reader.bytes(.needs)
        let listed =
            list.isEmpty
            ? NeedsReader.List() : reader.memory.needs.value(of: list) { needs.read(list: list.string) }
        if !listed.unknown.isEmpty {
            let unknown = listed.unknown.joined(separator: ", ")
            reader.flag(
                .needs,
                Problem(.unknownValue, "'\(unknown)' is no need of gonghai.yaml; add it, or a synonym, under needs"))
        }
        let mentioned = reader.memory.mentions.value(of: notes) { needs.mentioned(in: notes) }
        if mentioned.isEmpty, customer.tags.isEmpty {
            customer.needs = listed.needs
        } else {
            let all = listed.needs + mentioned + customer.tags.flatMap { needs.mentioned(in: $0) }
            customer.needs = Set(all).sorted { $0.isOrderedBefore($1) }
        }
        return notes
    }

    private func classify(_ customer: inout Customer, name: CompanyName, notes: Bytes, _ reader: inout RowReader) {
        let memory = reader.memory
        let (code, industry) = (reader.bytes(.industryCode), reader.bytes(.industry))
        let (crosswalks, others) = crosswalks(&reader)
        let given = memory.withKey(code, industry, others) { key in
            memory.given.value(of: key) {
                IndustryClassifier.Given(code: code.string, industry: industry.string, crosswalks: crosswalks)
            }
        }
        let nameWords = name.folded.withUnsafeBufferPointer { IndustryWords.words(in: $0) }
        let noteWords = memory.words.value(of: notes) { IndustryWords.words(in: notes) }
        let domain = DomainEnding(website: customer.website, email: customer.email)
        func judge() -> IndustryClassifier.Verdict {
            let words = IndustryWords.evidence(ofName: nameWords, notes: noteWords, domain: domain)
            let industry = industries.industry(given: given.evidence, texts: texts(customer, given), words: words)
            return IndustryClassifier.Verdict(industry: industry, size: SizeRule.Scope(industry))
        }
        let verdict: IndustryClassifier.Verdict
        if industries.learned == nil, domain?.value == nil {
            // What the words are is all that the industry takes from name and notes.
            let numbers = nameWords.map(\.number) + [-1] + noteWords.map(\.number)
            verdict = numbers.withUnsafeBytes { numbers in
                memory.withKey(code, industry, others, numbers.bindMemory(to: UInt8.self)) { key in
                    memory.industries.value(of: key, judge)
                }
            }
        } else {
            verdict = judge()
        }
        customer.industry = verdict.industry
        for (field, text) in given.unread {
            let scheme = IndustryCrosswalk.Scheme.allCases.first { $0.field == field }
            let expected = scheme.map { "code of \($0.name)" } ?? "industry of GB/T 4754-2017 nor of a known picklist"
            reader.flag(field, Problem(.unknownIndustry, "'\(text)' is no \(expected)"))
        }
        customer.size = sizes.size(of: customer, in: verdict.size)
    }

    /// The codes of other classifications, and all of them as one text to remember them by.
    private func crosswalks(_ reader: inout RowReader) -> (codes: [(IndustryCrosswalk.Scheme, String)], key: Bytes) {
        var codes: [(IndustryCrosswalk.Scheme, String)] = []
        for scheme in IndustryCrosswalk.Scheme.allCases {
            let text = reader.bytes(scheme.field)
            if !text.isEmpty { codes.append((scheme, text.string)) }
        }
        if codes.isEmpty { return ([], .nothing) }
        return (codes, reader.memory.keep(Array(codes.map { "\($0.name)\u{1}\($1)" }.joined(separator: "\u{1}").utf8)))
    }

    private func texts(_ customer: Customer, _ given: IndustryClassifier.Given) -> IndustryTexts {
        var texts = IndustryTexts()
        texts.name = customer.nameKey.isEmpty ? "" : customer.name
        texts.nameKey = customer.nameKey
        texts.notes = customer.notes ?? ""
        texts.given = given.understood
        texts.unread = given.unread.map(\.text)
        texts.website = customer.website
        texts.email = customer.email
        return texts
    }

    private func ownership(_ reader: inout RowReader) -> LegacyOwnership {
        var ownership = LegacyOwnership()
        ownership.owner = reader.reference(.owner)
        ownership.ownedSince = reader.pastMoment(.ownedSince)
        ownership.previousOwner = reader.reference(.previousOwner)
        ownership.poolSince = reader.pastMoment(.poolSince)
        ownership.lockedUntil = reader.day(.lockedUntil)
        ownership.lastFollowUpAt = reader.pastMoment(.lastFollowUpAt, missingTimeIsEnd: true)
        let status = reader.bytes(.dealStatus)
        if !status.isEmpty {
            let known = reader.memory.dealStatuses.value(of: status) { Vocabulary.dealStatus(status.string) }
            ownership.isWon = known == .won
            if known == nil { reader.flag(.dealStatus, Self.unknownDealStatus(status.string)) }
        }
        return ownership
    }

    static func unknownDealStatus(_ status: String) -> Problem {
        Problem(.unknownStatus, "the status '\(status)' is not known; expected open, won or lost")
    }
}
