import Normalization
import PoolStore
import Records

/// What a person says about a customer's industry, on its way into the store.
struct IndustryAnswer {
    let session: ImportSession

    /// The code that a text means: `C34`, `c341`, `批发业`, `Banking`.
    static func code(_ text: String) throws -> String {
        guard let code = IndustryClassifier.code(text) else {
            throw CommandError(
                """
                '\(text)' is no industry. Write a section, division or group of GB/T 4754-2017, such as C, C34 or C341,
                or its name, such as 批发业.
                """, status: .usage)
        }
        return code
    }

    /// Keeps it and makes the customer's clean record anew; empty `code`: takes back what was said. Returns whether
    /// anything changed.
    func keep(_ code: String, of customer: CustomerID, by: String, in store: any Store) throws -> Bool {
        let decision = IndustryDecision(customer: customer, code: code, by: by, at: session.at)
        guard try store.decide(decision, date: session.date, at: session.at) else { return false }
        try session.refresh([customer], in: store)
        return true
    }
}
