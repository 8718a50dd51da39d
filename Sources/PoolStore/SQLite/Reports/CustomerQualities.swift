import GRDB
import Records

extension SQLiteStore {
    package func customerQuality() throws -> [SourceQuality] {
        try read { db in
            var tallies: [String: QualityTally] = [:]
            var columns: [BatchID: [(index: Int, place: Int)]] = [:]
            try db.each(
                """
                SELECT r.source, r.external_id, r.batch_id, r.cells, r.clean, c.clean IS NULL
                FROM source_records r JOIN customers c ON c.number = r.customer
                """
            ) { row in
                let key = row.key()
                let batch: BatchID = row.id()
                let mapped = try columns[batch] ?? db.qualityColumns(of: batch)
                columns[batch] = mapped
                let cells = try CustomerCoding.cells(row.bytes())
                let (value, flags) = try CustomerCoding.record(row.bytes())
                tallies[key.source, default: QualityTally()].add(
                    value.customer, id: key.externalID, flags: flags,
                    filled: mapped.filter { !cells.isBlank($0.index) }.map(\.place))
                if row.flag() { tallies[key.source]?.add(known: value.customer) }
            }
            // A customer with clean bytes of its own is more than its one record says.
            try db.each(
                """
                SELECT r.source, c.clean FROM source_records r JOIN customers c ON c.number = r.customer
                WHERE c.clean IS NOT NULL GROUP BY r.source, r.customer
                """
            ) { row in
                let source = row.text()
                tallies[source]?.add(known: try row.customer())
            }
            return tallies.sorted { $0.key.isOrderedBefore($1.key) }.map { $1.quality(of: $0) }
        }
    }
}

extension Database {
    /// The columns of a file that feed a field of `SourceQuality.fields`, with its place there.
    fileprivate func qualityColumns(of batch: BatchID) throws -> [(index: Int, place: Int)] {
        let fields = try batches([batch])[batch]?.fields ?? []
        return fields.enumerated().compactMap { index, field in
            field.flatMap { SourceQuality.fields.firstIndex(of: SourceQuality.field(of: $0)) }.map { (index, $0) }
        }
    }
}

extension CellTexts {
    fileprivate func isBlank(_ index: Int) -> Bool { utf8(index).allSatisfy { $0 == 0x20 || $0 == 0x09 } }
}

/// Counts how good the records of one source are, record by record. It keeps eight bytes for each value that is looked for
/// twice, and nothing else that grows.
private struct QualityTally {
    private struct ProblemKey: Hashable {
        var field: Field
        var code: ProblemCode
    }

    private var records = 0
    private var customers = 0
    private var counts = SourceQuality.fields.map { SourceQuality.Counts(field: $0) }
    private var given = ValueHashes()
    private var known = ValueHashes()
    private var problems: [ProblemKey: (count: Int, id: String, raw: String)] = [:]

    /// A record; `filled`: the places of the fields that its cells say something about, some perhaps twice.
    mutating func add(_ customer: Customer, id: String, flags: [Flag], filled: [Int]) {
        records += 1
        for place in Set(filled) {
            counts[place].filled += 1
            if customer.isKnown(counts[place].field) { counts[place].understood += 1 }
        }
        given.add(customer)
        for field in Set(flags.map { SourceQuality.field(of: $0.field) }) {
            if let place = SourceQuality.fields.firstIndex(of: field) { counts[place].flagged += 1 }
        }
        var seen: Set<ProblemKey> = []
        for flag in flags {
            let key = ProblemKey(field: flag.field, code: flag.code)
            guard seen.insert(key).inserted else { continue }
            let former = problems[key]
            let isSmaller = former.map { id.isOrderedBefore($0.id) } ?? true
            problems[key] = (
                (former?.count ?? 0) + 1, isSmaller ? id : former?.id ?? id, isSmaller ? flag.raw : former?.raw ?? ""
            )
        }
    }

    /// A customer that has a record of the source, as it is known now.
    mutating func add(known customer: Customer) {
        customers += 1
        for place in counts.indices where customer.isKnown(counts[place].field) { counts[place].known += 1 }
        known.add(customer)
    }

    func quality(of source: String) -> SourceQuality {
        var counts = counts
        for (index, field) in Customer.tellingFields.enumerated() {
            guard let place = counts.firstIndex(where: { $0.field == field }) else { continue }
            counts[place].repeated = given.repeated(index)
            counts[place].knownRepeated = known.repeated(index)
        }
        let found = problems.map { key, problem in
            SourceQuality.Problem(
                field: key.field, code: key.code, count: problem.count,
                example: Masking.example(problem.raw, of: key.field))
        }
        return SourceQuality(
            source: source, records: records, customers: customers, counts: counts,
            problems: found.sorted {
                if $0.count != $1.count { return $0.count > $1.count }
                return $0.field == $1.field
                    ? $0.code.rawValue.isOrderedBefore($1.code.rawValue)
                    : $0.field.rawValue.isOrderedBefore($1.field.rawValue)
            })
    }
}

/// The values of the fields that tell customers apart, as hashes of 64 bits: two of a million values are taken for one by
/// mistake once in thirty million such lists.
private struct ValueHashes {
    private var hashes: [[UInt64]] = Customer.tellingFields.map { _ in [] }

    mutating func add(_ customer: Customer) {
        for (index, field) in Customer.tellingFields.enumerated() {
            if let value = customer.tellingValue(field) { hashes[index].append(Self.hash(value)) }
        }
    }

    /// How many of the values of a field are not the only one of their kind.
    func repeated(_ index: Int) -> Int {
        let sorted = hashes[index].sorted()
        return sorted.indices.count(where: { place in
            place > 0 && sorted[place - 1] == sorted[place]
                || place + 1 < sorted.count && sorted[place + 1] == sorted[place]
        })
    }

    private static func hash(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash ^= hash >> 33
        hash = hash &* 0xFF51_AFD7_ED55_8CCD
        return hash ^ hash >> 33
    }
}
