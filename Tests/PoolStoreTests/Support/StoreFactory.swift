import PoolStore

/// A kind of store under the contract tests: another kind joins by one line in `all`.
struct StoreFactory: Sendable, CustomStringConvertible {
    let description: String
    let make: @Sendable () throws -> any Store

    static let all = [
        StoreFactory(description: "SQLite") { try SQLiteStore() }
    ]
}
