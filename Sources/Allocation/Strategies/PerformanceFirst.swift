import Records

/// The customer goes to whoever is likeliest to win one of its segment, as far as the limits leave room.
///
/// Chances are drawn to the mean (`ConversionEstimate`), so that three lucky deals do not outweigh a hundred. Ties, as
/// among those without history, go to whoever got fewer in the window, then by id. It fills the best first: what is left
/// for the others is what the best had no room for.
package struct PerformanceFirst: AllocationStrategy {
    package static let name = Strategy.performanceFirst
    private let estimate: ConversionEstimate
    package private(set) var cursor: RepID?

    package init(_ setting: StrategySetting) {
        estimate = setting.estimate
        cursor = setting.cursor
    }

    package func ranked(_ eligible: [Book], for customer: CustomerSummary) -> [Choice] {
        let performers: [(book: Book, chance: Int)] = eligible.map { book in
            let chance = estimate.probability(of: book.rep.id, section: customer.section, size: customer.size)
            // Rounded, so that equal histories are equal on every machine.
            return (book, Int((chance * 10_000).rounded()))
        }
        let best = performers.sorted { left, right in
            if left.chance != right.chance { return left.chance > right.chance }
            return (left.book.intake, left.book.rep.id) < (right.book.intake, right.book.rep.id)
        }
        return best.map { performer in
            Choice(
                rep: performer.book.rep.id, probability: Double(performer.chance) / 10_000, reason: .bestPerformer,
                detail: .measured(.chance, performer.chance))
        }
    }

    package mutating func granted(to rep: RepID) { cursor = rep }
}
