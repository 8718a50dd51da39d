extension Schema {
    /// Mails and their bytes apart, so that a step of a delivery writes one short row.
    static let outbox = """
        CREATE TABLE outbox (
            key TEXT PRIMARY KEY NOT NULL,
            business_date INTEGER NOT NULL,
            list TEXT NOT NULL,
            name TEXT NOT NULL,
            sender TEXT NOT NULL,
            recipient TEXT NOT NULL,
            rep_id TEXT,
            digest TEXT NOT NULL,
            state TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            next_at INTEGER,
            give_up_at INTEGER,
            changed_at INTEGER NOT NULL,
            reply TEXT NOT NULL
        ) STRICT;
        CREATE INDEX outbox_open ON outbox (state) WHERE state != 'sent';
        CREATE INDEX outbox_of_night ON outbox (business_date);
        CREATE TABLE outbox_bytes (key TEXT PRIMARY KEY NOT NULL, bytes BLOB NOT NULL) STRICT;

        -- Who runs nights on this store, as far as a file's lock cannot tell.
        CREATE TABLE run_lock (
            only INTEGER PRIMARY KEY NOT NULL CHECK (only = 1),
            holder TEXT NOT NULL,
            taken_at INTEGER NOT NULL
        ) STRICT;
        """

    /// Recycling may ask which worklists were sent to a rep.
    static let worklistMails = """
        DROP INDEX outbox_of_night;
        CREATE INDEX outbox_of_night ON outbox (business_date, rep_id, state, changed_at);
        """
}
