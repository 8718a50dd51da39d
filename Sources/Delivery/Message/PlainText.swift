/// Plain text as the HTML of a mail that needs no more.
package enum PlainText {
    /// A document in which each paragraph of `text` (set apart by an empty line) is one, its line breaks kept.
    package static func html(_ text: String, language: String) -> String {
        let style = "margin:0 0 14px;font:14px/1.6 'PingFang SC','Microsoft YaHei',Arial,sans-serif;color:#1c2430"
        let paragraphs = text.split(separator: "\n\n").map {
            "<p style=\"\(style)\">\(escaped($0).replacing("\n", with: "<br>\n"))</p>"
        }
        return """
            <!doctype html>
            <html lang="\(language)"><head><meta charset="utf-8"></head>
            <body style="margin:0;padding:24px;background-color:#ffffff">
            \(paragraphs.joined(separator: "\n"))
            </body></html>

            """
    }

    private static func escaped(_ text: Substring) -> String {
        let signs: [(Character, String)] = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;")]
        return signs.reduce(String(text)) { $0.replacing(String($1.0), with: $1.1) }
    }
}
