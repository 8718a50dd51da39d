import PoolStore
import Records

/// A person's word on whether two customers are one, on its way into the store.
struct MatchAnswer {
    let session: ImportSession
    /// Who says it.
    let by: String

    /// Makes one customer of two, with a clean record of both; returns which of them stays.
    func merge(_ one: CustomerID, _ other: CustomerID, in store: any Store) throws -> CustomerID {
        let survivor = try store.merge(one, other, by: by, date: session.date, at: session.at)
        try session.refresh([survivor], in: store)
        return survivor
    }

    /// They stay two, whatever an import finds. Returns whether that is new.
    func keepApart(_ one: CustomerID, _ other: CustomerID, in store: any Store) throws -> Bool {
        try store.keepApart(one, other, by: by, date: session.date, at: session.at)
    }

    /// Takes a part of a customer out of it, with a clean record of each; returns the customer of the part, `nil` where that
    /// cannot be done without guessing (see `Store.unmerge`).
    func takeApart(_ part: MergedPart, of customer: CustomerID, in store: any Store) throws -> CustomerID? {
        guard let parted = try store.unmerge(part, of: customer, by: by, date: session.date, at: session.at) else {
            return nil
        }
        try session.refresh([parted, customer].sorted(), in: store)
        return parted
    }
}
