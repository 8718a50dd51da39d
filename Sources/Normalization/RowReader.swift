import Records

/// Reads the fields of one row and collects what is wrong with them.
struct RowReader {
    let record: SourceRecord
    private let normalizer: Normalizer
    private(set) var flags: [Flag] = []

    init(_ record: SourceRecord, normalizer: Normalizer) {
        self.record = record
        self.normalizer = normalizer
    }

    // MARK: Texts

    /// The cleaned text of a field; empty where the cell says nothing.
    func bytes(_ field: Field) -> [UInt8] {
        let cleaned = CleanText.bytes(record.texts.utf8(field))
        return CleanText.isNothing(cleaned) ? [] : cleaned
    }

    /// The cleaned text of a field; empty where the cell says nothing.
    func string(_ field: Field) -> String { String(decoding: bytes(field), as: UTF8.self) }

    /// A text for people, or `nil`; a damaged one is flagged and left out.
    mutating func text(_ field: Field) -> String? {
        let text = string(field)
        guard !text.isEmpty else { return nil }
        guard let problem = DamagedText.problem(in: text) else { return text }
        flag(field, problem)
        return nil
    }

    /// What another row is called; ids lose the apostrophe by which spreadsheets keep them text.
    func reference(_ field: Field) -> Reference? {
        let text = Self.withoutTextMark(bytes(field))
        return text.isEmpty ? nil : Reference(text)
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

    mutating func day(_ field: Field) -> BusinessDate? {
        take(normalizer.dates.read(bytes(field)), field)?.date(in: normalizer.zone)
    }

    /// A moment of any time; a day without a time of day is its start.
    mutating func moment(_ field: Field) -> Instant? {
        take(normalizer.dates.read(bytes(field)), field)?.instant(in: normalizer.zone)
    }

    /// A moment that has already been. One that has not is flagged and left out, unless `keepsFuture`.
    mutating func pastMoment(_ field: Field, missingTimeIsEnd: Bool = false, keepsFuture: Bool = false) -> Instant? {
        guard let text = take(normalizer.dates.read(bytes(field)), field) else { return nil }
        let isFuture = flagFuture(text, field)
        return isFuture && !keepsFuture ? nil : text.instant(in: normalizer.zone, missingTimeIsEnd: missingTimeIsEnd)
    }

    /// Flags a date after the business date.
    mutating func flagFuture(_ text: DateText, _ field: Field) -> Bool {
        guard text.date(in: normalizer.zone) > normalizer.asOf else { return false }
        flag(
            field,
            Problem(
                .futureDate,
                "\(text.date(in: normalizer.zone)) is in the future; expected a day up to \(normalizer.asOf)"))
        return true
    }

    mutating func currency() -> String {
        take(Currency.read(bytes(.currency), fallback: normalizer.currency), .currency) ?? normalizer.currency
    }

    /// An amount that cannot be below zero.
    mutating func amount(_ field: Field, currency: String) -> Money? {
        guard let money = take(normalizer.money.read(bytes(field), currency: currency), field) else { return nil }
        guard money.minorUnits < 0 else { return money }
        flag(field, Problem(.implausibleNumber, "an amount below zero found"))
        return nil
    }

    mutating func count(_ field: Field) -> Int? {
        guard let band = take(normalizer.bands.read(bytes(field)), field) else { return nil }
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

    /// (source, id). Without an id, or with one that a spreadsheet rounded, the raw texts of `identifying` make one.
    mutating func key(identifying fields: [Field]) -> RecordKey {
        let bytes = bytes(.id)
        var id = Self.withoutTextMark(bytes)
        if ScientificNotation.digits(of: bytes) == .lost, bytes.contains(UInt8(ascii: "+")) {
            flag(
                .id,
                Problem(.lostDigits, "a spreadsheet rounded the id to scientific notation; export it again as text"))
            id = ""
        }
        if id.isEmpty { id = Identity.derived(from: fields.map { record.texts[$0] ?? "" }) }
        return RecordKey(source: record.source, externalID: id)
    }

    func accepted<Value>(_ key: RecordKey, _ value: Value) -> RowOutcome<Value> {
        .accepted(Row(key: key, position: record.position, value: value, flags: flags, cells: record.cells))
    }

    func rejected<Value>(_ field: Field?, _ code: ProblemCode, _ message: String) -> RowOutcome<Value> {
        .rejected(Reject(position: record.position, field: field, code: code, message: message, cells: record.cells))
    }

    private static func withoutTextMark(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.drop { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: " ") }, as: UTF8.self)
    }
}
