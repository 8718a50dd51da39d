/// The accepted rows of one file, on their way into the store.
package struct BatchRows<Value: Sendable>: Sendable {
    package var batch: ImportBatch
    package var rows: [Row<Value>]

    package init(batch: ImportBatch, rows: [Row<Value>]) {
        self.batch = batch
        self.rows = rows
    }
}

/// What became of an accepted row in the store.
package enum SaveOutcome: Sendable, Equatable {
    case new, updated, unchanged
    /// Kept until what it refers to is known.
    case pending
    case rejected(field: Field, code: ProblemCode, message: String)
}

/// What a text such as a customer's name or a rep's e-mail refers to (SPEC.md, "References").
package enum Resolution<Subject>: Sendable {
    case found(ID<Subject>)
    case ambiguous([ID<Subject>])
    case none
}
