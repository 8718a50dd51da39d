/// Makes text that came from outside safe to show: whatever a customer is called, the page stays a page.
package enum Readable {
    /// `text` with control and direction-changing characters replaced by U+FFFD, and with every markup character
    /// standing alone.
    ///
    /// The template library escapes whole characters, and `"` with a combining accent after it is one character that is
    /// not `"`: it would pass unescaped, and a browser reads it as `"` and an accent. So the accent goes.
    package static func text(_ text: String) -> String {
        guard text.utf8.contains(where: isSuspicious) else { return text }
        var result = String.UnicodeScalarView()
        for character in text {
            let scalars = character.unicodeScalars
            let hasMarkup = scalars.count > 1 && scalars.contains { markup.contains($0) }
            for scalar in scalars {
                let isKept = hasMarkup ? markup.contains(scalar) : !isMisleading(scalar)
                result.append(isKept ? scalar : replacement)
            }
        }
        return String(result)
    }

    private static let replacement: Unicode.Scalar = "\u{FFFD}"
    private static let markup: Set<Unicode.Scalar> = ["<", ">", "&", "\"", "'"]

    /// Bytes of controls, of markup, and the lead bytes of everything that could be a direction or a line separator.
    private static func isSuspicious(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00...0x1F, 0x7F, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0xC2, 0xE2: true
        default: false
        }
    }

    private static func isMisleading(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x08, 0x0B...0x1F, 0x7F...0x9F: true
        // Embeddings, overrides and isolates; line and paragraph separators.
        case 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
        default: false
        }
    }
}
