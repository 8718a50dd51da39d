import Foundation
import GRDB
import Records

/// The clean values of a customer as columns: the same in `customers` and in `source_records`.
enum CustomerColumns {
    static let names = [
        "name", "name_key", "name_core", "credit_code", "industry_section", "industry_division",
        "industry_confidence", "industry_evidence", "size", "size_reason", "employees_low", "employees_high",
        "revenue_minor", "revenue_currency", "assets_minor", "assets_currency", "country", "province", "city",
        "county", "address", "contact", "mobile", "phone", "email", "website", "lead_source", "level", "needs",
        "tags", "notes", "parent", "value_minor", "value_currency", "created_at", "updated_at",
    ]
    static let list = names.joined(separator: ", ")

    static func values(of customer: Customer) throws -> [SQLValue] {
        let industry = customer.industry
        let identity: [SQLValue] = [
            customer.name, customer.nameKey, customer.nameCore, customer.creditCode, industry.section,
            industry.division, industry.confidence, try JSONText.of(industry.evidence.map(EvidenceText.init)),
            customer.size.sizeClass.rawValue, customer.size.reason,
        ]
        let figures: [SQLValue] = [
            customer.employees?.low, customer.employees?.high, customer.revenue?.minorUnits,
            customer.revenue?.currency, customer.assets?.minorUnits, customer.assets?.currency,
        ]
        let place: [SQLValue] = [
            customer.country, customer.province, customer.city, customer.county, customer.address, customer.contact,
            customer.mobile, customer.phone, customer.email, customer.website, customer.leadSource,
        ]
        return identity + figures + place + [
            customer.level?.rawValue, CompactJSON.array(customer.needs), CompactJSON.array(customer.tags),
            customer.notes, customer.parent, customer.value?.minorUnits, customer.value?.currency, customer.createdAt,
            customer.updatedAt,
        ]
    }
}

extension ColumnReader {
    /// Reads `CustomerColumns.list`.
    mutating func customer() throws -> Customer {
        var customer = Customer(name: text())
        customer.nameKey = text()
        customer.nameCore = text()
        customer.creditCode = optionalText()
        customer.industry = Industry(
            section: optionalText(), division: optionalText(), confidence: real(),
            evidence: try JSONText.values(text(), of: EvidenceText.self).map { try $0.evidence() })
        customer.size = Size(sizeClass: try choice(), reason: text())
        let (low, high) = (optionalInteger(), optionalInteger())
        customer.employees = low.map { Band(low: $0, high: high) }
        customer.revenue = optionalMoney()
        customer.assets = optionalMoney()
        customer.country = optionalText()
        customer.province = optionalText()
        customer.city = optionalText()
        customer.county = optionalText()
        customer.address = optionalText()
        customer.contact = optionalText()
        customer.mobile = optionalText()
        customer.phone = optionalText()
        customer.email = optionalText()
        customer.website = optionalText()
        customer.leadSource = optionalText()
        customer.level = try optionalChoice()
        customer.needs = try list()
        customer.tags = try list()
        customer.notes = optionalText()
        customer.parent = optionalText()
        customer.value = optionalMoney()
        customer.createdAt = optionalInstant()
        customer.updatedAt = optionalInstant()
        return customer
    }
}

/// `Evidence` as it is written to the store.
private struct EvidenceText: Codable {
    var kind: String
    var field: String
    var found: String
    var speaksFor: String
    var weight: Double

    init(_ evidence: Evidence) {
        kind = evidence.kind
        field = evidence.field.rawValue
        found = evidence.found
        speaksFor = evidence.speaksFor
        weight = evidence.weight
    }

    func evidence() throws -> Evidence {
        guard let field = Field(rawValue: field) else { throw StoreError.damaged("'\(field)' is no field") }
        return Evidence(kind: kind, field: field, found: found, speaksFor: speaksFor, weight: weight)
    }
}

/// `Flag` as it is written to the store.
struct FlagText: Codable {
    var field: String
    var code: String
    var message: String
    var raw: String

    init(_ flag: Flag) {
        field = flag.field.rawValue
        code = flag.code.rawValue
        message = flag.message
        raw = flag.raw
    }

    func flag() throws -> Flag {
        guard let field = Field(rawValue: field), let code = ProblemCode(rawValue: code) else {
            throw StoreError.damaged("a flag of the field '\(field)' has the code '\(code)'")
        }
        return Flag(field: field, code: code, message: message, raw: raw)
    }
}

/// Lists of small values as JSON with sorted keys; most are empty and cost nothing.
enum JSONText {
    static func of(_ values: [some Encodable]) throws -> String {
        guard !values.isEmpty else { return "[]" }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(values), as: UTF8.self)
    }

    static func values<Value: Decodable>(_ text: String, of type: Value.Type) throws -> [Value] {
        guard text != "[]" else { return [] }
        do {
            return try JSONDecoder().decode([Value].self, from: Data(text.utf8))
        } catch {
            throw StoreError.damaged("a list of \(type) cannot be read")
        }
    }
}
