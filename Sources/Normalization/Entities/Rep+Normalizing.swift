import Records

extension Normalizer {
    /// A salesperson. Rejected without both id and name; a rep without a name is called by the id.
    ///
    /// What narrows down the customers a rep takes (industries, regions, needs) is kept even where it is not known: left
    /// out, it would make the rep take everything. It is flagged.
    package func rep(_ record: SourceRecord) -> RowOutcome<Rep> {
        read(record) { reader in rep(&reader) }
    }

    private func rep(_ reader: inout RowReader) -> RowOutcome<Rep> {
        guard !reader.bytes(.id).isEmpty || !reader.bytes(.name).isEmpty else {
            return reader.rejected(.id, .missingIdentity, "The row has neither an id nor a name. Fill in one of them.")
        }
        let key = reader.key(identifying: [.name, .email])
        let name = reader.text(.name)
        var rep = Rep(id: Identity.rep(source: key.source, externalID: key.externalID), name: name ?? key.externalID)
        rep.email = reader.email()
        rep.team = reader.text(.team)
        rep.managerEmail = reader.email(.managerEmail)
        rep.isActive = reader.yesNo(.active) ?? true
        rep.startsOn = reader.day(.startsOn)
        rep.endsOn = reader.day(.endsOn)
        rep.leave = leave(&reader)
        readSegments(of: &rep, &reader)
        rep.claimLimit = reader.count(.claimLimit)
        rep.intakeLimit = reader.count(.intakeLimit)
        rep.holdingLimit = reader.count(.holdingLimit)
        rep.aliases = reader.string(.aliases).listParts([";", "、", "|"])
        return reader.accepted(key, rep)
    }

    private func leave(_ reader: inout RowReader) -> [ClosedRange<BusinessDate>] {
        var days: [ClosedRange<BusinessDate>] = []
        for part in reader.string(.leave).listParts([";", ",", "、"]) {
            // `2026-01-01/2026-01-05`, with ~ or 至 as other people write it; one day stands for itself.
            let ends = Self.ends(of: part)
            let dates = ends.compactMap { $0.withBytes { self.dates.read($0) }.value?.date(in: zone) }
            if dates.count == ends.count, let first = dates.first, let last = dates.last, dates.count <= 2,
                first <= last
            {
                days.append(first...last)
            } else {
                reader.flag(
                    .leave,
                    Problem(
                        .invalidDate,
                        "'\(part)' is no period; expected first and last day such as 2026-01-05/2026-01-09"))
            }
        }
        return days
    }

    private static func ends(of period: String) -> [String] {
        for separator: Character in ["~", "至", "到"] where period.contains(separator) {
            return period.split(separator: separator).map { String($0).trimmingBlanks }
        }
        let parts = period.split(separator: "/", omittingEmptySubsequences: false).map { String($0).trimmingBlanks }
        switch parts.count {
        case 2: return parts
        case 6: return [parts[..<3].joined(separator: "/"), parts[3...].joined(separator: "/")]
        default: return [period]
        }
    }

    private func readSegments(of rep: inout Rep, _ reader: inout RowReader) {
        let lists: Set<Character> = [";", ",", "、", "|"]
        // Names of industries hold 、 and commas themselves.
        for part in reader.string(.industries).listParts([";", "|"]).flatMap(Self.industryParts) {
            let code = IndustryCatalogue.shared.code(part) ?? IndustryCatalogue.shared.value(named: part)
            // Sections by letter, divisions by their two digits, as exports have them.
            let known = code.map { $0.code.utf8.count == 1 ? $0.code : String($0.code.dropFirst().prefix(2)) }
            rep.industries.append(known ?? part)
            if known == nil {
                reader.flag(.industries, Problem(.unknownIndustry, "'\(part)' is no industry of GB/T 4754-2017"))
            }
        }
        for part in reader.string(.sizes).listParts(lists) {
            if let size = Vocabulary.size(part) {
                rep.sizes.append(size)
            } else {
                reader.flag(
                    .sizes, Problem(.unknownValue, "'\(part)' is no size; expected large, medium, small or micro"))
            }
        }
        for part in reader.string(.regions).listParts(lists) {
            let known = Divisions.shared.canonicalName(of: part)
            rep.regions.append(known ?? part)
            if known == nil, part.unicodeScalars.contains(where: Folding.isIdeograph) {
                reader.flag(.regions, Problem(.unknownDivision, "'\(part)' is no province or city of GB/T 2260"))
            }
        }
        let listed = needs.read(list: reader.string(.needs))
        rep.needs = listed.needs + listed.unknown
        if !listed.unknown.isEmpty {
            let unknown = listed.unknown.joined(separator: ", ")
            reader.flag(
                .needs,
                Problem(.unknownValue, "'\(unknown)' is no need of gonghai.yaml; add it, or a synonym, under needs"))
        }
    }

    /// A part of a list of industries, or its own parts where it is no industry as a whole.
    private static func industryParts(_ part: String) -> [String] {
        if IndustryCatalogue.shared.value(named: part) != nil { return [part] }
        return part.listParts([",", "、"])
    }
}
