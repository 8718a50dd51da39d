import Foundation
import Records
import Testing

@testable import Ingestion

/// Headers as files have them, and short ways to ask about them.
enum Fixture {
    static func header(_ line: String) -> [String] {
        line.split(separator: ",", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .init(charactersIn: "\" "))
        }
    }

    static func choose(
        _ line: String, file: String = "export.csv", record: String? = nil, entity: Entity? = nil,
        profile: String? = nil,
        map: [Field: String] = [:]
    ) throws(InputError) -> DetectedList {
        try ProfileDetection.choose(
            ProfileDetection.Question(
                header: header(line), record: record, file: file, headerExcerpt: record == nil ? line : nil,
                entity: entity,
                profile: profile, map: map))
    }

    /// The fields that a mapping gives a row, as pairs of text.
    static func texts(_ list: DetectedList, _ cells: [String]) -> [String: String] {
        let texts = list.mapping.texts(of: CellTexts(cells))
        return Dictionary(uniqueKeysWithValues: texts.fields.map { ($0.rawValue, texts[$0] ?? "") })
    }

    static func failure(_ body: () throws(InputError) -> DetectedList) -> InputError? {
        do throws(InputError) {
            let list = try body()
            Issue.record("detected \(list.profile.name) \(list.entity)")
            return nil
        } catch {
            return error
        }
    }
}
