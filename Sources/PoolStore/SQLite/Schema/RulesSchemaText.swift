extension Schema {
    /// The files that nights ran under, and from which business date on.
    static let ruleVersions = """
        CREATE TABLE rule_versions (
            number INTEGER PRIMARY KEY NOT NULL,
            digest TEXT NOT NULL,
            effective_on INTEGER NOT NULL,
            yaml BLOB NOT NULL
        ) STRICT;
        """
}
