import Foundation
import Records

@testable import Reporting

extension [ReportFile] {
    func text(_ name: String) -> String {
        first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }
}

/// What programs read from a page.
enum Scrape {
    /// The values under each measure's name, in the order of the page.
    static func metrics(_ html: String) -> [String: [String]] {
        var found: [String: [String]] = [:]
        for piece in html.components(separatedBy: "data-metric=\"").dropFirst() {
            let name = String(piece.prefix { $0 != "\"" })
            guard let value = piece.range(of: "value=\"").map({ piece[$0.upperBound...].prefix { $0 != "\"" } }) else {
                continue
            }
            found[name, default: []].append(String(value))
        }
        return found
    }

    /// Elements that begin and do not end, or end without having begun; empty where the page is well formed.
    static func unbalanced(_ html: String) -> [String] {
        let void: Set = ["meta", "br", "rect", "line", "circle", "path"]
        var open: [String] = []
        var wrong: [String] = []
        for piece in html.components(separatedBy: "<").dropFirst() where !piece.hasPrefix("!") {
            let name = String(piece.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
            guard !name.isEmpty else {
                wrong.append("<" + piece.prefix(10))
                continue
            }
            if piece.hasPrefix("/") {
                if open.popLast() != name { wrong.append("</" + name) }
            } else if !void.contains(name) {
                open.append(name)
            }
        }
        return wrong + open
    }

    static func count(_ needle: String, in text: String) -> Int { text.components(separatedBy: needle).count - 1 }
}
