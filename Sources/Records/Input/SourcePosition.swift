/// Where in a file something stands. It travels with every record and message to the end.
package struct SourcePosition: Sendable, Hashable {
    /// The path as the user gave it, or relative to the workspace.
    package var file: String
    /// The 1-based line on which the row begins (title, header and comment lines count).
    package var line: Int
    /// The 1-based number of the field in its row, where one field is meant.
    package var column: Int?

    package init(file: String, line: Int, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension SourcePosition: CustomStringConvertible {
    package var description: String { column.map { "\(file):\(line):\($0)" } ?? "\(file):\(line)" }
}
