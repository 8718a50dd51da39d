/// A customer of the pool and its place in the order in which the night offers them: lower is earlier, ties go by id.
package struct OfferPlace: Sendable, Equatable {
    package var customer: CustomerSummary
    package var place: Double

    package init(customer: CustomerSummary, place: Double) {
        self.customer = customer
        self.place = place
    }
}
