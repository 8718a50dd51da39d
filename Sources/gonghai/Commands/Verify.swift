import ArgumentParser
import PoolStore
import Records

// gonghai verify

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks the store against its own ledger and every invariant.",
        discussion: """
            Example:
              gonghai verify -w sales && echo sound
            """)

    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
        let violations = try workspace.open().store().verify()
        guard !violations.isEmpty else {
            Console.print("The store agrees with its ledger and with every invariant.")
            return
        }
        for violation in violations { Console.print(violation) }
        throw CommandError("\(violations.count) broken \(violations.count == 1 ? "invariant" : "invariants").")
    }
}
