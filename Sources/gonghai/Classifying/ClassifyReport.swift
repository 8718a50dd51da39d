import Normalization
import Records

/// What `classify` did, in words and as JSON.
struct ClassifyReport: Encodable {
    struct Learnt: Encodable {
        var examples, decisions, sections, heldOut: Int
        var threshold: Double
        /// Of those held out: the share whose section is stated at the threshold, and the share of these that is right.
        var coverage, precision: Double?
        var reliability: [Bin]
    }

    /// Verdicts of about the same confidence: what they state on average, and how many are right.
    struct Bin: Encodable {
        var from, to: Double
        var verdicts: Int
        var stated, observed: Double
    }

    var learnt: Learnt?
    var customers, changed, found, lost: Int
    var seconds: Double

    init(_ report: IndustryLearningReport?, _ counts: Reclassification.Counts, threshold: Double, seconds: Double) {
        learnt = report.map { Learnt($0, threshold: threshold) }
        (customers, changed) = (counts.customers, counts.changed)
        (found, lost) = (counts.found, counts.lost)
        self.seconds = seconds
    }

    var text: String {
        let all =
            "\(Console.count(customers, "customer")) classified again: \(found) found, \(changed) changed, \(lost) not known any more."
        guard let learnt else { return all }
        let from =
            "Learnt from \(Console.count(learnt.examples, "customer")) of \(Console.count(learnt.sections, "section"))"
            + (learnt.decisions > 0 ? ", \(learnt.decisions) of them by a person's word." : ".")
        guard let coverage = learnt.coverage, let precision = learnt.precision else {
            return "\(from)\n\(all)"
        }
        let bins = learnt.reliability.map { bin in
            ["\(percent(bin.from))–\(percent(bin.to))", "\(bin.verdicts)", percent(bin.stated), percent(bin.observed)]
        }
        return """
            \(from)
            Tried on \(learnt.heldOut) of them held out, by name and notes alone: \(percent(coverage)) get a section, and of these \(percent(precision)) the right one.
            \(Console.table(["CONFIDENCE", "VERDICTS", "STATED", "RIGHT"], bins))
            \(all)
            """
    }

    private func percent(_ share: Double) -> String {
        let thousandths = Int((share * 1000).rounded())
        return "\(thousandths / 10).\(thousandths % 10) %"
    }
}

extension ClassifyReport.Learnt {
    init(_ report: IndustryLearningReport, threshold: Double) {
        examples = report.examples
        decisions = report.decisions
        sections = report.sections
        heldOut = report.heldOut.count
        self.threshold = threshold
        let measures = report.measures(at: threshold)
        coverage = measures?.coverage
        precision = measures?.precision
        let edges = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0001]
        reliability = zip(edges, edges.dropFirst()).compactMap { from, to in
            let verdicts = report.heldOut.filter { from <= $0.confidence && $0.confidence < to }
            guard !verdicts.isEmpty else { return nil }
            let count = Double(verdicts.count)
            return ClassifyReport.Bin(
                from: from, to: min(to, 1), verdicts: verdicts.count,
                stated: verdicts.reduce(0) { $0 + $1.confidence } / count,
                observed: Double(verdicts.count(where: \.isRight)) / count)
        }
    }
}
