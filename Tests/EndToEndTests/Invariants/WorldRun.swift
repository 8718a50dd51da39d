import Allocation
import Foundation
import Ingestion
import PoolStore
import Records
import Rules

@testable import gonghai

/// A world's workspace in a folder of its own, driven as the commands drive it, but in process.
final class WorldRun {
    let world: World
    let folder: TemporaryFolder
    private(set) var workspace: Workspace
    /// Of the order of the rows in every file; `nil`: as they were made up.
    private let shuffle: UInt64?
    /// The rows of the files that lie in the inbox.
    private(set) var rowsInFile: [String: Int] = [:]

    init(_ world: World, shuffledBy seed: UInt64? = nil) throws {
        self.world = world
        shuffle = seed
        folder = try TemporaryFolder()
        try folder.write(world.rules.yaml, to: "gonghai.yaml")
        workspace = try Workspace(folder: folder.url.path)
    }

    var store: SQLiteStore { get throws { try workspace.store() } }

    func deliver(_ files: [WorldFile]) throws {
        for file in files {
            let seed = shuffle.map { file.name.utf8.reduce($0) { $0 &* 31 &+ UInt64($1) } }
            try folder.write(file.bytes(shuffledBy: seed), to: "inbox/\(file.name)")
            rowsInFile["inbox/\(file.name)"] = file.rows.count
        }
    }

    /// Runs the night; one that a fuse stops is approved and run again. Returns what it imported.
    func run(_ date: BusinessDate, writesFiles: Bool = true) throws -> [FileRows] {
        if date == world.rules.change?.on {
            try folder.write(world.rules.changed.yaml, to: "gonghai.yaml")
            workspace = try Workspace(folder: folder.url.path)
        }
        var imported: [FileRows] = []
        for approvals in [[], [Fuse.feeds]] {
            let night = try Night(
                workspace: workspace, date: date, latestDate: date, approvals: Set(approvals),
                writesFiles: writesFiles)
            defer { if !night.importedFiles.isEmpty { imported = night.importedFiles } }
            do {
                try Pipeline(night: night).run()
                break
            } catch is FuseStop where approvals.isEmpty {
                continue
            }
        }
        return imported
    }

    /// The whole inbox once more, at the end of the same day.
    func importAgain(_ date: BusinessDate) throws -> [FileRows] {
        let session = ImportSession(workspace: workspace, date: date, at: workspace.zone.end(of: date), asOf: date)
        return try session.run(try InboxFiles.list(workspace.inbox), options: ImportOptions()).files
    }

    // MARK: By hand

    func act(_ act: HandAct, on date: BusinessDate) throws {
        let at = workspace.zone.instant(date, secondOfDay: act.second)
        switch act.kind {
        case .claim: try claim(act, at)
        case .release: try release(act, date, at)
        case .followUp: try followUp(act, date, at)
        }
    }

    private func claim(_ act: HandAct, _ at: Instant) throws {
        let (pool, reps) = try (store.pool(), store.reps())
        guard !pool.isEmpty, !reps.isEmpty else { return }
        let (customer, rep) = (pool[act.pick % pool.count], reps[act.repPick % reps.count])
        _ = try HandClaims(workspace: workspace).decide([customer.id], for: rep.id, at: at)
    }

    private func release(_ act: HandAct, _ date: BusinessDate, _ at: Instant) throws {
        let open = try Exported(workspace).spells.filter { $0.isOpen && $0.startedAt <= at }
        guard !open.isEmpty else { return }
        let spell = open[act.pick % open.count]
        try store.endSpell(
            of: CustomerID(spell.customer), heldBy: RepID(spell.rep), reason: .released, date: date, at: at,
            by: spell.rep)
    }

    private func followUp(_ act: HandAct, _ date: BusinessDate, _ at: Instant) throws {
        let open = try Exported(workspace).spells.filter { $0.isOpen }
        guard !open.isEmpty else { return }
        let spell = open[act.pick % open.count]
        _ = try HandEntry(workspace: workspace, at: at).save(
            .followUps,
            [
                (.customer, spell.customer), (.rep, spell.rep), (.at, workspace.zone.iso(at)), (.channel, "phone"),
                (.outcome, "ok"), (.note, ""),
            ])
    }
}
