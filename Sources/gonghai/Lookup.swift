import PoolStore
import Records

/// Finds what a word of the command line means: an id, `source:id`, an e-mail, or a name that only one has.
struct Lookup {
    let store: any Store

    func customer(_ word: String) throws -> CustomerID {
        try found(word, "customer", store.resolveCustomer(Reference(word), from: nil))
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

    init(store: any Store) throws {
        names = Dictionary(try store.reps().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    func name(_ rep: RepID) -> String { names[rep].map { "\($0) (\(rep))" } ?? rep.rawValue }
}
