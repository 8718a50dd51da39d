import ArgumentParser
import Foundation
import Normalization
import PoolStore
import Records
import Rules

/// The option that every command has: which folder is meant.
struct WorkspaceOptions: ParsableArguments {
    @Option(
        name: [.customShort("w"), .long],
        help: ArgumentHelp("The workspace: the folder with gonghai.yaml.", valueName: "dir"),
        completion: .directory)
    var workspace = "."

    func open() throws -> Workspace { try Workspace(folder: workspace) }
}

/// A folder with gonghai.yaml and what stands beside it (SPEC.md, "Workspace").
final class Workspace {
    let folder: URL
    /// Once the store is open, with what they were before.
    private(set) var rules: Rules
    private let yaml: [UInt8]
    /// Opened when first asked for: `rules` and `inspect` do without.
    private var openedStore: SQLiteStore?
    private var openedIndustries: IndustryClassifier?
    private var heldLock: FileLock?

    init(folder path: String) throws {
        folder = URL(filePath: path, directoryHint: .isDirectory)
        let file = folder.appending(path: "gonghai.yaml")
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw CommandError(
                """
                there is no gonghai.yaml in \(path == "." ? "this folder" : "'\(path)'").
                Make a workspace with:  gonghai init \(path)
                or name one with:       gonghai -w DIR …
                """)
        }
        guard let bytes = FileManager.default.contents(atPath: file.path) else {
            throw CommandError("'\(file.path)' cannot be read; its permissions may forbid it.")
        }
        yaml = Array(bytes)
        rules = try Rules(yaml: bytes, file: path == "." ? "gonghai.yaml" : file.relativePath)
    }

    var inbox: URL { folder.appending(path: "inbox", directoryHint: .isDirectory) }
    var outbox: URL { folder.appending(path: "outbox", directoryHint: .isDirectory) }
    var rejects: URL { folder.appending(path: "rejects", directoryHint: .isDirectory) }
    var lockFile: URL { folder.appending(path: ".gonghai.lock") }
    var zone: Zone { rules.zone }

    func out(_ date: BusinessDate) -> URL { out(named: date.description) }
    func out(named name: String) -> URL { folder.appending(path: "out/\(name)", directoryHint: .isDirectory) }
    func runs(_ date: BusinessDate) -> URL { folder.appending(path: "runs/\(date)", directoryHint: .isDirectory) }

    /// The store, made when there is none.
    func store() throws -> SQLiteStore {
        if let openedStore { return openedStore }
        let store = try SQLiteStore(path: folder.appending(path: "pool.sqlite").path)
        openedStore = store
        try followRules(in: store, next: zone.date(of: Clock.now()))
        return store
    }

    /// What tells industries: what is built in, and what `classify --learn` learnt here.
    func industries() throws -> IndustryClassifier {
        if let openedIndustries { return openedIndustries }
        // One that another version learnt says nothing, until this one learns anew.
        let learned = try store().learnedIndustries().flatMap { IndustryModel(bytes: $0) }
        let industries = IndustryClassifier(learned: learned)
        openedIndustries = industries
        return industries
    }

    /// What was learnt is another now.
    func forgetIndustries() { openedIndustries = nil }

    /// The rules are in force from the business date `date` on, where no night ran under them yet.
    func keepRules(on date: BusinessDate, at: Instant) throws {
        let store = try store()
        try store.keepRules(yaml, digest: rules.digest, date: date, at: at)
        try followRules(in: store, next: date)
    }

    private func followRules(in store: SQLiteStore, next: BusinessDate) throws {
        let versions = try store.ruleVersions().map { ($0.version, $0.yaml) }
        rules = try Rules(yaml: yaml, file: "gonghai.yaml").following(versions, next: next)
    }

    /// Holds the workspace until the process ends; a killed holder does not block the next.
    func lock() throws {
        guard heldLock == nil else { return }
        guard let lock = try FileLock(lockFile) else {
            throw CommandError(
                "another gonghai works in this workspace; nothing was done. Try again when it has ended.",
                status: .locked)
        }
        heldLock = lock
    }

    /// Refuses a business date that is not over.
    func requireComplete(_ date: BusinessDate) throws {
        guard date <= zone.date(of: Clock.now()) else {
            throw CommandError("\(date) is not over yet; a night is run for a day that is complete.", status: .usage)
        }
    }

    /// A path as the user would write it: relative to the workspace where it lies in it.
    func shown(_ url: URL) -> String {
        let base = folder.standardizedFileURL.path
        let path = url.standardizedFileURL.path
        return path.hasPrefix(base + "/") ? String(path.dropFirst(base.count + 1)) : url.relativePath
    }
}

/// The clock, read here and nowhere below.
enum Clock {
    static func now() -> Instant { Instant(epochSeconds: Int64(Date().timeIntervalSince1970)) }
}

/// `--at` of the commands for one customer.
struct WhenOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "When it happened: 2026-11-23T15:30 in the workspace's zone (default: now).", valueName: "time"))
    var at: String?

    @Option(help: ArgumentHelp("Who says so, for the ledger (default: the rep, or the operator).", valueName: "name"))
    var by: String?

    func instant(in zone: Zone) throws -> Instant {
        guard let at else { return Clock.now() }
        guard let instant = zone.instant(isoLocal: at) else {
            throw CommandError("'\(at)' is no time; write it as 2026-11-23T15:30 or 2026-11-23.", status: .usage)
        }
        return instant
    }
}

/// A business date as an option value.
struct DateArgument: ExpressibleByArgument {
    var date: BusinessDate

    init?(argument: String) {
        guard let date = BusinessDate(iso: argument) else { return nil }
        self.date = date
    }
}
