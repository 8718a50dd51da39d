import PoolStore
import Records

/// One night: the whole flow, in order. Each stage is a transaction; the run ledger remembers which are done.
///
/// A stage that is done for a business date is not done again, so a night that broke off goes on where it stopped and
/// a night that is run twice changes nothing.
struct Pipeline {
    let night: Night

    func run() throws {
        try night.keepRules()
        try stage(.importing, night.importInbox)
        try stage(.resolve, night.resolveReferences)
        try night.checkImports()
        try night.checkFeeds()
        try night.checkBlastRadius()
        try stage(.recycle, night.recycle)
        try stage(.tiers, night.assignTiers)
        try stage(.claims, night.decideClaims)
        try stage(.allocate, night.allocate)
        try stage(.report, night.writeReports)
        try deliver()
    }

    /// No transaction around it: each step of each mail is one, and what was sent cannot be taken back.
    private func deliver() throws {
        guard try !isDone(.deliver) else { return night.record.skip(.deliver) }
        try night.record.time(.deliver) {
            let counts = try night.deliver()
            try night.store.complete(.deliver, of: night.date, counts: counts)
            return counts
        }
    }

    private func stage(_ stage: Stage, _ work: () throws -> [String: Int]) throws {
        guard try !isDone(stage) else {
            night.record.skip(stage)
            return
        }
        try night.record.time(stage) {
            try retryingWhileBusy {
                let counts = try work()
                try night.store.complete(stage, of: night.date, counts: counts)
                return counts
            }
        }
    }

    /// Tries a stage again that another program kept from the store: nothing of it was done.
    private func retryingWhileBusy(_ work: () throws -> [String: Int]) throws -> [String: Int] {
        for _ in 0..<2 {
            do {
                return try night.store.transaction(work)
            } catch  where StoreFailure.isBusy(error) {
                Console.note("gonghai: the store is busy; trying again.")
            }
        }
        return try night.store.transaction(work)
    }

    /// Lists are read again until recycling has relied on them: after a fuse, the missing one may have come.
    private func isDone(_ stage: Stage) throws -> Bool {
        let done = try night.store.completedStages(of: night.date)
        let isReading = stage == .importing || stage == .resolve
        return done.contains(stage) && (!isReading || done.contains(.recycle))
    }
}
