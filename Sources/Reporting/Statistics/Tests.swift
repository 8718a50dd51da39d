import Foundation

extension Proportion {
    /// The two-sided p-value of both shares being one, by the normal approximation with the pooled share; 1 where
    /// nothing can be told.
    package static func equalityPValue(_ left: Proportion, _ right: Proportion) -> Double {
        guard let p = left.value, let q = right.value else { return 1 }
        let pooled = Double(left.count + right.count) / Double(left.total + right.total)
        let variance = pooled * (1 - pooled) * (1 / Double(left.total) + 1 / Double(right.total))
        guard variance > 0 else { return 1 }
        return erfc(abs(p - q) / variance.squareRoot() / 2.0.squareRoot())
    }
}

/// Several questions asked of the same numbers: the more, the stronger each answer has to be.
package enum Holm {
    /// Holm's step-down adjustment, in the order of `pValues`.
    package static func adjusted(_ pValues: [Double]) -> [Double] {
        let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
        var adjusted = pValues
        var highest = 0.0
        for (place, index) in order.enumerated() {
            highest = max(highest, min(1, Double(pValues.count - place) * pValues[index]))
            adjusted[index] = highest
        }
        return adjusted
    }
}
