import Allocation
import Records

/// A comparison of policies in words, as rows and as a page.
struct SimulationReport {
    let comparison: Comparison
    /// Of the workspace's history; `nil` in the invented world.
    let difference: RepDifference?
    let currency: String
    let language: Language
    let firstSeed: UInt64

    struct Row: Encodable {
        var policy, measure: String
        var mean: Double
        var margin, change, changeMargin: Double?
    }

    /// One per policy and measure.
    var rows: [Row] {
        comparison.policies.indices.flatMap { policy in
            Comparison.Measure.allCases.map { measure in
                let figure = comparison.figure(measure, of: policy)
                let change = policy == 0 ? nil : comparison.difference(measure, of: policy)
                return Row(
                    policy: comparison.policies[policy], measure: measure.rawValue, mean: rounded(figure.mean),
                    margin: figure.margin.map(rounded), change: change.map { rounded($0.mean) },
                    changeMargin: change?.margin.map(rounded))
            }
        }
    }

    var csv: [UInt8] {
        var writer = CSVWriter(bom: true)
        writer.append(["policy", "measure", "mean", "margin_95", "change", "change_margin_95", "worlds", "first_seed"])
        for row in rows {
            writer.append(
                [
                    row.policy, row.measure, "\(row.mean)", row.margin.map { "\($0)" } ?? "",
                    row.change.map { "\($0)" } ?? "", row.changeMargin.map { "\($0)" } ?? "",
                    "\(comparison.results.first?.count ?? 0)", "\(firstSeed)",
                ], neutralising: [true])
        }
        return writer.bytes
    }

    // MARK: Words

    var text: String {
        Console.table(
            [words.policy] + Comparison.Measure.allCases.prefix(6).map(words.name), cells.map { Array($0.prefix(7)) })
            + "\n" + verdicts.joined(separator: "\n")
    }

    private var cells: [[String]] {
        comparison.policies.indices.map { policy in
            [comparison.policies[policy]] + Comparison.Measure.allCases.map { cell($0, policy) }
        }
    }

    private func cell(_ measure: Comparison.Measure, _ policy: Int) -> String {
        let figure = comparison.figure(measure, of: policy)
        let digits = measure.isShare ? 1 : figure.mean >= 100 ? 0 : 2
        let factor = measure.isShare ? 100.0 : 1
        func shown(_ number: Double) -> String { Self.fixed(number * factor, digits) }
        var text = shown(figure.mean) + (measure.isShare ? " %" : "")
        if let margin = figure.margin { text += " ± " + shown(margin) }
        if policy > 0, measure == .conversions || measure == .revenue {
            text += " (\(Self.signed(comparison.difference(measure, of: policy).mean)))"
        }
        return text
    }

    /// What follows, one sentence each: about every policy beside the first, and about what matching has to go by.
    var verdicts: [String] {
        var sentences = comparison.policies.indices.dropFirst().map { policy in
            words.verdict(
                comparison.policies[policy], comparison.policies[0], comparison.isBetter(.conversions, policy),
                comparison.isBetter(.revenue, policy),
                Self.signed(comparison.difference(.conversions, of: policy).mean),
                Self.signed(comparison.difference(.revenue, of: policy).mean))
        }
        if let difference {
            let spells = Self.fixed(difference.spellsPerRep, 0)
            switch difference.verdict {
            case .tooLittle: sentences.append(words.tooLittle(spells))
            case .alike: sentences.append(words.alike(spells))
            case .differ: sentences.append(words.differ(spells))
            }
        }
        sentences.append(words.assumptions)
        return sentences
    }

    private var words: SimulationWords { SimulationWords(language: language, currency: currency) }

    // MARK: Page

    var html: [UInt8] {
        func escaped(_ text: String) -> String {
            text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        }
        func bars(_ measure: Comparison.Measure) -> String {
            let means = comparison.policies.indices.map { comparison.figure(measure, of: $0).mean }
            let top = max(means.max() ?? 0, 1e-9)
            return comparison.policies.indices.map { policy in
                """
                <div class="row"><span>\(escaped(comparison.policies[policy]))</span><i style="width:\
                \(Self.fixed(max(0, means[policy]) / top * 60, 1))%"></i><b>\(escaped(cell(measure, policy)))</b></div>
                """
            }.joined(separator: "\n")
        }
        let head = ([words.policy] + Comparison.Measure.allCases.map(words.name)).map { "<th>\(escaped($0))</th>" }
            .joined()
        let body = cells.map { "<tr>" + $0.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>" }.joined(
            separator: "\n")
        let page = """
            <!doctype html>
            <html lang="\(language.rawValue)"><head><meta charset="utf-8"><title>\(escaped(words.title))</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"><style>
            body{font:15px/1.5 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;margin:2rem auto;max-width:70rem;\
            padding:0 1rem;color:#222}
            h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}.row{display:flex;align-items:center;gap:.6rem;\
            margin:.3rem 0}.row span{width:9rem}.row i{background:#2a6f97;height:1.1rem;display:block}.row b{font-weight:400}
            .wide{overflow-x:auto}table{border-collapse:collapse;font-size:13px}th,td{padding:.3rem .6rem;text-align:right;\
            border-bottom:1px solid #ddd;white-space:nowrap}th:first-child,td:first-child{text-align:left}
            </style></head><body>
            <h1>\(escaped(words.title))</h1>
            <ul>\(verdicts.map { "<li>\(escaped($0))</li>" }.joined())</ul>
            <h2>\(escaped(words.name(.conversions)))</h2>
            \(bars(.conversions))
            <h2>\(escaped(words.name(.revenue)))</h2>
            \(bars(.revenue))
            <h2>\(escaped(words.all))</h2>
            <div class="wide"><table><thead><tr>\(head)</tr></thead><tbody>
            \(body)
            </tbody></table></div>
            </body></html>

            """
        return Array(page.utf8)
    }

    // MARK: Numbers

    private func rounded(_ number: Double) -> Double { (number * 1_000_000).rounded() / 1_000_000 }

    private static func fixed(_ number: Double, _ digits: Int) -> String {
        let scale = [1.0, 10, 100][digits]
        let whole = Int((number * scale).rounded())
        guard digits > 0 else { return String(whole) }
        let fraction = String(whole.magnitude % UInt(scale))
        return (whole < 0 ? "-" : "") + "\(whole.magnitude / UInt(scale))."
            + String(repeating: "0", count: digits - fraction.count) + fraction
    }

    private static func signed(_ share: Double) -> String { (share >= 0 ? "+" : "") + fixed(share * 100, 0) + " %" }
}
