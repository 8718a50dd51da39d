import GRDB
import Records

/// Rows of a list that `export --profile` wrote come back as they went: about a customer of ours, and with nothing that
/// is not known. To store them would make the pool its own source.
extension SQLiteIntake {
    func isEcho(_ row: PreparedRow, _ known: Stored?) throws -> Bool {
        guard let id = try known.map({ try db.id(of: $0.customer) }) ?? called(row.key.externalID),
            let said = try? CustomerCoding.record(row.clean).value,
            let clean = try db.first(
                "SELECT \(CustomerColumns.clean) FROM customers c WHERE c.id = ?", [id],
                {
                    try $0.customer()
                }),
            said.isEcho(of: clean)
        else { return false }
        guard let owner = said.ownership.owner else { return true }
        guard case .found(let rep) = try references.rep(owner, from: row.key.source) else { return false }
        return try db.openSpell(of: id)?.rep == rep
    }

    /// The customer whose id here is `text`, also in the form of a GUID.
    private func called(_ text: String) throws -> CustomerID? {
        guard let written = CustomerID(written: text) else { return nil }
        let id = try db.survivor(of: written)
        return try db.count("SELECT count(*) FROM customers WHERE id = ?", [id]) > 0 ? id : nil
    }
}
