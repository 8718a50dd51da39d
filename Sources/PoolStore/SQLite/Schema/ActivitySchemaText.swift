extension Schema {
    /// Of each row of a list: where it stands, what it refers to in words, and what that turned out to be.
    ///
    /// `is_settled`: everything it refers to is known and its event is in the ledger. `after_import`: the last night that
    /// had read its files when the row first came.
    private static let rowColumns = """
        source TEXT NOT NULL, external_id TEXT NOT NULL, batch_id TEXT NOT NULL REFERENCES batches (id),
        line INTEGER NOT NULL, digest TEXT NOT NULL, cells TEXT NOT NULL, flags TEXT NOT NULL,
        after_import INTEGER NOT NULL, is_settled INTEGER NOT NULL, customer_text TEXT, customer_id TEXT
        """
    private static let repColumns = "rep_text TEXT, rep_id TEXT"

    static let activities = """
        CREATE TABLE reps (
            id TEXT PRIMARY KEY NOT NULL,
            source TEXT NOT NULL,
            external_id TEXT NOT NULL,
            batch_id TEXT REFERENCES batches (id),
            line INTEGER,
            digest TEXT NOT NULL,
            is_former INTEGER NOT NULL,
            name TEXT NOT NULL,
            email TEXT,
            team TEXT,
            manager_email TEXT,
            is_active INTEGER NOT NULL,
            starts_on INTEGER,
            ends_on INTEGER,
            leave TEXT NOT NULL,
            industries TEXT NOT NULL,
            sizes TEXT NOT NULL,
            regions TEXT NOT NULL,
            needs TEXT NOT NULL,
            claim_limit INTEGER,
            intake_limit INTEGER,
            holding_limit INTEGER,
            aliases TEXT NOT NULL
        ) STRICT;

        CREATE TABLE contacts (
            \(rowColumns), name TEXT NOT NULL, title TEXT, mobile TEXT, phone TEXT, email TEXT, wechat TEXT,
            is_decision_maker INTEGER, PRIMARY KEY (source, external_id)
        ) STRICT;
        CREATE INDEX contacts_of_customer ON contacts (customer_id);
        CREATE INDEX contacts_that_wait ON contacts (source, external_id) WHERE is_settled = 0;

        CREATE TABLE follow_ups (
            \(rowColumns), \(repColumns), at INTEGER NOT NULL, recorded_at INTEGER, channel TEXT, outcome TEXT,
            next_at INTEGER, note TEXT, counts INTEGER NOT NULL, PRIMARY KEY (source, external_id)
        ) STRICT;
        CREATE INDEX follow_ups_of_customer ON follow_ups (customer_id, rep_id, at);
        CREATE INDEX follow_ups_by_time ON follow_ups (source, at);
        CREATE INDEX follow_ups_by_night ON follow_ups (source, after_import);
        CREATE INDEX follow_ups_that_wait ON follow_ups (source, external_id) WHERE is_settled = 0;

        CREATE TABLE deals (
            \(rowColumns), \(repColumns), stage TEXT, status TEXT NOT NULL, amount_minor INTEGER,
            amount_currency TEXT, created_at INTEGER, closed_at INTEGER, won_at INTEGER,
            PRIMARY KEY (source, external_id)
        ) STRICT;
        CREATE INDEX deals_of_customer ON deals (customer_id, status);
        CREATE INDEX deals_by_id ON deals (external_id);
        CREATE INDEX deals_that_wait ON deals (source, external_id) WHERE is_settled = 0;

        CREATE TABLE payments (
            \(rowColumns), \(repColumns), deal_text TEXT, deal_source TEXT, deal_id TEXT, paid_at INTEGER,
            amount_minor INTEGER NOT NULL, amount_currency TEXT NOT NULL, status TEXT,
            PRIMARY KEY (source, external_id)
        ) STRICT;
        CREATE INDEX payments_of_customer ON payments (customer_id, paid_at);
        CREATE INDEX payments_that_wait ON payments (source, external_id) WHERE is_settled = 0;

        CREATE TABLE claims (
            \(rowColumns), \(repColumns), requested_at INTEGER NOT NULL, is_withdrawn INTEGER NOT NULL,
            decided_on INTEGER, is_granted INTEGER, reason TEXT, PRIMARY KEY (source, external_id)
        ) STRICT;
        CREATE INDEX claims_of_customer ON claims (customer_id);
        CREATE INDEX claims_to_decide ON claims (requested_at) WHERE decided_on IS NULL;
        CREATE INDEX claims_that_wait ON claims (source, external_id) WHERE is_settled = 0;
        """
}
