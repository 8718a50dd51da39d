extension Schema {
    /// What people said about industries is kept with each record of the customer, so that it goes where the record goes:
    /// through merges, through taking them apart, and over an import that is taken back and comes again. The last word
    /// counts. `learned_industries` is what `classify --learn` made of the customers whose industry is known.
    static let classification = """
        CREATE TABLE industry_decisions (
            source TEXT NOT NULL,
            external_id TEXT NOT NULL,
            code TEXT NOT NULL,
            decided_by TEXT NOT NULL,
            decided_at INTEGER NOT NULL,
            PRIMARY KEY (source, external_id)
        ) STRICT;

        CREATE TABLE learned_industries (
            only INTEGER PRIMARY KEY NOT NULL CHECK (only = 1),
            model BLOB NOT NULL
        ) STRICT;
        """
}
