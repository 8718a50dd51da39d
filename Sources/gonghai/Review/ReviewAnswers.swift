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
        let (kind, suggestion, decision) = (cells[0], cells[4], cells[6])
        guard !decision.isEmpty else { return nil }
        switch kind {
        case IndustryReview.kind:
            return try industry(of: customer(cells, column: 2, in: store), suggestion, decision, in: store)
        case MatchReview.kind:
            return try match(
                customer(cells, column: 2, in: store), customer(cells, column: 5, in: store), decision, in: store)
        default:
            throw Refusal(column: 1, code: .unknownValue, message: "'\(kind)' is nothing that waits for a decision")
        }
    }

    private func customer(_ cells: [String], column: Int, in store: any Store) throws -> CustomerID {
        let text = cells[column - 1]
        guard case .found(let id) = try store.resolveCustomer(Reference(text), from: nil) else {
            throw Refusal(
                column: column, code: .unresolvedReference, message: "there is no customer '\(text)'")
        }
        return id
    }

    private func industry(
        of customer: CustomerID, _ suggestion: String, _ decision: String, in store: any Store
    ) throws -> Bool {
        let text = Self.agreeing.contains(decision.lowercased()) ? suggestion : decision
        guard let code = IndustryClassifier.code(text) else {
            throw Refusal(
                column: 7, code: .unknownIndustry,
                message:
                    "'\(text)' is no industry: write yes for the suggestion, or a code or name of GB/T 4754-2017 such as C34"
            )
        }
        return try IndustryAnswer(session: session).keep(code, of: customer, by: by, in: store)
    }

    private func match(
        _ one: CustomerID, _ other: CustomerID, _ decision: String, in store: any Store
    ) throws -> Bool {
        let answer = MatchAnswer(session: session, by: by)
        switch decision.lowercased() {
        case let word where Self.agreeing.contains(word):
            guard one != other else { return false }
            _ = try answer.merge(one, other, in: store)
            return true
        case let word where Self.declining.contains(word):
            guard one != other else {
                throw Refusal(
                    column: 7, code: .unknownValue,
                    message: "the two are one customer by now, \(one): `gonghai unmerge \(one)` takes them apart")
            }
            return try answer.keepApart(one, other, in: store)
        default:
            throw Refusal(
                column: 7, code: .unknownValue,
                message: "'\(decision)' is no answer: write yes where the two are one customer, no where they are two")
        }
    }

    private static let agreeing: Set = ["yes", "y", "ok", "是", "对"]
    private static let declining: Set = ["no", "n", "否", "不是"]
}
