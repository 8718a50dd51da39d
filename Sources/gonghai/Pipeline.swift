import Records

/// One night: the whole flow, in order. Each stage is a transaction; the run ledger remembers which are done.
///
/// A stage that is done for a business date is not done again, so a night that broke off goes on where it stopped and
/// a night that is run twice changes nothing.
struct Pipeline {
    let night: Night

    func run() throws {
        try stage(.importing, night.importInbox)
        try stage(.resolve, night.resolveReferences)
        try night.checkFeeds()
        try stage(.recycle, night.recycle)
        try stage(.tiers, night.assignTiers)
        try stage(.claims, night.decideClaims)
        try stage(.allocate, night.allocate)
        try stage(.report, night.writeReports)
        try stage(.deliver, night.deliver)
    }

    private func stage(_ stage: Stage, _ work: () throws -> [String: Int]) throws {
        guard try !isDone(stage) else {
            night.record.skip(stage)
            return
        }
        try night.record.time(stage) {
            try night.store.transaction {
                let counts = try work()
                try night.store.complete(stage, of: night.date, counts: counts)
                return counts
            }
        }
    }

    /// Lists are read again until recycling has relied on them: after a fuse, the missing one may have come.
    private func isDone(_ stage: Stage) throws -> Bool {
        let done = try night.store.completedStages(of: night.date)
        let isReading = stage == .importing || stage == .resolve
        return done.contains(stage) && (!isReading || done.contains(.recycle))
    }
}
