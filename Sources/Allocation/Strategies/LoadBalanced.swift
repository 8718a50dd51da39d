import Records

/// Whoever holds the fewest prospects gets the customer; ties go to the one who got fewer in the window, then by id.
package struct LoadBalanced: AllocationStrategy {
    package static let name = Strategy.loadBalanced
    package private(set) var cursor: RepID?

    package init(_ setting: StrategySetting) { cursor = setting.cursor }

    package func ranked(_ eligible: [Book], for customer: CustomerSummary) -> [Choice] {
        eligible.sorted { ($0.holdings, $0.intake, $0.rep.id) < ($1.holdings, $1.intake, $1.rep.id) }.map { book in
            Choice(rep: book.rep.id, reason: .lightestLoad, detail: .measured(.holdings, book.holdings))
        }
    }

    package mutating func granted(to rep: RepID) { cursor = rep }
}
