import ArgumentParser
import Foundation
import Normalization
import PoolStore
import Records

// gonghai classify [--learn] | CUSTOMER… (--industry CODE | --withdraw) [--at TIME] [--by NAME]

struct Classify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says what industry customers have: by hand, or all of them by what is known now.",
        discussion: """
            --learn learns from your own customers: those whose export gives a code
            or a known picklist value, and those about whom a person said something.
            Later imports use it. What a person said wins, over every import.
            Sizes and levels follow the rules of gonghai.yaml as they are now.

            Example:
              gonghai classify -w sales CQ7XK2M4PL9TB3 --industry C34 --by 王芳
              gonghai classify -w sales --learn
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var when: WhenOptions

    @Argument(help: "Customers that a person says something about; none: all are classified again.")
    var customers: [String] = []

    @Option(
        help: ArgumentHelp("What they are: a code or name of GB/T 4754-2017, such as C34 or 批发业.", valueName: "code"))
    var industry: String?

    @ArgumentParser.Flag(help: "Take back what was said of them.")
    var withdraw = false

    @ArgumentParser.Flag(help: "Learn from the customers whose industry is known, first.")
    var learn = false

    @ArgumentParser.Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        if customers.isEmpty, industry != nil || withdraw {
            throw ValidationError("Name the customers whose industry it is.")
        }
        if !customers.isEmpty, (industry == nil) == !withdraw {
            throw ValidationError("Say what they are with --industry CODE, or take back what was said with --withdraw.")
        }
        if !customers.isEmpty, learn {
            throw ValidationError("--learn looks at all customers: name none.")
        }
    }

    func run() throws {
        let code = try industry.map(IndustryAnswer.code)
        let workspace = try workspace.open()
        try workspace.lock()
        let at = try when.instant(in: workspace.zone)
        let date = workspace.zone.date(of: at)
        let session = ImportSession(workspace: workspace, date: date, at: at, asOf: date)
        if customers.isEmpty { try classifyAll(session) } else { try take(code ?? "", session) }
    }

    private func take(_ code: String, _ session: ImportSession) throws {
        let store = try session.workspace.store()
        let lookup = Lookup(store: store)
        let ids = try customers.map(lookup.customer)
        let by = when.by ?? Operator.name
        let changed = try store.transaction {
            try ids.filter { try IndustryAnswer(session: session).keep(code, of: $0, by: by, in: store) }
        }
        for id in ids {
            guard let dossier = try store.dossier(of: id) else { continue }
            let industry = dossier.customer.industry
            let what = industry.section.map { $0 + (industry.division ?? "") } ?? "unknown"
            let how = changed.contains(id) ? (withdraw ? "is classified by its evidence again" : "is kept") : "was so"
            Console.print("\(dossier.summary.id) \(dossier.customer.name): industry \(what), \(how).")
        }
    }

    private func classifyAll(_ session: ImportSession) throws {
        let store = try session.workspace.store()
        let start = ContinuousClock.now
        let (report, counts) = try store.bulkTransaction {
            var report: IndustryLearningReport?
            if learn {
                report = try Learning(workspace: session.workspace, date: session.date, at: session.at).run(in: store)
                guard report != nil else { throw Self.tooLittle }
            }
            return (report, try Reclassification(session: session).run(in: store))
        }
        let told = ClassifyReport(
            report, counts, threshold: try session.workspace.industries().learnedThreshold,
            seconds: (ContinuousClock.now - start).seconds)
        if json { try Console.printJSON(told) } else { Console.print(told.text) }
    }

    private static let tooLittle = CommandError(
        """
        there is too little to learn from: at least \(IndustryLearner.fewestExamples) customers of two sections are needed whose export gives an industry
        that is understood, or about whom a person said one. Say some with:  gonghai classify CUSTOMER --industry C34
        `gonghai review` lists customers whose industry is not known. Nothing was changed.
        """)
}
