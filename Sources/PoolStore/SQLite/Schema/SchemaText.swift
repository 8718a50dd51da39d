// Plain SQL: instants are epoch seconds, dates are day numbers, money is minor units and a currency, lists are JSON.
// Columns are checked where a wrong value would make the store contradict itself.

extension Schema {
    static let ledgers = """
        CREATE TABLE stages (
            business_date INTEGER NOT NULL,
            stage TEXT NOT NULL,
            counts TEXT NOT NULL,
            PRIMARY KEY (business_date, stage)
        ) STRICT;

        CREATE TABLE settings (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;

        CREATE TABLE events (
            seq INTEGER PRIMARY KEY NOT NULL,
            business_date INTEGER NOT NULL,
            at INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            customer_id TEXT,
            rep_id TEXT,
            batch_id TEXT,
            run TEXT,
            payload TEXT NOT NULL
        ) STRICT;
        CREATE INDEX events_of_customer ON events (customer_id, kind);
        CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
            BEGIN SELECT RAISE(ABORT, 'the event ledger is append-only'); END;
        CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
            BEGIN SELECT RAISE(ABORT, 'the event ledger is append-only'); END;

        CREATE TABLE accesses (
            number INTEGER PRIMARY KEY NOT NULL,
            at INTEGER NOT NULL,
            person TEXT NOT NULL,
            export TEXT NOT NULL
        ) STRICT;

        CREATE TABLE batches (
            id TEXT PRIMARY KEY NOT NULL,
            source TEXT NOT NULL,
            entity TEXT NOT NULL,
            profile TEXT NOT NULL,
            encoding TEXT NOT NULL,
            file TEXT NOT NULL,
            digest TEXT NOT NULL,
            header TEXT NOT NULL,
            fields TEXT NOT NULL,
            business_date INTEGER,
            rows_read INTEGER NOT NULL DEFAULT 0,
            rows_new INTEGER NOT NULL DEFAULT 0,
            rows_updated INTEGER NOT NULL DEFAULT 0,
            rows_unchanged INTEGER NOT NULL DEFAULT 0,
            rows_rejected INTEGER NOT NULL DEFAULT 0,
            rows_pending INTEGER NOT NULL DEFAULT 0,
            rows_merged INTEGER NOT NULL DEFAULT 0,
            rows_flagged INTEGER NOT NULL DEFAULT 0,
            rows_review INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX batches_by_date ON batches (business_date);

        CREATE TABLE feed_files (
            batch_id TEXT NOT NULL REFERENCES batches (id),
            source TEXT NOT NULL,
            after_import INTEGER NOT NULL,
            rows_read INTEGER NOT NULL,
            PRIMARY KEY (batch_id, after_import)
        ) STRICT;
        CREATE TABLE feed_statuses (
            business_date INTEGER NOT NULL,
            source TEXT NOT NULL,
            state TEXT NOT NULL,
            newest_at INTEGER,
            suspended_spells INTEGER NOT NULL,
            PRIMARY KEY (business_date, source)
        ) STRICT;
        """

    /// What normalisation makes of a customer: the same columns for a source record and for the customer.
    private static let cleanColumns = """
        name TEXT NOT NULL, name_key TEXT NOT NULL, name_core TEXT NOT NULL, credit_code TEXT,
        industry_section TEXT, industry_division TEXT, industry_confidence REAL NOT NULL,
        industry_evidence TEXT NOT NULL, size TEXT NOT NULL, size_reason TEXT NOT NULL,
        employees_low INTEGER, employees_high INTEGER, revenue_minor INTEGER, revenue_currency TEXT,
        assets_minor INTEGER, assets_currency TEXT, country TEXT, province TEXT, city TEXT, county TEXT,
        address TEXT, contact TEXT, mobile TEXT, phone TEXT, email TEXT, website TEXT, lead_source TEXT,
        level TEXT, needs TEXT NOT NULL, tags TEXT NOT NULL, notes TEXT, parent TEXT, value_minor INTEGER,
        value_currency TEXT, created_at INTEGER, updated_at INTEGER
        """

    static let customers = """
        CREATE TABLE customers (
            id TEXT PRIMARY KEY NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('pool', 'prospect', 'account', 'retired')),
            hold TEXT,
            stored_at INTEGER NOT NULL,
            entered_pool_at INTEGER NOT NULL,
            pool_since INTEGER,
            won_at INTEGER,
            retired_at INTEGER,
            moved_at INTEGER NOT NULL,
            \(cleanColumns)
        ) STRICT;
        CREATE INDEX customers_by_status ON customers (status, id);
        CREATE INDEX customers_by_name ON customers (name);
        CREATE INDEX customers_by_email ON customers (email);

        CREATE TABLE source_records (
            source TEXT NOT NULL,
            external_id TEXT NOT NULL,
            customer_id TEXT NOT NULL REFERENCES customers (id),
            batch_id TEXT NOT NULL REFERENCES batches (id),
            line INTEGER NOT NULL,
            digest TEXT NOT NULL,
            match_rule TEXT,
            cells TEXT NOT NULL,
            flags TEXT NOT NULL,
            owner TEXT,
            owned_since INTEGER,
            previous_owner TEXT,
            pool_since INTEGER,
            locked_until INTEGER,
            is_won INTEGER NOT NULL,
            last_follow_up_at INTEGER,
            won_at INTEGER,
            \(cleanColumns),
            PRIMARY KEY (source, external_id)
        ) STRICT;
        CREATE INDEX source_records_of_customer ON source_records (customer_id);
        CREATE INDEX source_records_by_id ON source_records (external_id);
        CREATE INDEX source_records_by_name ON source_records (name);
        CREATE INDEX source_records_by_email ON source_records (email);

        CREATE TABLE match_keys (
            rule TEXT NOT NULL,
            text TEXT NOT NULL,
            source TEXT NOT NULL,
            external_id TEXT NOT NULL,
            customer_id TEXT NOT NULL,
            PRIMARY KEY (rule, text, source, external_id),
            FOREIGN KEY (source, external_id) REFERENCES source_records (source, external_id)
        ) STRICT;
        CREATE INDEX match_keys_of_customer ON match_keys (customer_id);
        CREATE INDEX match_keys_of_record ON match_keys (source, external_id);

        CREATE TABLE merges (
            absorbed TEXT PRIMARY KEY NOT NULL,
            survivor TEXT NOT NULL REFERENCES customers (id),
            stored_at INTEGER NOT NULL,
            retired_at INTEGER,
            merged_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX merges_by_survivor ON merges (survivor);

        CREATE TABLE spells (
            id INTEGER PRIMARY KEY NOT NULL,
            customer_id TEXT NOT NULL REFERENCES customers (id),
            held_as TEXT NOT NULL,
            rep_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            started_at INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL,
            ended_at INTEGER,
            end_reason TEXT,
            end_recorded_at INTEGER,
            CHECK (ended_at >= started_at)
        ) STRICT;
        CREATE UNIQUE INDEX one_open_spell ON spells (customer_id) WHERE ended_at IS NULL;
        CREATE INDEX spells_of_customer ON spells (customer_id, started_at);
        CREATE INDEX spells_of_rep ON spells (rep_id, started_at);

        CREATE TABLE movements (
            id INTEGER PRIMARY KEY NOT NULL,
            customer_id TEXT NOT NULL,
            rep_id TEXT,
            change INTEGER NOT NULL CHECK (change IN (-1, 1)),
            how TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX movements_by_time ON movements (at);

        CREATE TABLE ownership_decisions (
            customer_id TEXT PRIMARY KEY NOT NULL REFERENCES customers (id),
            owner TEXT,
            since INTEGER,
            hold TEXT,
            rule TEXT NOT NULL,
            others TEXT NOT NULL
        ) STRICT;
        """

    static let decisions = """
        CREATE TABLE decisions (
            business_date INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            kind TEXT NOT NULL,
            customer_id TEXT NOT NULL,
            rep_id TEXT,
            is_granted INTEGER NOT NULL,
            strategy TEXT,
            score REAL,
            rank INTEGER,
            reason TEXT NOT NULL,
            detail TEXT NOT NULL,
            eligible TEXT NOT NULL,
            rejected TEXT NOT NULL,
            request TEXT,
            PRIMARY KEY (business_date, ordinal)
        ) STRICT;
        CREATE INDEX decisions_of_customer ON decisions (customer_id);

        CREATE TABLE reminders (
            business_date INTEGER NOT NULL,
            customer_id TEXT NOT NULL,
            rep_id TEXT NOT NULL,
            deadline INTEGER NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (business_date, customer_id, rep_id)
        ) STRICT;
        CREATE INDEX reminders_of_customer ON reminders (customer_id, rep_id, at);

        CREATE TABLE tiers (
            month INTEGER NOT NULL,
            rep_id TEXT NOT NULL,
            tier TEXT NOT NULL,
            reason TEXT NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (month, rep_id)
        ) STRICT;
        """
}
