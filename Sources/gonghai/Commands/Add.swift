import ArgumentParser
import PoolStore
import Records

// gonghai add customer FIELD=VALUE… [--at TIME] [--by NAME]

struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Adds one customer by hand.",
        discussion: """
            Example:
              gonghai add customer -w sales name=苏州澄湖精密机械有限公司 \\
                mobile=13800138000 city=苏州 industry=机械
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var when: WhenOptions

    @Argument(help: ArgumentHelp("What is added: customer.", valueName: "what"))
    var what: String

    @Argument(help: ArgumentHelp("Values of canonical fields, such as name=… phone=…", valueName: "field=value"))
    var assignments: [String]

    func run() throws {
        guard what == "customer" || what == "customers" else {
            throw CommandError("'\(what)' cannot be added by hand; write: gonghai add customer name=…", status: .usage)
        }
        let workspace = try workspace.open()
        try workspace.lock()
        let at = try when.instant(in: workspace.zone)
        var pairs: [(Field, String)] = []
        for assignment in assignments {
            let parts = assignment.split(separator: "=", maxSplits: 1).map(String.init)
            let names = Entity.customers.fields.map(\.rawValue)
            guard parts.count == 2, let field = Field(rawValue: parts[0]), Entity.customers.fields.contains(field)
            else {
                let meant = Nearest.match(to: parts.first ?? "", among: names)
                let help = meant.map { "Did you mean '\($0)'?" } ?? "Known fields: \(names.joined(separator: ", "))"
                throw CommandError("'\(assignment)' is no FIELD=VALUE of a customer. \(help)", status: .usage)
            }
            pairs.append((field, parts[1]))
        }
        let saved = try HandEntry(workspace: workspace, at: at).save(.customers, pairs)
        for flag in saved.flagged.flatMap(\.flags) { Console.warning("\(flag.field.rawValue): \(flag.message)") }
        guard case .customers(.rows(let rows)) = saved.values, let row = rows.first else { return }
        let stored = try workspace.store().resolveCustomer(Reference(row.key.externalID), from: row.key.source)
        guard case .found(let customer) = stored else { return }
        Console.print(
            saved.counts.merged > 0
                ? "It is the known customer \(customer)." : "Added \(customer) \(row.value.customer.name).")
        if !saved.flagged.isEmpty { throw ExitStatus.doneWithRemarks }
    }
}
