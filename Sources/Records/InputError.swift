/// A file or configuration that cannot be used: where, what was found, what was expected, what to do.
///
/// Printed as
///
///     gonghai: error: inbox/customers.csv:1:4: no column for the field 'name'
///       |
///     1 | 编号,往来户全名,手机
///       |      ^^^^^^^^^^
///     <advice, one line per sentence>
package struct InputError: Error, Sendable, Equatable {
    package var file: String
    /// 1-based; `nil` where the whole file is meant.
    package var line: Int?
    /// 1-based, in characters of `excerpt`.
    package var column: Int?
    /// Characters to underline from `column` on.
    package var length: Int
    package var message: String
    /// The line in question, if it can be shown without personal data.
    package var excerpt: String?
    /// What was expected and what to do.
    package var advice: [String]

    package init(
        file: String, line: Int? = nil, column: Int? = nil, length: Int = 1, message: String, excerpt: String? = nil,
        advice: [String] = []
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.length = length
        self.message = message
        self.excerpt = excerpt
        self.advice = advice
    }

    /// `file:line:column: message`, then the excerpt with a mark under the place, then the advice.
    package var rendered: String {
        var place = file
        if let line { place += ":\(line)" }
        if line != nil, let column { place += ":\(column)" }
        var lines = ["\(place): \(message)"]
        if let excerpt, let line {
            let gutter = String(repeating: " ", count: String(line).count)
            lines.append("\(gutter) |")
            lines.append("\(line) | \(excerpt)")
            if let column {
                let before = excerpt.prefix(max(0, column - 1))
                let marked = excerpt.dropFirst(max(0, column - 1)).prefix(max(1, length))
                let indent = String(repeating: " ", count: TextWidth.columns(of: before))
                let underline = String(repeating: "^", count: max(1, TextWidth.columns(of: marked)))
                lines.append("\(gutter) | \(indent)\(underline)")
            }
        }
        return (lines + advice).joined(separator: "\n")
    }
}
