extension Schema {
    /// What people settle by hand: who stands in for whom and when, and who appealed against what. `clock_from` is where the
    /// clock of a spell goes on that did not begin anew, as after a transfer within a team.
    static let byHand = """
        ALTER TABLE spells ADD COLUMN clock_from INTEGER;

        CREATE TABLE delegations (
            rep_id TEXT NOT NULL,
            deputy_id TEXT NOT NULL,
            starts_at INTEGER NOT NULL,
            ends_at INTEGER NOT NULL,
            person TEXT NOT NULL,
            PRIMARY KEY (rep_id, starts_at, deputy_id),
            CHECK (ends_at > starts_at)
        ) STRICT;

        CREATE TABLE appeals (
            customer_id TEXT NOT NULL,
            rep_id TEXT NOT NULL,
            made_at INTEGER NOT NULL,
            cause TEXT NOT NULL,
            reason TEXT NOT NULL,
            settled_at INTEGER,
            outcome TEXT,
            PRIMARY KEY (customer_id, rep_id, made_at)
        ) STRICT;
        """
}
