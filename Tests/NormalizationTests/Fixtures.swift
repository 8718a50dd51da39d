import Records
import Rules
import Testing

@testable import Normalization

let shanghai = Zone(named: "Asia/Shanghai")

/// A normalizer of a workspace in Shanghai on 2026-11-23.
func normalizer(
    _ conventions: ValueConventions = ValueConventions(), change: (inout Rules) -> Void = { _ in }
) throws -> Normalizer {
    var rules = Rules(zone: try #require(shanghai))
    rules.needs = [
        Rules.Need(name: "ERP", synonyms: ["企业资源计划", "erp system"]), Rules.Need(name: "仓储", synonyms: ["WMS", "仓库管理"]),
    ]
    change(&rules)
    return Normalizer(rules: rules, conventions: conventions, asOf: try #require(BusinessDate(iso: "2026-11-23")))
}

func record(_ entity: Entity, _ texts: KeyValuePairs<Field, String>) -> SourceRecord {
    SourceRecord(
        entity: entity, source: "crm-a", position: SourcePosition(file: "inbox/list.csv", line: 7),
        texts: FieldTexts(texts),
        cells: CellTexts(texts.map(\.value)))
}

func accepted<Value>(_ outcome: RowOutcome<Value>) throws -> Row<Value> {
    switch outcome {
    case .accepted(let row): return row
    case .rejected(let reject):
        Issue.record("rejected: \(reject.code.rawValue) \(reject.message)")
        throw Rejected()
    }
}

func rejected<Value>(_ outcome: RowOutcome<Value>) throws -> Reject {
    switch outcome {
    case .rejected(let reject): return reject
    case .accepted:
        Issue.record("accepted")
        throw Rejected()
    }
}

struct Rejected: Error {}

extension Row {
    /// `field code` of each flag.
    var flagNames: [String] { flags.map { "\($0.field.rawValue) \($0.code.rawValue)" } }
}

func bytes(_ text: String) -> [UInt8] { CleanText.bytes(text.utf8) }

/// A moment of a day in Shanghai.
func moment(_ iso: String, _ secondOfDay: Int = 0) throws -> Instant {
    try #require(shanghai).instant(try #require(BusinessDate(iso: iso)), secondOfDay: secondOfDay)
}

// Readers take texts where they lie; tests have arrays and strings.
extension CompanyName {
    init(_ text: String) { self = text.withBytes { CompanyName($0) } }
}
extension DateReader {
    func read(_ text: [UInt8]) -> Reading<DateText> { text.withUnsafeBufferPointer { read($0) } }
}
extension MoneyReader {
    func read(_ text: [UInt8], currency: String) -> Reading<Money> {
        text.withUnsafeBufferPointer { read($0, currency: currency) }
    }
}
extension Currency {
    static func read(_ text: [UInt8], fallback: String) -> Reading<String> {
        text.withUnsafeBufferPointer { read($0, fallback: fallback) }
    }
}
extension BandReader {
    func read(_ text: [UInt8]) -> Reading<Band> { text.withUnsafeBufferPointer { read($0) } }
}
extension PhoneNumber {
    static func read(_ text: [UInt8], country: String?) -> Reading<PhoneNumber> {
        text.withUnsafeBufferPointer { read($0, country: country) }
    }
    static func read(_ text: String, country: String?) -> Reading<PhoneNumber> {
        text.withBytes { read($0, country: country) }
    }
}
extension CreditCode {
    static func read(_ text: [UInt8]) -> Reading<String> { text.withUnsafeBufferPointer { read($0) } }
}
extension MailAddress {
    static func read(_ text: [UInt8]) -> Reading<String> { text.withUnsafeBufferPointer { read($0) } }
}
extension WebSite {
    static func read(_ text: [UInt8]) -> Reading<String> { text.withUnsafeBufferPointer { read($0) } }
}
extension CleanText {
    static func isNothing(_ text: [UInt8]) -> Bool { text.withUnsafeBufferPointer { isNothing($0) } }
}
extension DamagedText {
    static func problem(in text: String) -> Problem? { text.withBytes { problem(in: $0) } }
}
extension Place {
    static func read(country: String?, province: String?, city: String?, address: String?) -> Place {
        guard let zone = Zone(named: "UTC") else { return Place() }
        return (country ?? "").withBytes { country in
            (province ?? "").withBytes { province in
                (city ?? "").withBytes { city in
                    (address ?? "").withBytes {
                        read(
                            country: country, province: province, city: city, address: $0,
                            memory: RowMemory(zone: zone))
                    }
                }
            }
        }
    }
}
extension PhraseTable {
    func longest(in text: [Unicode.Scalar], at index: Int) -> (length: Int, payload: Payload)? {
        text.withUnsafeBufferPointer { longest(in: $0, at: index) }
    }
    func longest(in text: [Unicode.Scalar], endingAt end: Int) -> (length: Int, payload: Payload)? {
        text.withUnsafeBufferPointer { longest(in: $0, endingAt: end) }
    }
    subscript(text: [Unicode.Scalar]) -> Payload? { text.withUnsafeBufferPointer { self[$0] } }
}
