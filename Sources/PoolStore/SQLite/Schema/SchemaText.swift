// Plain SQL: instants are epoch seconds, dates are day numbers, money is minor units and a currency, lists are JSON,
// `clean` and `cells` are what CustomerCoding makes of a record. A customer's `clean` is NULL as long as it has one
// record only and says what that says. `match_rule` is how a record came to its
// customer. What millions of rows refer to, `verify` checks instead of a foreign key.
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

    static let customers = """
        CREATE TABLE customers (
            number INTEGER PRIMARY KEY NOT NULL,
            id TEXT NOT NULL,
            status TEXT NOT NULL
                CHECK (status = 'pool' OR status = 'prospect' OR status = 'account' OR status = 'retired'),
            hold TEXT,
            stored_at INTEGER NOT NULL,
            entered_pool_at INTEGER NOT NULL,
            pool_since INTEGER,
            won_at INTEGER,
            retired_at INTEGER,
            moved_at INTEGER NOT NULL,
            name TEXT NOT NULL,
            industry_section TEXT,
            industry_division TEXT,
            size TEXT NOT NULL,
            level TEXT,
            province TEXT,
            city TEXT,
            needs TEXT NOT NULL,
            value_minor INTEGER,
            value_currency TEXT,
            clean BLOB
        ) STRICT;
        CREATE UNIQUE INDEX customers_by_id ON customers (id);
        CREATE INDEX customers_by_status ON customers (status);

        CREATE TABLE source_records (
            number INTEGER PRIMARY KEY NOT NULL,
            customer INTEGER NOT NULL,
            source TEXT NOT NULL,
            external_id TEXT NOT NULL,
            match_rule TEXT,
            batch_id TEXT NOT NULL,
            line INTEGER NOT NULL,
            digest BLOB NOT NULL,
            cells BLOB NOT NULL,
            clean BLOB NOT NULL,
            owner TEXT,
            locked_until INTEGER,
            won_at INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX source_records_by_key ON source_records (source, external_id);
        CREATE INDEX source_records_of_customer ON source_records (customer);
        CREATE INDEX source_records_by_owner ON source_records (source, owner, customer) WHERE owner IS NOT NULL;
        CREATE INDEX source_records_with_lock ON source_records (customer) WHERE locked_until IS NOT NULL;
        CREATE INDEX source_records_won ON source_records (customer, won_at) WHERE won_at IS NOT NULL;

        CREATE TABLE record_versions (
            number INTEGER NOT NULL,
            intake INTEGER NOT NULL,
            replaced_by TEXT NOT NULL REFERENCES batches (id),
            batch_id TEXT NOT NULL,
            line INTEGER NOT NULL,
            digest BLOB NOT NULL,
            cells BLOB NOT NULL,
            clean BLOB NOT NULL,
            owner TEXT,
            locked_until INTEGER,
            won_at INTEGER,
            PRIMARY KEY (number, intake)
        ) STRICT;
        CREATE INDEX record_versions_by_batch ON record_versions (replaced_by);

        CREATE TABLE key_pages (
            number INTEGER PRIMARY KEY NOT NULL,
            bucket INTEGER NOT NULL,
            first INTEGER NOT NULL,
            entries BLOB NOT NULL,
            UNIQUE (bucket, first)
        ) STRICT;

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
            customer_id TEXT,
            rep_id TEXT,
            change INTEGER NOT NULL CHECK (change IN (-1, 1) OR customer_id IS NULL),
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

    /// What kept customers in the pool each night, as it is reported.
    static let bottlenecks = """
        CREATE TABLE bottlenecks (
            business_date INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            constraint_code TEXT NOT NULL,
            rep_id TEXT,
            customers INTEGER NOT NULL,
            gain INTEGER,
            worth REAL,
            PRIMARY KEY (business_date, ordinal)
        ) STRICT;
        """
}
