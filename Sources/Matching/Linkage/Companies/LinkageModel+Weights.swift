import Records

/// What one comparison of two customers is worth.
package struct MatchWeight: Sendable, Equatable {
    package var field: String
    /// How the two compare, in words.
    package var agreement: String
    /// One decimal.
    package var bits: Double
}

extension LinkageModel {
    /// What speaks for two customers being one and against it, the strongest first; what one of them lacks is left out.
    ///
    /// How rare a value is among all customers is not counted here: that needs the pool.
    package func weights(_ one: Customer, _ other: Customer) -> [MatchWeight] {
        var table = CompanyTable()
        table.add(one)
        table.add(other)
        let pattern = table.pattern(0, 1)
        return comparisons.indices.filter { pattern[$0] > 0 }.map { index in
            let level = pattern[index]
            return MatchWeight(
                field: comparisons[index].name, agreement: comparisons[index].levels[level - 1].name,
                bits: (weight(index, level) * 10).rounded() / 10)
        }.sorted { (abs($1.bits), $0.field) < (abs($0.bits), $1.field) }
    }
}
