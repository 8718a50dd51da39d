/// What kept customers in the pool that a night offered, and what one more of it would bring.
package struct Bottleneck: Sendable, Equatable {
    /// The limit or rule: of all the reasons why nobody may have a customer the one that is asked last, so that nothing
    /// else would have to change. `outranked`: the night's total.
    package var constraint: ReasonCode
    /// The rep whose limit it is; `nil`: all reps together.
    package var rep: RepID?
    /// Customers that stayed because of it; with a rep, those that only the rep's limit keeps from the rep.
    package var customers: Int
    /// How many of them would be handed out if each rep whose limit it is had one more place; `nil`: it is no limit.
    package var gain: Int?
    /// What one more place adds to what the night is expected to bring, as a share of it: the dual value of
    /// `need_match`; `nil` for strategies that do not weigh.
    package var worth: Double?

    package init(constraint: ReasonCode, rep: RepID? = nil, customers: Int, gain: Int? = nil, worth: Double? = nil) {
        self.constraint = constraint
        self.rep = rep
        self.customers = customers
        self.gain = gain
        self.worth = worth
    }
}
