extension Schema {
    /// `offer_place` is where a customer of the pool stands in the order of offers; NULL: not known, since what it rests on
    /// changed. With it a night reads the few whose turn comes, however many wait behind them.
    static let offers = """
        ALTER TABLE customers ADD COLUMN offer_place REAL;
        CREATE INDEX customers_on_offer ON customers (offer_place, id)
            WHERE status = 'pool' AND offer_place IS NOT NULL;
        CREATE INDEX customers_without_place ON customers (number) WHERE status = 'pool' AND offer_place IS NULL;
        CREATE INDEX customers_pooled ON customers (value_currency, pool_since, value_minor) WHERE status = 'pool';
        CREATE INDEX spells_recycled ON spells (customer_id) WHERE end_reason = 'recycled';
        CREATE INDEX spells_recycled_by_end ON spells (ended_at) WHERE end_reason = 'recycled';
        DROP INDEX spells_of_customer;
        CREATE INDEX spells_of_customer
            ON spells (customer_id, started_at, rep_id, kind, ended_at, end_reason, clock_from);
        CREATE INDEX customers_in_reports ON customers (id, won_at, industry_section, size, level, hold);
        CREATE INDEX spells_allocated ON spells (held_as, rep_id) WHERE kind = 'allocation';
        CREATE INDEX decisions_granted ON decisions (customer_id, rep_id, business_date, strategy)
            WHERE kind = 'allocation' AND is_granted = 1;
        CREATE INDEX customers_won ON customers (id, won_at) WHERE won_at IS NOT NULL;
        CREATE INDEX spells_open ON spells (customer_id, started_at, clock_from, rep_id) WHERE ended_at IS NULL;
        CREATE INDEX spells_by_start ON spells (started_at, kind, rep_id);
        CREATE INDEX follow_ups_that_count ON follow_ups (customer_id, at, rep_id) WHERE counts = 1;
        CREATE INDEX customers_on_hold ON customers (status, hold) WHERE hold IS NOT NULL;
        CREATE TRIGGER customers_lose_their_place AFTER UPDATE OF pool_since, value_minor, value_currency, level
            ON customers WHEN NEW.offer_place IS NOT NULL AND (NEW.pool_since IS NOT OLD.pool_since
                OR NEW.value_minor IS NOT OLD.value_minor OR NEW.value_currency IS NOT OLD.value_currency
                OR NEW.level IS NOT OLD.level)
            BEGIN UPDATE customers SET offer_place = NULL WHERE number = NEW.number; END;
        """
}
