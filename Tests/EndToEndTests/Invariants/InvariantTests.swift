import Foundation
import PoolStore
import Records
import Testing

@testable import gonghai

/// The invariants of the pipeline, over random worlds. GONGHAI_WORLDS sets how many; each is named by its seed.
@Suite("Invariants over random worlds")
struct InvariantTests {
    static let seeds: [UInt64] = {
        let environment = ProcessInfo.processInfo.environment
        if let seed = environment["GONGHAI_WORLD"].flatMap({ UInt64($0) }) { return [seed] }
        return Array(1...(environment["GONGHAI_WORLDS"].flatMap { UInt64($0) } ?? 8))
    }()

    @Test("hold in every world, whatever the order of the rows in its files", arguments: seeds)
    func world(seed: UInt64) throws {
        let world = World(seed: seed)
        let (run, shuffled) = try (WorldRun(world), WorldRun(world, shuffledBy: seed &+ 1))
        var state = try Exported(run.workspace)
        for (date, step) in run.steps() {
            var violations: [String] = []
            switch step {
            case .act(let act):
                try run.act(act, on: date)
                try shuffled.act(act, on: date)
            case .night(let night):
                try run.deliver(night.files)
                try shuffled.deliver(night.files)
                let files = try run.run(date, writesFiles: night.writesFiles)
                _ = try shuffled.run(date, writesFiles: night.writesFiles)
                violations += ConservationChecks.imports(files, delivered: run.rowsInFile)
                if night.writesFiles {
                    violations += try repeated(files, date, in: run) + fileDifferences(run, shuffled)
                }
            }
            let after = try Exported(run.workspace)
            violations += try self.violations(of: step, on: date, in: run, before: state, after: after)
            violations += try after.differences(
                from: Exported(shuffled.workspace), ignoring: ["batch", "file", "line"]
            ).map { "in another order of rows, \($0)" }
            #expect(violations.isEmpty, "world \(seed), \(step.name) \(date): \(violations.joined(separator: "\n"))")
            guard violations.isEmpty else { return }
            state = after
        }
    }

    private func violations(
        of step: WorldRun.Step, on date: BusinessDate, in run: WorldRun, before: Exported, after: Exported
    ) throws -> [String] {
        // A late night closes its day after something of the next one was done.
        let isClosing = step.isNight && !run.isLate(date)
        let flows = try ConservationChecks.flows(
            run.store, from: run.world.nights[0].date, through: date, zone: run.workspace.zone,
            now: isClosing ? ConservationChecks.books(after) : nil)
        let promises = PromiseChecks(
            rules: run.world.rules, before: before, after: after, date: date, isNight: step.isNight,
            firstNight: run.world.nights[0].date)
        return try run.store.verify() + ConservationChecks.places(after) + flows + promises.violations()
    }

    /// What the night's files and the night itself change when they come again: nothing.
    private func repeated(_ files: [FileRows], _ date: BusinessDate, in run: WorldRun) throws -> [String] {
        let before = try Exported(run.workspace)
        // Taken back: a list that comes again is news of its source all the same.
        var violations = try run.store.rehearsal {
            ConservationChecks.again(files, try run.importAgain(date))
                + (try Exported(run.workspace)).differences(from: before)
        }
        let written = try run.folder.files(under: "out")
        _ = try run.run(date)
        violations += try Exported(run.workspace).differences(from: before)
        if try run.folder.files(under: "out") != written { violations.append("the night run twice writes other files") }
        return violations
    }

    /// A batch is named by the bytes of its file, so what names batches, or has a digest of what does, is another one.
    private func fileDifferences(_ one: WorldRun, _ other: WorldRun) throws -> [String] {
        let (own, others) = try (one.comparableFiles(), other.comparableFiles())
        return Set(own.keys).union(others.keys).sorted().compactMap { name in
            let (left, right) = (own[name] ?? [], others[name] ?? [])
            guard left != right else { return nil }
            let place = zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
            return "\(name), line \(place + 1):\n  \(left.dropFirst(place).first ?? "nothing")\n  "
                + "\(right.dropFirst(place).first ?? "nothing")"
        }
    }
}

extension WorldRun {
    enum Step {
        case act(HandAct)
        case night(WorldNight)

        var isNight: Bool {
            if case .night = self { return true }
            return false
        }

        var name: String { isNight ? "night" : "by hand on" }
    }

    /// In the order of the clock: a day's acts, then its night; a late night comes after the next day's acts.
    func steps() -> [(date: BusinessDate, step: Step)] {
        var steps: [(date: BusinessDate, step: Step)] = []
        var waiting: WorldNight?
        for night in world.nights {
            steps += night.acts.map { (night.date, .act($0)) }
            if let late = waiting { steps.append((late.date, .night(late))) }
            waiting = night.isLate ? night : nil
            if !night.isLate { steps.append((night.date, .night(night))) }
        }
        if let late = waiting { steps.append((late.date, .night(late))) }
        return steps
    }

    /// Whether something of a later day was done before this night.
    func isLate(_ date: BusinessDate) -> Bool { world.nights.contains { $0.date == date && $0.isLate } }

    /// The lines of each file in out/ and outbox/, without what depends on the bytes of the imported files.
    func comparableFiles() throws -> [String: [Substring]] {
        var files: [String: [Substring]] = [:]
        for (folder, name, data) in try ["out", "outbox"].flatMap({ folder in
            try self.folder.files(under: folder).map { (folder, $0.key, $0.value) }
        }) {
            var lines = String(decoding: data, as: UTF8.self).split(
                omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            if name.hasSuffix("data-quality.csv") { lines = lines.map { $0.drop { $0 != "," } } }
            if name.hasSuffix("datapackage.json") { lines.removeAll { $0.contains("\"hash\"") } }
            // The manager's mail has the file of batches attached.
            if name.contains("-management-") { lines = [] }
            files["\(folder)/\(name)"] = lines
        }
        return files
    }
}
