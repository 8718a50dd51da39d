extension Schema {
    /// The model by which records are linked, with the version of the keys that the index holds; pairs that wait for a
    /// person; and what persons said, by the records' own keys, so that it outlives an import that is taken back.
    static let matching = """
        ALTER TABLE source_records ADD COLUMN match_probability REAL;
        -- What older programs joined, they joined by rules of identity.
        UPDATE source_records SET match_probability = 1 WHERE match_rule IS NOT NULL;

        CREATE TABLE match_model (
            id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
            key_version INTEGER NOT NULL,
            model TEXT NOT NULL
        ) STRICT;

        CREATE TABLE match_questions (
            one INTEGER NOT NULL,
            other INTEGER NOT NULL,
            probability REAL NOT NULL,
            PRIMARY KEY (one, other)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX match_questions_of_other ON match_questions (other);
        CREATE TRIGGER match_questions_of_removed AFTER DELETE ON source_records BEGIN
            DELETE FROM match_questions WHERE one = OLD.number OR other = OLD.number;
        END;

        CREATE TABLE match_verdicts (
            one_source TEXT NOT NULL,
            one_id TEXT NOT NULL,
            other_source TEXT NOT NULL,
            other_id TEXT NOT NULL,
            is_same INTEGER NOT NULL,
            said_by TEXT NOT NULL,
            said_at INTEGER NOT NULL,
            PRIMARY KEY (one_source, one_id, other_source, other_id)
        ) STRICT, WITHOUT ROWID;
        """
}
