import GRDB
import Records

extension SQLiteStore {
    package func append(_ events: [Event]) throws { try write { try $0.append(events) } }

    package func forEachEvent(_ visit: (NumberedEvent) throws -> Void) throws {
        try read { db in
            try db.each("SELECT \(eventColumns) FROM events ORDER BY seq") { try visit($0.numberedEvent()) }
        }
    }

    package func logAccess(to table: ExportTable, by: String, at: Instant) throws {
        try write {
            try $0.run(
                "INSERT INTO accesses (at, person, export) VALUES (?, ?, ?)", [at.epochSeconds, by, table.rawValue])
        }
    }

    package func accesses() throws -> [Access] {
        try read { db in
            try db.all("SELECT at, person, export FROM accesses ORDER BY number") { cursor in
                Access(
                    at: Instant(epochSeconds: Int64(cursor.integer())), by: cursor.text(),
                    table: ExportTable(rawValue: cursor.text()) ?? .customers)
            }
        }
    }
}

let eventColumns = "seq, business_date, at, recorded_at, kind, customer_id, rep_id, batch_id, run, payload"

extension Database {
    func append(_ events: [Event]) throws {
        guard !events.isEmpty else { return }
        var number = try count("SELECT coalesce(max(seq), 0) FROM events")
        let entries = events.map { (event: $0, payload: CompactJSON.object($0.payload)) }
        for (event, payload) in entries.sorted(by: precedes) {
            number += 1
            try run(
                "INSERT INTO events (\(eventColumns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    number, event.businessDate, event.at, event.recordedAt, event.kind.rawValue, event.customer,
                    event.rep, event.batch, event.run, payload,
                ])
        }
    }

    private func precedes(
        _ left: (event: Event, payload: String), _ right: (event: Event, payload: String)
    ) -> Bool {
        if left.event.at != right.event.at { return left.event.at < right.event.at }
        for (one, other) in zip(texts(of: left), texts(of: right)) where one != other {
            return one.isOrderedBefore(other)
        }
        return false
    }

    private func texts(of entry: (event: Event, payload: String)) -> [String] {
        let event = entry.event
        return [
            event.kind.rawValue, event.customer?.rawValue ?? "", event.rep?.rawValue ?? "", entry.payload,
            event.batch?.rawValue ?? "", event.run ?? "",
        ]
    }
}

extension ColumnReader {
    /// Reads `eventColumns`.
    mutating func numberedEvent() throws -> NumberedEvent {
        let sequence = integer()
        let date = date()
        let (at, recordedAt) = (instant(), instant())
        let kind: Event.Kind = try choice()
        let event = Event(
            kind, businessDate: date, at: at, recordedAt: recordedAt, customer: optionalID(), rep: optionalID(),
            batch: optionalID(), run: optionalText(), payload: try CompactJSON.values(text()))
        return NumberedEvent(sequence: sequence, event: event)
    }
}
