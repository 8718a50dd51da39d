import Allocation
import ArgumentParser
import Foundation
import PoolStore
import Records
import Rules

// gonghai offboard REP [--to REP] [--execute]

struct Offboard: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Plans where the customers of a leaver go, and then does it.",
        discussion: """
            Customers that are won, on hold, or have an open deal or an unpaid receivable
            never go to the pool: they go to the successor named with --to, otherwise to
            the manager, otherwise to the colleague of the team who holds fewest. All
            others go to the successor as far as the limits let them, or to the pool.
            The plan is printed and written to plans/; --execute carries it out.

            Example:
              gonghai offboard -w sales hr:E003 --to hr:E007
              gonghai offboard -w sales hr:E003 --to hr:E007 --execute
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var when: WhenOptions

    @Argument(help: "The rep who leaves.")
    var rep: String

    @Option(help: "The successor.")
    var to: String?

    @ArgumentParser.Flag(help: "Carry the plan out.")
    var execute = false

    func run() throws {
        let act = try HandAct(workspace, when)
        let rep = try act.lookup.rep(self.rep)
        let successor = try to.map(act.lookup.rep)
        guard rep != successor else { throw CommandError("the leaver cannot be the successor.", status: .usage) }
        let plan = try OffboardingPlan(act: act, rep: rep, successor: successor)
        guard !plan.lines.isEmpty else {
            return Console.print("\(plan.names.name(rep)) has no customers; there is nothing to do.")
        }
        try plan.print()
        try plan.write()
        guard execute else {
            return Console.print("Nothing was changed. Carry it out with:  --execute")
        }
        try plan.carryOut()
        Console.print("Done.")
        let staying = plan.lines.count { $0.destination == .stays }
        if staying > 0 {
            Console.warning(
                "\(Console.count(staying, "customer")) stay with \(plan.names.name(rep)): nobody may have them. "
                    + "Name a successor with --to, or use 'gonghai transfer'.")
            throw ExitStatus.doneWithRemarks
        }
    }
}

/// A leaver's plan with the store that it is made from.
private struct OffboardingPlan {
    let act: HandAct
    let rep: RepID
    let names: RepNames
    let lines: [Offboarding.Line]
    private let customers: [CustomerID: CustomerSummary]
    private let held: [RepID: Int]

    init(act: HandAct, rep: RepID, successor: RepID?) throws {
        self.act = act
        self.rep = rep
        names = try act.names()
        let reps = try act.store.reps()
        let entries = try act.store.book(of: rep)
        customers = Dictionary(
            entries.map { ($0.customer.id, $0.customer) }, uniquingKeysWith: { first, _ in first })
        var candidates = try Candidates(store: act.store, rules: act.rules, date: act.date)
        held = candidates.books.mapValues(\.holdings)
        let leaver = reps.first { $0.id == rep }
        let manager = reps.first { $0.email != nil && $0.email == leaver?.managerEmail }?.id
        let team = reps.filter { $0.id != rep && $0.team != nil && $0.team == leaver?.team }.map(\.id)
        let byLoad = team.sorted {
            (candidates.books[$0]?.holdings ?? 0, $0) < (candidates.books[$1]?.holdings ?? 0, $1)
        }
        var heirs: [RepID] = []
        for heir in [successor, manager].compactMap({ $0 }) + byLoad where !heirs.contains(heir) { heirs.append(heir) }
        lines = Offboarding.plan(
            entries.map {
                LeaverEntry(
                    customer: $0.customer, isWon: $0.isWon, hasOpenDeal: $0.hasOpenDeal, isUnpaid: $0.isUnpaid)
            }, successor: successor, heirs: heirs, date: act.date,
            isPresent: { id in reps.contains { $0.id == id && $0.presence(on: act.date) == .present } },
            rejection: { candidates.rejection(of: $0, for: $1) }, gave: { candidates.give(to: $0) })
    }

    private func destination(_ line: Offboarding.Line) -> String {
        switch line.destination {
        case .rep(let rep): names.name(rep)
        case .pool: "the pool"
        case .stays: "stays"
        }
    }

    func print() throws {
        Console.print("The book of \(names.name(rep)) on \(act.date):")
        Console.print(
            Console.table(
                ["customer", "name", "goes to", "because", "successor may not"],
                lines.map { line in
                    [
                        line.customer.rawValue, customers[line.customer]?.name ?? "", destination(line), line.because,
                        line.refused.map { $0.detail.words(in: .english, naming: names.name) } ?? "",
                    ]
                }))
        let gained = Dictionary(grouping: lines.compactMap(\.receiver), by: { $0 }).mapValues(\.count)
        for (rep, count) in gained.sorted(by: { $0.key < $1.key }) {
            Console.print("+ \(names.name(rep)): \(count), now holds \(held[rep] ?? 0)")
        }
        Console.print(
            "To reps \(gained.values.reduce(0, +)), to the pool \(lines.count { $0.destination == .pool }), "
                + "staying \(lines.count { $0.destination == .stays }).")
    }

    func write() throws {
        var writer = CSVWriter(bom: true)
        writer.append(["customer_id", "customer", "from", "to", "because", "successor_refused"])
        for line in lines {
            let to =
                switch line.destination {
                case .rep(let rep): rep.rawValue
                case .pool: "pool"
                case .stays: ""
                }
            writer.append(
                [
                    line.customer.rawValue, customers[line.customer]?.name ?? "", rep.rawValue, to, line.because,
                    line.refused?.reason.rawValue ?? "",
                ], neutralising: [false, true, false, false, false, false])
        }
        let name = rep.rawValue.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "_" }
        let file = act.workspace.folder.appending(path: "plans/offboard-\(String(name))-\(act.date).csv")
        try AtomicFiles.write(writer.bytes, to: file)
        Console.print("The plan: \(act.workspace.shown(file))")
    }

    func carryOut() throws {
        try act.store.transaction {
            for line in lines {
                switch line.destination {
                case .rep(let heir):
                    try act.store.handOver(
                        line.customer, to: heir, keepsClock: false, reason: "offboarding \(rep)", by: act.by,
                        date: act.date, at: act.at)
                case .pool:
                    try act.store.endSpell(
                        of: line.customer, heldBy: rep, reason: .offboarded, date: act.date, at: act.at, by: act.by)
                case .stays: break
                }
            }
        }
    }
}

extension Offboarding.Line {
    fileprivate var receiver: RepID? {
        if case .rep(let rep) = destination { rep } else { nil }
    }
}
