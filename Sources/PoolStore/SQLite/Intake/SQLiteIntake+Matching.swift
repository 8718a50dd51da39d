import GRDB
import Records

/// What matching asks of an intake.
extension SQLiteIntake {
    func candidates() throws -> CandidatePairs {
        try buildIndexes()
        var pairs = CandidatePairs()
        for bucket in entries.buckets.indices {
            try index.add(entries.takeBucket(bucket), to: bucket) { records in
                pairs.add(records, isNew: isTaken)
            }
        }
        return pairs
    }

    func isTaken(_ number: Int) -> Bool { number >= firstNumber || changed.contains(number) }

    func holders(of keys: [KeyHash]) throws -> [Int] { try index.counts(of: keys) }

    func forEachRecord(around numbers: [Int], _ visit: (LinkedRecord) throws -> Void) throws {
        let recordsOf = try RawStatement(db, "SELECT number FROM source_records WHERE customer = ?")
        let content = try RawStatement(
            db, "SELECT number, customer, clean, source, external_id FROM source_records WHERE number = ?")
        // A record of this intake still is its customer's only one; those of a known customer come together.
        var wanted: [Int] = []
        var customers: Set<Int> = []
        for number in numbers {
            guard let customer = try statements.customer(of: number) else { continue }
            if customer >= firstNumber {
                wanted.append(number)
            } else if customers.insert(customer).inserted {
                wanted += try recordsOf.values(for: customer)
            }
        }
        wanted.sort()
        for number in wanted {
            content.bind(1, number)
            defer { content.reset() }
            if try content.next() { try visit(linked(content)) }
        }
    }

    func forEachKnownRecord(_ visit: (LinkedRecord) throws -> Void) throws {
        let all = try RawStatement(
            db,
            """
            SELECT number, customer, clean, source, external_id FROM source_records WHERE number < \(firstNumber)
            ORDER BY number
            """)
        defer { all.reset() }
        while try all.next() { try visit(linked(all)) }
    }

    private func linked(_ row: RawStatement) throws -> LinkedRecord {
        let (number, customer) = (Int(row.integer(0)), Int(row.integer(1)))
        let key = row.blob(3) + [UInt8(ascii: ":")] + row.blob(4)
        return LinkedRecord(
            number: number, customer: customer, isTaken: isTaken(number), isCustomerKnown: customer < firstNumber,
            rank: KeyHash(kind: "R", String(decoding: key, as: UTF8.self)).bits,
            clean: row.blob(2))
    }

    func add(_ keys: [KeyHash], to record: Int) {
        for key in keys { entries.add(key, record, isReference: false) }
    }

    func verdicts() throws -> [(left: Int, right: Int, isSame: Bool)] {
        try db.all(
            """
            SELECT l.number, r.number, v.is_same FROM match_verdicts v
            JOIN source_records l ON l.source = v.one_source AND l.external_id = v.one_id
            JOIN source_records r ON r.source = v.other_source AND r.external_id = v.other_id
            ORDER BY l.number, r.number
            """
        ) { ($0.integer(), $0.integer(), $0.flag()) }
    }

    func ask(_ questions: [MatchQuestion]) throws {
        for number in changed.sorted() {
            try db.run("DELETE FROM match_questions WHERE one = ?1 OR other = ?1", [number])
        }
        for question in questions {
            try db.run(
                "INSERT OR REPLACE INTO match_questions (one, other, probability) VALUES (?, ?, ?)",
                [question.left, question.right, question.probability])
        }
    }

    func keys(of numbers: [Int]) throws -> [RecordKey] {
        try numbers.chunks.flatMap { chunk in
            try db.all(
                "SELECT source, external_id FROM source_records WHERE number IN (\(marks(chunk.count)))", Array(chunk)
            ) { $0.key() }
        }.sorted()
    }

    func recordCount() throws -> Int { try db.count("SELECT count(*) FROM source_records") }
}

extension RawStatement {
    fileprivate func values(for number: Int) throws -> [Int] {
        bind(1, number)
        defer { reset() }
        var values: [Int] = []
        while try next() { values.append(Int(integer(0))) }
        return values
    }
}
