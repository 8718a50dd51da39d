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
