extension Schema {
    /// Records whose source asks before an owner that changed in its list takes the customer over. Who the customer is, and
    /// whether the record still names somebody else, stands in the record.
    static let ownershipQuestions = """
        CREATE TABLE ownership_questions (
            source TEXT NOT NULL,
            external_id TEXT NOT NULL,
            PRIMARY KEY (source, external_id)
        ) STRICT;
        """
}
