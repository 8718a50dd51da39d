import PoolStore
import Records

/// Finds what a word of the command line means: an id, `source:id`, an e-mail, or a name that only one has.
struct Lookup {
    let store: any Store

    func customer(_ word: String) throws -> CustomerID {
        try found(word, "customer", store.resolveCustomer(Reference(word), from: nil))
    }

    /// A customer of the pool, also by the short code of a worklist.
    func pooledCustomer(_ word: String) throws -> CustomerID {
        let code = word.uppercased()
        guard code.count >= Claimable.shortestCode, code.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
        else { return try customer(word) }
        let found = try store.pooledCustomers(withCode: code)
        if found.count == 1 { return found[0] }
        guard found.isEmpty else {
            throw CommandError(
                "the code '\(word)' is the beginning of several customers: "
                    + "\(found.prefix(5).map(\.rawValue).joined(separator: ", ")). Add a character, or name one by its id."
            )
        }
        return try customer(word)
    }

    func rep(_ word: String) throws -> RepID {
        try found(word, "rep", store.resolveRep(Reference(word), from: nil)) {
            Nearest.match(to: word, among: try store.reps().flatMap { [$0.name, $0.id.rawValue] })
        }
    }

    private func found<Subject>(
        _ word: String, _ what: String, _ resolution: Resolution<Subject>, suggestion: () throws -> String? = { nil }
    ) throws -> ID<Subject> {
        switch resolution {
        case .found(let id): return id
        case .ambiguous(let candidates):
            throw CommandError(
                "'\(word)' may be any of \(candidates.count) \(what)s: \(candidates.prefix(5).map(\.rawValue).joined(separator: ", "))"
                    + "\(candidates.count > 5 ? " …" : ""). Name one by its id.")
        case .none:
            let meant = try suggestion().map { " Did you mean '\($0)'?" } ?? ""
            throw CommandError("there is no \(what) '\(word)'.\(meant) Name it by its id, source:id or full name.")
        }
    }
}

/// Reps by name, for people: `陈静 (hr:E003)`.
struct RepNames {
    private let names: [RepID: String]
    private let aliases: [RepID: [RepID]]

    init(store: any Store) throws {
        var names = Dictionary(try store.reps().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let joined = try store.repAliases()
        // Decisions of past nights name an id as it was.
        for alias in joined { names[alias.alias] = names[alias.rep] }
        self.names = names
        aliases = Dictionary(grouping: joined, by: \.rep).mapValues { $0.map(\.alias) }
    }

    func name(_ rep: RepID) -> String { names[rep].map { "\($0) (\(rep))" } ?? rep.rawValue }

    /// With the other ids that a person said are the same rep.
    func nameWithAliases(_ rep: RepID) -> String {
        guard let own = aliases[rep] else { return name(rep) }
        return "\(names[rep] ?? "") (\(rep), also \(own.map(\.rawValue).joined(separator: ", ")))"
    }
}
