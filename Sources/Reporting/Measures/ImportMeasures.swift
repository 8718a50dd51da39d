import Records

/// The rows of the files that came in since the night before.
struct ImportMeasures: Sendable {
    let total: ImportCounts
    let files: Int

    init(_ facts: NightFacts) {
        files = facts.imports.count
        total = facts.imports.reduce(into: ImportCounts()) { total, file in
            total.read += file.counts.read
            total.new += file.counts.new
            total.updated += file.counts.updated
            total.unchanged += file.counts.unchanged
            total.rejected += file.counts.rejected
            total.pending += file.counts.pending
            total.merged += file.counts.merged
            total.flagged += file.counts.flagged
            total.review += file.counts.review
        }
    }
}
