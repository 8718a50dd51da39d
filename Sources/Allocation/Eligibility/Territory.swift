import Records

/// Which customers a rep takes: by industry, size, region and need, each an empty list for anything.
///
/// A customer of which the asked thing is not known is outside: a specialist does not get what nobody has classified.
package struct Territory: Sendable {
    private let rep: Rep
    private let regions: Set<String>

    package init(of rep: Rep) {
        self.rep = rep
        regions = Set(rep.regions.map(Place.folded))
    }

    /// The first list that the customer is outside of, with both sides of it; `nil`: the rep takes the customer.
    package func mismatch(with customer: CustomerSummary) -> (reason: ReasonCode, detail: DecisionDetail)? {
        if !rep.industries.isEmpty {
            if !Place.industries(rep.industries, contain: customer) {
                let known = (customer.section ?? "") + (customer.division ?? "")
                return (.industryMismatch, outside(.industry, [known], rep.industries))
            }
        }
        let size = customer.size == .unknown ? "" : customer.size.rawValue
        if !rep.sizes.isEmpty, !rep.sizes.contains(customer.size) {
            return (.sizeMismatch, outside(.size, [size], rep.sizes.map(\.rawValue)))
        }
        if !rep.regions.isEmpty {
            let places = [customer.province, customer.city].compactMap { $0 }
            if !places.contains(where: { regions.contains(Place.folded($0)) }) {
                return (.regionMismatch, outside(.region, places, rep.regions))
            }
        }
        if !rep.needs.isEmpty, !customer.needs.contains(where: rep.needs.contains) {
            return (.needMismatch, outside(.need, customer.needs, rep.needs))
        }
        return nil
    }

    private func outside(
        _ territory: DecisionDetail.Territory, _ found: [String], _ taken: [String]
    ) -> DecisionDetail {
        .outside(territory, customer: found.filter { !$0.isEmpty }, taken: taken)
    }
}
