import Allocation
import ArgumentParser
import Foundation
import Records
import Reporting
import Rules

// gonghai simulate [--policy FILE|NAME]… [--invented] [--worlds N] [--seed S] [--output DIR] [--json]

struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tries rules for half a year before anybody is hit by them, beside the rules in force.",
        discussion: """
            Every policy runs through the night's own planner in the same worlds: a
            world is the workspace's reps, pool and history, drawn anew where the
            history leaves it open, or, with --invented, the documented one of 60
            reps and 27,600 customers. The first policy is what the others are
            compared with. A policy is a gonghai.yaml of which the claims, follow_up
            and allocation rules count, 'current' (the rules in force), or one of
            SIMULATION's: P0, P1, P1 strong, P2 fifo, P2 newest, P2 score, P5, P6e,
            P6e floor, P7 skill, P7e. Where a policy allocates nothing, reps claim.

            The page and simulation.csv go to out/simulation.

            Example:
              gonghai simulate -w sales --policy current --policy limit-15.yaml
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Option(
        help: ArgumentHelp(
            "Rules to try, repeatable (default: current, and need match).", valueName: "file|name"))
    var policy: [String] = []

    @ArgumentParser.Flag(help: "In the invented world, whatever the workspace holds.")
    var invented = false

    @Option(help: ArgumentHelp("Worlds per policy.", valueName: "count"))
    var worlds = 5

    @Option(help: ArgumentHelp("The first world's seed.", valueName: "number"))
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp("With --invented: how much reps differ, 1 as documented, 0 not.", valueName: "factor"))
    var specialisation = 1.0

    @Option(help: ArgumentHelp("Where to write (default: out/simulation).", valueName: "dir"), completion: .directory)
    var output: String?

    @ArgumentParser.Flag(help: "Print the figures as JSON.")
    var json = false

    func validate() throws {
        guard (1...200).contains(worlds) else { throw ValidationError("--worlds is from 1 to 200.") }
        guard (0...10).contains(specialisation) else { throw ValidationError("--specialisation is from 0 to 10.") }
    }

    func run() throws {
        let workspace = try workspace.open()
        let policies = try policies(of: workspace)
        let facts = try invented ? nil : SimulationFacts(workspace: workspace).world()
        if let facts { try check(facts) }
        var results = [[SimulationResult]](repeating: [], count: policies.count)
        for number in 0..<worlds {
            let seed = seed &+ UInt64(number)
            let world =
                facts.map { World.replayed($0, seed: seed) }
                ?? World.invented(seed: seed, specialisation: specialisation)
            for (index, policy) in policies.enumerated() {
                Console.note("world \(number + 1) of \(worlds): \(policy.name)")
                var run = SimulationRun(world: world, policy: policy, seed: seed)
                results[index].append(run.run())
            }
        }
        let report = SimulationReport(
            comparison: Comparison(policies: policies.map(\.name), results: results),
            difference: facts.map { RepDifference($0.counts) }, currency: workspace.rules.currency,
            language: workspace.rules.firstLanguage, firstSeed: seed)
        let folder = output.map { URL(filePath: $0, directoryHint: .isDirectory) } ?? workspace.simulations
        try AtomicFiles.write(report.html, to: folder.appending(path: "simulation.html"))
        try AtomicFiles.write(report.csv, to: folder.appending(path: "simulation.csv"))
        if json {
            try Console.printJSON(report.rows)
        } else {
            Console.print(report.text)
            Console.print("Page and figures: \(workspace.shown(folder))")
        }
    }

    private func check(_ facts: WorldFacts) throws {
        guard !facts.reps.isEmpty, !facts.pool.isEmpty else {
            throw CommandError(
                """
                there is nothing to simulate with: the workspace has \(Console.count(facts.reps.count, "rep")) at work and \
                \(Console.count(facts.pool.count, "customer")) in the pool.
                Import them first, or try the invented world:  gonghai simulate --invented
                """)
        }
    }

    private func policies(of workspace: Workspace) throws -> [Policy] {
        let names = policy.isEmpty ? ["current", "need match"] : policy
        return try names.map { name in
            if name == "current" { return Policy(name: name, rules: workspace.rules) }
            if name == "need match" { return Self.needMatch(workspace.rules) }
            if let policy = Policy.reference(name, rules: workspace.rules) { return policy }
            guard let bytes = FileManager.default.contents(atPath: name) else {
                throw CommandError(
                    """
                    there is no policy and no file '\(name)'.
                    Name a gonghai.yaml, 'current', 'need match', or one of P0, P1, P1 strong, P2 fifo, P2 newest, P2 score, \
                    P5, P6e, P6e floor, P7 skill, P7e.
                    """, status: .usage)
            }
            return Policy(name: name, rules: try Rules(yaml: bytes, file: name))
        }
    }

    /// The rules in force with need match as the documentation recommends it: the same number of customers over all.
    private static func needMatch(_ rules: Rules) -> Policy {
        var rules = rules
        let quota = rules.claims.intakeLimit ?? rules.claims.limit ?? 10
        rules.claims.intakeLimit = quota * 7 / 5
        rules.allocation.strategy = .needMatch
        rules.allocation.pace = .even
        rules.allocation.needMatch.atLeast = quota * 3 / 5
        rules.allocation.needMatch.onAverage = quota
        rules.allocation.needMatch.valueFloor = 0.6
        return Policy(name: "need match", rules: rules)
    }
}

extension Workspace {
    var simulations: URL { folder.appending(path: "out/simulation", directoryHint: .isDirectory) }
}

/// What a simulated world takes from the store.
struct SimulationFacts {
    let workspace: Workspace

    func world() throws -> WorldFacts {
        let store = try workspace.store()
        let rules = workspace.rules
        let date = try store.lastCompletedNight() ?? rules.zone.date(of: Clock.now()) - 1
        let asOf = rules.zone.end(of: date)
        let reps = try store.reps()
        var compliance: [RepID: (met: Int, due: Int)] = [:]
        let book = Book(store: store, rules: rules, calendar: .china)
        for obligation in try book.obligations(of: book.histories(asOf: asOf), asOf: asOf, reps: reps) {
            let met: Int? =
                switch obligation.outcome {
                case .met: 1
                case .missed: 0
                case .pending, .exempt: nil
                }
            guard let met else { continue }
            compliance[obligation.rep, default: (0, 0)].met += met
            compliance[obligation.rep, default: (0, 0)].due += 1
        }
        return WorldFacts(
            reps: reps.filter { $0.presence(on: date) == .present }, compliance: compliance,
            counts: try store.conversionCounts(until: asOf), pool: try store.pool(), date: date, zone: rules.zone,
            currency: rules.currency)
    }
}
