import Foundation
import Records
import Testing

@testable import Ingestion

/// A typical header of a system's list with one row, and what it must come to.
struct KnownList: Sendable, CustomTestStringConvertible {
    let profile: String
    let entity: Entity
    var record: String?
    var header: [String] = []
    var cells: [String] = []
    /// The text that the row gives each field; every other field stays empty.
    var texts: [String: String] = [:]

    var testDescription: String { "\(profile) \(entity.rawValue): \(header.prefix(3).joined(separator: ", ")) …" }

    /// Reads blocks parted by blank lines. A block begins with `profile entity [record]`; then come its columns, parted by
    /// ` | ` or line breaks: `Column = cell` is kept with the record, `Column = cell -> field` feeds a field, and in
    /// `Column = cell -> field: text, field: text` the fields get other texts than the cell.
    static func read(_ text: String) -> [KnownList] {
        text.split(separator: "\n\n").compactMap { block in
            let lines = block.split(separator: "\n").map(\.trimmed)
            let head = (lines.first ?? "").split(separator: " ", maxSplits: 2).map(String.init)
            guard head.count >= 2, let entity = Entity(rawValue: head[1]) else {
                Issue.record("no list begins with '\(lines.first ?? "")'")
                return nil
            }
            var list = KnownList(profile: head[0], entity: entity, record: head.count > 2 ? head[2] : nil)
            for column in lines.dropFirst().flatMap({ $0.split(separator: " | ") }) { list.add(column.trimmed) }
            return list
        }
    }

    private mutating func add(_ column: String) {
        let (source, targets) = column.split(atFirst: " -> ")
        let (name, cell) = (source + " ").split(atFirst: " = ")
        header.append(name)
        cells.append(cell)
        for target in targets.split(separator: ", ") {
            let (field, text) = target.split(atFirst: ": ")
            texts[field] = text.isEmpty ? cell : text
        }
    }

    func question(file: String = "export.csv", profile: String? = nil) -> ProfileDetection.Question {
        ProfileDetection.Question(header: header, record: record, file: file, profile: profile)
    }

    static let all = read(international) + read(chinese) + read(xml) + read(generic)
}
