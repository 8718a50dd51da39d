import Foundation
import Ingestion
import Normalization
import PoolStore
import Records

/// A completed review.csv on its way into the store.
struct ReviewAnswers {
    let session: ImportSession
    /// Who imports it.
    let by: String

    func take(_ form: CompletedForm, in store: any Store) throws -> FormOutcome {
        var outcome = FormOutcome(form)
        for row in form.table.rows {
            guard row.isWhole else {
                outcome.reject(row, nil, .raggedRow, "the row has not as many cells as the header")
                continue
            }
            do {
                guard let isNew = try answer(row.cells.map(\.trimmed), in: store) else {
                    outcome.counts.pending += 1
                    continue
                }
                outcome.counts.add(isNew ? .updated : .unchanged, 1)
            } catch let refusal as Refusal {
                outcome.reject(row, refusal.column, refusal.code, refusal.message)
            }
        }
        return outcome
    }

    /// An answer that cannot be taken, and the 1-based column that is to blame.
    private struct Refusal: Error {
        var column: Int
        var code: ProblemCode
        var message: String
    }

    /// Whether it said something new; `nil`: the row has no answer yet.
    private func answer(_ cells: [String], in store: any Store) throws -> Bool? {
        let (kind, customer, suggestion, decision) = (cells[0], cells[1], cells[4], cells[6])
        guard !decision.isEmpty else { return nil }
        guard kind == IndustryReview.kind else {
            throw Refusal(column: 1, code: .unknownValue, message: "'\(kind)' is nothing that waits for a decision")
        }
        guard case .found(let id) = try store.resolveCustomer(Reference(customer), from: nil) else {
            throw Refusal(column: 2, code: .unresolvedReference, message: "there is no customer '\(customer)'")
        }
        let text = Self.agreeing.contains(decision.lowercased()) ? suggestion : decision
        guard let code = IndustryClassifier.code(text) else {
            throw Refusal(
                column: 7, code: .unknownIndustry,
                message:
                    "'\(text)' is no industry: write yes for the suggestion, or a code or name of GB/T 4754-2017 such as C34"
            )
        }
        return try IndustryAnswer(session: session).keep(code, of: id, by: by, in: store)
    }

    private static let agreeing: Set = ["yes", "y", "ok", "是", "对"]
}
