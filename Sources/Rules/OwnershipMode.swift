extension Rules {
    /// Who may give a customer another owner after go-live.
    package enum OwnershipMode: String, Sendable, CaseIterable {
        /// The commands and nights here only: what a list says about it is put on record.
        case gonghai
        /// An owner that changed in the source's list takes the customer over, under the limits of everybody.
        case source
        /// An owner that changed in the source's list is a question to a person, in ownership-conflicts.csv.
        case ask
    }

    /// Of a source that gonghai.yaml does not name: `gonghai`.
    package func ownership(of source: String) -> OwnershipMode {
        sources.first { $0.name == source }?.ownership ?? .gonghai
    }
}
