import Records

/// Reads the fields of one row and collects what is wrong with them. Valid while `Normalizer.read` runs.
struct RowReader {
    let record: SourceRecord
    let memory: RowMemory
    private let texts: FieldTexts.UnsafeTexts
    private let normalizer: Normalizer
    private(set) var flags: [Flag] = []

    init(_ record: SourceRecord, texts: FieldTexts.UnsafeTexts, memory: RowMemory, normalizer: Normalizer) {
        self.record = record
        self.texts = texts
        self.memory = memory
        self.normalizer = normalizer
    }

    // MARK: Texts

    /// The cleaned text of a field; empty where the cell says nothing.
    func bytes(_ field: Field) -> Bytes {
        var text = texts[field]
        if text.isEmpty { return text }
        if !CleanText.isClean(text) { text = memory.keep(CleanText.bytes(text)) }
        return CleanText.isNothing(text) ? .nothing : text
    }

    /// The cleaned text of a field; empty where the cell says nothing.
    func string(_ field: Field) -> String { bytes(field).string }

    /// A text for people, or `nil`; a damaged one is flagged and left out.
    mutating func text(_ field: Field) -> String? {
        let text = soundBytes(field)
        return text.isEmpty ? nil : text.string
    }

    /// A text for people, or nothing; a damaged one is flagged and left out.
    mutating func soundBytes(_ field: Field) -> Bytes {
        let text = bytes(field)
        guard let problem = DamagedText.problem(in: text) else { return text }
        flag(field, problem)
        return .nothing
    }

    /// What another row is called; ids lose the apostrophe by which spreadsheets keep them text.
    mutating func reference(_ field: Field) -> Reference? {
        let text = Self.withoutTextMark(bytes(field))
        if let problem = ScientificNotation.damage(of: text) { flag(field, problem) }
        return text.isEmpty ? nil : Reference(text.string)
    }

    // MARK: Values

    mutating func flag(_ field: Field, _ problem: Problem) {
        flags.append(Flag(field: field, code: problem.code, message: problem.message, raw: record.texts[field] ?? ""))
    }

    /// The value that was read, after flagging what is wrong with the text.
    mutating func take<Value>(_ reading: Reading<Value>, _ field: Field) -> Value? {
        if let problem = reading.problem { flag(field, problem) }
        return reading.value
    }

    mutating func email(_ field: Field = .email) -> String? { take(MailAddress.read(bytes(field)), field) }

    mutating func yesNo(_ field: Field) -> Bool? { take(Vocabulary.yesNo(string(field)), field) }

    /// Reads a date; what is not written in the usual way is remembered.
    func dateText(_ field: Field) -> Reading<DateText> {
        let text = bytes(field)
        if text.isEmpty { return .nothing }
        if let plain = DateText(plain: text) { return Reading(plain) }
        if let own = normalizer.conventions.columns[field] { return normalizer.dates(own).read(text) }
        return memory.dates.value(of: text) { normalizer.dates.read(text) }
    }

    mutating func day(_ field: Field) -> BusinessDate? {
        take(dateText(field), field)?.date(in: normalizer.zone)
    }

    /// A moment of any time; a day without a time of day is its start.
    mutating func moment(_ field: Field) -> Instant? {
        take(dateText(field), field).map { instant($0) }
    }

    /// A moment that has already been. One that has not is flagged and left out, unless `keepsFuture`.
    mutating func pastMoment(_ field: Field, missingTimeIsEnd: Bool = false, keepsFuture: Bool = false) -> Instant? {
        guard let text = take(dateText(field), field) else { return nil }
        let isFuture = flagFuture(text, field)
        return isFuture && !keepsFuture ? nil : instant(text, missingTimeIsEnd: missingTimeIsEnd)
    }

    /// What `text.instant` says.
    func instant(_ text: DateText, missingTimeIsEnd: Bool = false) -> Instant {
        if text.secondOfDay != nil, text.offset != nil { return text.instant(in: normalizer.zone) }
        if let second = text.secondOfDay { return memory.days.instant(text.date, secondOfDay: second) }
        return missingTimeIsEnd
            ? memory.days.instant(text.date + 1, secondOfDay: 0) + -1
            : memory.days.instant(text.date, secondOfDay: 0)
    }

    /// Flags a date after the business date.
    mutating func flagFuture(_ text: DateText, _ field: Field) -> Bool {
        let isFuture =
            text.secondOfDay != nil && text.offset != nil
            ? instant(text) >= normalizer.future : text.date > normalizer.asOf
        guard isFuture else { return false }
        flag(
            field,
            Problem(
                .futureDate,
                "\(text.date(in: normalizer.zone)) is in the future; expected a day up to \(normalizer.asOf)"))
        return true
    }

    mutating func currency() -> String {
        let text = bytes(.currency)
        guard !text.isEmpty else { return normalizer.currency }
        let fallback = normalizer.currency
        let reading = memory.currencies.value(of: text) { Currency.read(text, fallback: fallback) }
        return take(reading, .currency) ?? fallback
    }

    /// An amount of money, below zero or not.
    mutating func signedAmount(_ field: Field, currency: String) -> Reading<Money> {
        normalizer.money(of: field).read(bytes(field), currency: currency)
    }

    /// An amount that cannot be below zero.
    mutating func amount(_ field: Field, currency: String) -> Money? {
        guard let money = take(signedAmount(field, currency: currency), field) else { return nil }
        guard money.minorUnits < 0 else { return money }
        flag(field, Problem(.implausibleNumber, "an amount below zero found"))
        return nil
    }

    /// A count that may be a range.
    mutating func band(_ field: Field) -> Band? {
        let text = bytes(field)
        if text.isEmpty { return nil }
        if normalizer.conventions.columns[field] != nil { return take(normalizer.bands(of: field).read(text), field) }
        return take(memory.bands.value(of: text) { normalizer.bands.read(text) }, field)
    }

    mutating func count(_ field: Field) -> Int? {
        guard let band = take(normalizer.bands(of: field).read(bytes(field)), field) else { return nil }
        if band.low == band.high { return band.low }
        flag(field, BandReader.invalid)
        return nil
    }

    /// Mobile and other telephone; one in the other's place is moved there if that is free or as wrong.
    mutating func phones(country: String?) -> (mobile: String?, phone: String?) {
        var mobile = take(PhoneNumber.read(bytes(.mobile), country: country), .mobile)
        var phone = take(PhoneNumber.read(bytes(.phone), country: country), .phone)
        let phoneIsMobile = phone?.kind == .mobile && mobile?.kind != .mobile
        let mobileIsLandline = mobile?.kind == .landline && phone?.kind != .landline
        if phoneIsMobile && (mobile == nil || mobileIsLandline) || mobileIsLandline && phone == nil {
            swap(&mobile, &phone)
        }
        return (mobile?.text, phone?.text)
    }

    // MARK: Outcomes

    /// (source, id). Without an id, or with one that a spreadsheet rounded to scientific notation, the raw texts of
    /// `identifying` make one. One that ends in zeros as if it had been rounded may be whole: it is kept, and flagged.
    mutating func key(identifying fields: [Field]) -> RecordKey {
        var id = Self.withoutTextMark(bytes(.id))
        if let problem = ScientificNotation.damage(of: id) {
            flag(.id, problem)
            if !id.allSatisfy(isDigit) { id = .nothing }
        }
        let text = id.isEmpty ? Identity.derived(from: fields.map { record.texts[$0] ?? "" }) : id.string
        return RecordKey(source: record.source, externalID: text)
    }

    mutating func accepted<Value>(_ key: RecordKey, _ value: Value) -> RowOutcome<Value> {
        for field in texts.fields(beginningWith: UInt8(ascii: "#"), or: UInt8(ascii: "E"))
        where CleanText.isSpreadsheetError(texts[field]) {
            flag(
                field,
                Problem(
                    .destroyedText,
                    "a spreadsheet could not work out the formula that stood here; correct it there and export the value again"
                ))
        }
        return .accepted(Row(key: key, position: record.position, value: value, flags: flags, cells: record.cells))
    }

    func rejected<Value>(_ field: Field?, _ code: ProblemCode, _ message: String) -> RowOutcome<Value> {
        .rejected(Reject(position: record.position, field: field, code: code, message: message, cells: record.cells))
    }

    private static func withoutTextMark(_ bytes: Bytes) -> Bytes {
        var start = 0
        while start < bytes.count, bytes[start] == UInt8(ascii: "'") || bytes[start] == UInt8(ascii: " ") { start += 1 }
        return bytes.part(from: start)
    }
}
