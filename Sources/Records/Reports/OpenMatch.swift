/// Two customers that may be one, for a person to say.
package struct OpenMatch: Sendable, Equatable {
    package struct Side: Sendable, Equatable {
        package var record: RecordKey
        package var customer: CustomerID

        package init(record: RecordKey, customer: CustomerID) {
            self.record = record
            self.customer = customer
        }
    }

    package var left: Side
    package var right: Side
    /// How likely it is, 0 to 1.
    package var probability: Double

    package init(left: Side, right: Side, probability: Double) {
        self.left = left
        self.right = right
        self.probability = probability
    }
}
