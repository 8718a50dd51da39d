extension Schema {
    /// What `undo` needs to know: what a row of a list said before a batch replaced it, how two customers stood before they
    /// were merged, which holds a quarantine covered; and, since books are counted for any moment, who was removed when and
    /// who was merged for a while.
    static let undo = """
        CREATE TABLE activity_versions (
            number INTEGER PRIMARY KEY NOT NULL,
            list TEXT NOT NULL,
            source TEXT NOT NULL,
            external_id TEXT NOT NULL,
            replaced_by TEXT NOT NULL,
            row TEXT NOT NULL
        ) STRICT;
        CREATE INDEX activity_versions_of_row ON activity_versions (list, source, external_id, replaced_by);

        CREATE TABLE merge_journal (
            step INTEGER PRIMARY KEY NOT NULL,
            batches TEXT NOT NULL,
            absorbed TEXT NOT NULL,
            survivor TEXT NOT NULL,
            number INTEGER NOT NULL,
            merged_at INTEGER NOT NULL,
            hold TEXT,
            stored_at INTEGER NOT NULL,
            entered_pool_at INTEGER NOT NULL,
            pool_since INTEGER,
            open_spell INTEGER,
            kept_hold TEXT,
            kept_pool_since INTEGER,
            kept_open_spell INTEGER,
            is_plain INTEGER NOT NULL,
            decision TEXT,
            records TEXT NOT NULL,
            spells TEXT NOT NULL,
            decisions TEXT NOT NULL,
            merges TEXT NOT NULL,
            last_spell INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE removed_customers (stored_at INTEGER NOT NULL, removed_at INTEGER NOT NULL) STRICT;
        CREATE TABLE removed_spells (
            rep_id TEXT NOT NULL, recorded_at INTEGER NOT NULL, end_recorded_at INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE taken_apart (merged_at INTEGER NOT NULL, unmerged_at INTEGER NOT NULL) STRICT;

        CREATE TABLE quarantines (
            batch_id TEXT NOT NULL,
            customer_id TEXT NOT NULL,
            former_hold TEXT,
            PRIMARY KEY (batch_id, customer_id)
        ) STRICT;
        """

    /// What was decided about the survivor before it took over what was decided about the absorbed one: a JSON array,
    /// `null` for nothing; NULL in merges of before, which took nothing over.
    static let inheritedDecisions = "ALTER TABLE merge_journal ADD COLUMN kept_decision TEXT;"
}
