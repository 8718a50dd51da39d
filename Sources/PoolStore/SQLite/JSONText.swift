import Foundation
import Records

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
