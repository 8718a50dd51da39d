import PoolStore
import Records

@testable import gonghai

/// Invariants 1, 2 and 3: nothing is lost, nobody is in two places, and the books add up.
enum ConservationChecks {
    /// Every row that was delivered was read, and became one of new, updated, unchanged, pending and rejected.
    static func imports(_ files: [FileRows], delivered: [String: Int]) -> [String] {
        files.flatMap { file in
            let counts = file.counts
            let sum = counts.new + counts.updated + counts.unchanged + counts.pending + counts.rejected
            var violations: [String] = []
            if counts.read != sum {
                violations.append("\(file.batch.file): \(counts.read) rows read, \(sum) accounted for")
            }
            if counts.read != delivered[file.batch.file] {
                violations.append(
                    "\(file.batch.file): \(delivered[file.batch.file] ?? 0) rows delivered, \(counts.read) read")
            }
            return violations
        }
    }

    /// The same files again bring nothing: what was accepted is unchanged, what waited may have found what it waits for.
    static func again(_ first: [FileRows], _ second: [FileRows]) -> [String] {
        guard first.map(\.batch.file) == second.map(\.batch.file) else {
            return ["the second import reads other files"]
        }
        return zip(first, second).flatMap { first, second in
            var violations: [String] = []
            let (before, after) = (first.counts, second.counts)
            let file = first.batch.file
            if after.new + after.updated > 0 {
                violations.append("\(file): the second import finds \(after.new) new and \(after.updated) updated rows")
            }
            if after.rejected != before.rejected {
                violations.append("\(file): \(before.rejected) rows rejected at first, \(after.rejected) afterwards")
            }
            if after.pending > before.pending {
                violations.append("\(file): \(before.pending) rows waited at first, \(after.pending) afterwards")
            }
            return violations
        }
    }

    /// A customer is in the pool, in exactly one open spell, or retired.
    static func places(_ state: Exported) -> [String] {
        let open = Dictionary(grouping: state.spells.filter(\.isOpen), by: \.customer)
        var violations: [String] = []
        for customer in state.customers {
            let owners = (open[customer.id] ?? []).map(\.rep)
            let isOwned = customer.status == "prospect" || customer.status == "account"
            if !isOwned && customer.status != "pool" && customer.status != "retired" {
                violations.append("\(customer.id) is \(customer.status)")
            }
            if owners.count != (isOwned ? 1 : 0) {
                violations.append("\(customer.id) is \(customer.status) and has the owners \(owners)")
            }
            if customer.owner != (owners.first ?? "") {
                violations.append("\(customer.id) has the owner '\(customer.owner)' and the spells of \(owners)")
            }
        }
        let known = Set(state.customers.map(\.id))
        for spell in state.spells where !known.contains(spell.customer) {
            violations.append("a spell of \(spell.customer), which does not exist")
        }
        return violations
    }

    /// How many customers each book holds, by rep; "" is the pool. Counted from the exports.
    static func books(_ state: Exported) -> [String: Int] {
        var books = Dictionary(grouping: state.spells.filter(\.isOpen), by: \.rep).mapValues(\.count)
        books[""] = state.customers.count { $0.status == "pool" }
        return books
    }

    /// Opening + in − out = closing, each day opens where the day before closed, and the last one closes with what is there.
    static func flows(
        _ store: SQLiteStore, from start: BusinessDate, through date: BusinessDate, zone: Zone, now: [String: Int]?
    )
        throws -> [String]
    {
        var violations: [String] = []
        var closing: [String: Int] = [:]
        for number in 0...(date - start) {
            let day = start + number
            let flows = try store.flows(opening: zone.end(of: day - 1), closing: zone.end(of: day))
            for flow in flows {
                let rep = flow.rep?.rawValue ?? ""
                let (incoming, outgoing) = (flow.incoming.values.reduce(0, +), flow.outgoing.values.reduce(0, +))
                if flow.opening + incoming - outgoing != flow.closing {
                    violations.append(
                        "\(day), '\(rep)': \(flow.opening) + \(incoming) − \(outgoing) is not \(flow.closing)")
                }
                if flow.opening != closing[rep] ?? 0 {
                    violations.append("\(day), '\(rep)' opens with \(flow.opening), closed with \(closing[rep] ?? 0)")
                }
            }
            closing = Dictionary(
                flows.map { ($0.rep?.rawValue ?? "", $0.closing) }, uniquingKeysWith: { first, _ in first })
        }
        guard let now else { return violations }
        for rep in Set(closing.keys).union(now.keys).sorted() where closing[rep] ?? 0 != now[rep] ?? 0 {
            violations.append("\(date), '\(rep)' closes with \(closing[rep] ?? 0), and \(now[rep] ?? 0) are there")
        }
        return violations
    }
}
