import ArgumentParser
import PoolStore
import Records

// gonghai unmerge CUSTOMER [PART] [--at TIME] [--by NAME]

struct Unmerge: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Takes a merge apart, or says that two customers which may be one are two.",
        discussion: """
            Of a customer, what was merged into it last is taken out; or the part that
            is named, by an id that was merged away or a record as source:id. With
            another customer, nobody is asked about the two again. Either way no import
            joins them any more.

            Example:
              gonghai unmerge -w sales CQ7XK2M4PL9TB3
              gonghai unmerge -w sales CQ7XK2M4PL9TB3 erp:K0812
              gonghai unmerge -w sales CQ7XK2M4PL9TB3 CT5B8N1JW6RC4D
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var when: WhenOptions

    @Argument(help: "A customer.")
    var customer: String

    @Argument(help: "What is not it: a part of it, or another customer.")
    var part: String?

    func run() throws {
        let workspace = try workspace.open()
        try workspace.lock()
        let at = try when.instant(in: workspace.zone)
        let date = workspace.zone.date(of: at)
        let store = try workspace.store()
        let lookup = Lookup(store: store)
        let id = try lookup.customer(customer)
        let answer = MatchAnswer(
            session: ImportSession(workspace: workspace, date: date, at: at, asOf: date), by: when.by ?? Operator.name)
        if let part, case let other = try lookup.customer(part), other != id {
            _ = try answer.keepApart(id, other, in: store)
            return Console.print("\(id) and \(other) stay two customers.")
        }
        let named = try part.map { try mergedPart($0, of: id, in: store) } ?? mergedPart(customer, of: id, in: store)
        guard let parted = try store.transaction({ try answer.takeApart(named, of: id, in: store) }) else {
            throw CommandError(
                """
                nothing of \(id) can be taken apart so. Of several parts name one, as source:id (`gonghai explain \(id)`
                lists them), the last merged one first; what was claimed, allocated or recycled since is one customer.
                `undo` takes an import back as a whole.
                """)
        }
        Console.print("\(parted) and \(id) are two customers again, and stay so.")
    }

    /// The customer's own name means what it got last, a record or a former id that part.
    private func mergedPart(_ word: String, of id: CustomerID, in store: any Store) throws -> MergedPart {
        let keys = try store.records(of: [id])[id, default: []].map(\.key)
        if let key = keys.first(where: { $0.description == word }) ?? keys.first(where: { $0.externalID == word }) {
            return Identity.customer(source: key.source, externalID: key.externalID) == id ? .last : .record(key)
        }
        let isFormer = word != id.rawValue && word.utf8.count == id.rawValue.utf8.count && word.hasPrefix("C")
        return isFormer ? .customer(CustomerID(word)) : .last
    }
}
