/// How wide text is on a terminal.
package enum TextWidth {
    /// Columns that a terminal gives the text: two for ideographs and full-width forms.
    package static func columns(of text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { total, scalar in
            switch scalar.value {
            case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
                0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
                total + 2
            default: total + 1
            }
        }
    }
}
