import Records

/// Turns in proportion to what the tiers allow: a rep with an intake limit of 20 has two turns for every one of a rep with 10.
///
/// The rep with the fewest claims and allocations in the window for each place of the own limit comes first. It is counted
/// from the window and not from the night, so that parts of a customer carry over. Without a limit every rep weighs the
/// same. Ties go on after the last rep, as in rotation.
package struct TierWeighted: AllocationStrategy {
    package static let name = Strategy.tierWeighted
    private var rotation: Rotation
    package var cursor: RepID? { rotation.cursor }

    package init(_ setting: StrategySetting) { rotation = Rotation(setting) }

    package func ranked(_ eligible: [Book], for customer: CustomerSummary) -> [Choice] {
        let turns = rotation.ranked(eligible, for: customer).enumerated()
        let order = Dictionary(uniqueKeysWithValues: turns.map { ($0.element.rep, $0.offset) })
        let isWeighted = eligible.allSatisfy { $0.limits.intake != nil }
        func load(_ book: Book) -> (Int, Int) { (book.intake, isWeighted ? max(1, book.limits.intake ?? 1) : 1) }
        return eligible.sorted { left, right in
            let (one, two) = (load(left), load(right))
            let (first, second) = (one.0 * two.1, two.0 * one.1)
            return first == second ? (order[left.rep.id] ?? 0) < (order[right.rep.id] ?? 0) : first < second
        }.map { book in
            let (taken, weight) = load(book)
            return Choice(
                rep: book.rep.id, reason: .tierTurn, detail: .measured(.weightedTurns, taken * 100 / weight))
        }
    }

    package mutating func granted(to rep: RepID) { rotation.granted(to: rep) }
}
