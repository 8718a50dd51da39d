/// A rep under another id: somebody said that both are one person.
package struct RepAlias: Sendable, Equatable {
    package var alias: RepID
    package var rep: RepID
    /// Who said so, and when.
    package var by: String
    package var at: Instant

    package init(alias: RepID, rep: RepID, by: String, at: Instant) {
        self.alias = alias
        self.rep = rep
        self.by = by
        self.at = at
    }
}

/// Two reps of different systems who may be one person.
package struct RepAliasCandidate: Sendable, Equatable {
    package var rep: Rep
    package var alias: Rep
    /// `email`, `phone`, `name_and_team`, `name`: the strongest first.
    package var evidence: [String]

    package init(rep: Rep, alias: Rep, evidence: [String]) {
        self.rep = rep
        self.alias = alias
        self.evidence = evidence
    }
}
