import Matching
import Normalization
import PoolStore
import Records
import Rules

extension ImportSession {
    /// Makes the clean record of each customer anew from all its source records.
    func refresh(_ customers: [CustomerID], in store: any Store) throws {
        let trust = workspace.rules.sources.map(\.name)
        for chunk in customers.pieces(of: 2_000) {
            var clean: [CustomerID: Customer] = [:]
            for (id, rows) in try store.records(of: Array(chunk)) {
                var customer = Survivorship.merge(rows, trust: trust)
                customer.size = SizeRule.size(of: customer)
                clean[id] = customer
            }
            try store.update(clean, date: date, at: at)
        }
    }
}
