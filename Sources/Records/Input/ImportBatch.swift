/// One file of one entity, imported as a unit: what `undo` takes back.
package struct ImportBatch: Sendable, Equatable {
    package var id: BatchID
    package var source: String
    package var entity: Entity
    package var profile: String
    package var encoding: String
    package var file: String
    /// SHA-256 of the file's bytes, hexadecimal.
    package var digest: String
    /// The header as it stood in the file, for the rejects file; leaf paths for XML.
    package var header: [String]
    /// The field that each column of `header` was mapped onto; `nil`: kept with the record, never interpreted.
    package var fields: [Field?]

    package init(
        id: BatchID, source: String, entity: Entity, profile: String, encoding: String, file: String, digest: String,
        header: [String], fields: [Field?]
    ) {
        self.id = id
        self.source = source
        self.entity = entity
        self.profile = profile
        self.encoding = encoding
        self.file = file
        self.digest = digest
        self.header = header
        self.fields = fields
    }
}

/// What became of a file's rows. `read == accepted + rejected + pending` and `accepted == new + updated + unchanged`.
package struct ImportCounts: Sendable, Equatable {
    package var read = 0
    package var new = 0
    package var updated = 0
    package var unchanged = 0
    package var rejected = 0
    package var pending = 0
    /// New rows that joined an existing customer.
    package var merged = 0
    /// Accepted rows with at least one flagged value.
    package var flagged = 0
    /// Accepted rows that wait for a person's decision.
    package var review = 0

    package var accepted: Int { new + updated + unchanged }
    package var isBalanced: Bool { read == accepted + rejected + pending }

    package init() {}
}
