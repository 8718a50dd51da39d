/// Finds the dates in a text: browsers may break a line at their hyphens, and half a date is hard to read.
enum DatedText {
    struct Piece: Sendable, Equatable {
        var text: String
        var isDate: Bool
    }

    /// `text` cut into dates (`2026-11-14` or `11-07`, that is digits with single hyphens between) and what is between
    /// them; together they are `text` again.
    static func pieces(_ text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        var plainStart = rest.startIndex
        while let start = rest.firstIndex(where: isDigit) {
            let run = text[start...].prefix { isDigit($0) || $0 == "-" }
            if isDate(run) {
                if plainStart < start { pieces.append(Piece(text: String(text[plainStart..<start]), isDate: false)) }
                pieces.append(Piece(text: String(run), isDate: true))
                plainStart = run.endIndex
            }
            rest = text[run.endIndex...]
        }
        if plainStart < text.endIndex { pieces.append(Piece(text: String(text[plainStart...]), isDate: false)) }
        return pieces
    }

    private static func isDigit(_ character: Character) -> Bool { character >= "0" && character <= "9" }

    private static func isDate(_ run: Substring) -> Bool {
        let lengths = run.split(separator: "-", omittingEmptySubsequences: false).map(\.count)
        return lengths == [4, 2, 2] || lengths == [2, 2]
    }
}
