import Foundation
import Records

/// Where words go: results to stdout, everything said about them to stderr.
enum Console {
    /// Raw, for exports and JSON: what is printed may be data.
    static func print(_ line: String = "") { write(line + "\n", to: .standardOutput) }
    static func note(_ line: String) { ConsoleLog.logger.notice("\(line)") }
    static func error(_ message: String) { ConsoleLog.logger.error("\(message)") }
    static func warning(_ message: String) { ConsoleLog.logger.warning("\(message)") }
    /// A line as it is; for the log.
    static func writeError(_ line: String) { write(line + "\n", to: .standardError) }

    /// `value` as JSON on one line: snake_case keys, sorted.
    static func printJSON(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        print(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// A reader that went away (`| head`) is no error.
    private static func write(_ text: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data(text.utf8))
    }

    /// Text of a file as it may go to a terminal: control characters would move its cursor or change its colours.
    static func printable(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            let isControl = scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
            return isControl && scalar != "\n" && scalar != "\t" ? "\u{FFFD}" : scalar
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// `1 row`, `3 rows`.
    static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number) \(number == 1 ? one : many ?? one + "s")"
    }

    /// Rows under a header, columns as wide as their widest cell; ideographs count two.
    static func table(_ header: [String], _ rows: [[String]]) -> String {
        let all = ([header] + rows).map { $0.map(printable) }
        let widths = header.indices.map { column in
            all.map { TextWidth.columns(of: $0.indices.contains(column) ? $0[column] : "") }.max() ?? 0
        }
        return all.map { row in
            row.enumerated().map { column, cell in
                let isLast = column == row.count - 1
                return isLast
                    ? cell : cell + String(repeating: " ", count: widths[column] - TextWidth.columns(of: cell))
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}
