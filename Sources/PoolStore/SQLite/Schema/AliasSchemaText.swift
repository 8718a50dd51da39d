extension Schema {
    /// Reps of whom a person said that they are, or are not, one and the same; whose rows went from one to the other, so
    /// that they can go back (`key` is what identifies a row in its list); and who was ever joined to whom, since the ledger
    /// goes on naming the one that it knew.
    static let repAliases = """
        CREATE TABLE rep_aliases (
            alias TEXT PRIMARY KEY NOT NULL,
            rep_id TEXT NOT NULL,
            person TEXT NOT NULL,
            at INTEGER NOT NULL,
            CHECK (alias <> rep_id)
        ) STRICT;
        CREATE INDEX rep_aliases_of_rep ON rep_aliases (rep_id);

        CREATE TABLE rep_alias_history (
            alias TEXT NOT NULL,
            rep_id TEXT NOT NULL,
            PRIMARY KEY (alias, rep_id)
        ) STRICT;

        CREATE TABLE rep_alias_refusals (
            alias TEXT NOT NULL,
            rep_id TEXT NOT NULL,
            person TEXT NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (alias, rep_id)
        ) STRICT;

        CREATE TABLE rep_alias_moves (
            alias TEXT NOT NULL REFERENCES rep_aliases (alias),
            list TEXT NOT NULL,
            key TEXT NOT NULL
        ) STRICT;
        CREATE INDEX rep_alias_moves_by_alias ON rep_alias_moves (alias);
        """
}
