import Matching
import PoolStore
import Records

/// Finds who is whom among the rows of an import and the pool: pairs that share a key are compared and weighed, what is
/// certain is joined, what may be is kept for a person.
///
/// Only records that share a key with one of the import, and the others of their customers, are looked at.
struct CustomerMatching {
    let intake: any CustomerIntake
    let store: any Store

    /// How many customers are joined at a time.
    private static let customersAtOnce = 2_000
    /// How many records are made ready to be compared at a time.
    private static let recordsAtOnce = 12_000

    /// Joins records to customers, some at a time. Returns the keys of those of which a person is asked, sorted.
    func run(_ onJoined: ([MatchedCustomer]) -> Void) throws -> [RecordKey] {
        let stored = try store.matchModel()
        if stored?.keyVersion != CompanyTable.keyVersion { try indexAnew() }
        var pairs = try intake.candidates()
        // A record that was taken back and came again is still what a person said it is.
        let verdicts = try intake.verdicts()
        for said in verdicts where said.isSame { pairs.add([said.left, said.right], isNew: intake.isTaken) }
        guard !pairs.isEmpty else {
            try intake.ask([])
            return []
        }
        var table = CompanyTable()
        let records = try load(pairs.records, into: &table)
        pairs.renumber { records.place(of: $0) }
        try table.countSharers(intake.holders)
        let linkage = try linkage(table, pairs, stored)
        let said = verdicts.compactMap { said in
            records.place(of: said.left).flatMap { left in
                records.place(of: said.right).map { (pair: RecordPair(left, $0), isSame: said.isSame) }
            }
        }
        let same = said.filter(\.isSame).map(\.pair)
        let clusters = LinkClusters(
            linkage, links: linkage.links(pairs),
            together: records.customers() + same.map { [$0.first, $0.second] },
            apart: Set(said.filter { !$0.isSame }.map(\.pair)))
        try join(clusters, records, byHand: Set(same.flatMap { [$0.first, $0.second] }), onJoined)
        return try ask(clusters.undecided, records)
    }

    /// A pool whose records were indexed by other keys.
    private func indexAnew() throws {
        try intake.forEachKnownRecord { record in
            try intake.add(CompanyTable.blockingKeys(of: record.value()), to: record.number)
        }
    }

    private func load(_ numbers: [Int], into table: inout CompanyTable) throws -> LinkedRecords {
        var records = LinkedRecords()
        var waiting: [LinkedRecord] = []
        func compareWaiting() throws {
            let parts = InParts.map(waiting.count) { part in
                Result {
                    try waiting[part].reduce(into: CompanyTable()) { try $0.add($1.value(), rank: $1.rank) }
                }
            }
            for part in parts { table.add(try part.get()) }
            waiting.removeAll(keepingCapacity: true)
        }
        try intake.forEachRecord(around: numbers) { record in
            records.add(record)
            waiting.append(record)
            if waiting.count == Self.recordsAtOnce { try compareWaiting() }
        }
        try compareWaiting()
        return records
    }

    /// By the stored model, until the pool has grown to twice the size that it was estimated on.
    private func linkage(
        _ table: CompanyTable, _ pairs: CandidatePairs, _ stored: (keyVersion: Int, text: String)?
    ) throws -> Linkage<CompanyTable> {
        let count = try intake.recordCount()
        if let stored, stored.keyVersion == CompanyTable.keyVersion,
            let model = LinkageModel(CompanyTable.comparisons, text: stored.text), count < 2 * model.records
        {
            return Linkage(table: table, model: model, records: count)
        }
        let model = Linkage.estimate(table, pairs, records: count)
        try store.saveMatchModel(keyVersion: CompanyTable.keyVersion, text: try model.text())
        return Linkage(table: table, model: model, records: count)
    }

    // MARK: Joining

    private func join(
        _ clusters: LinkClusters<CompanyTable>, _ records: LinkedRecords, byHand: Set<Int>,
        _ onJoined: ([MatchedCustomer]) -> Void
    ) throws {
        func why(_ number: Int) -> (rule: MatchRule, probability: Double?) {
            guard let place = records.place(of: number) else { return (.weights, nil) }
            if byHand.contains(place) { return (.byHand, 1) }
            let link = clusters.bestLink(of: place)
            return (link.map { CompanyTable.rule(of: $0.pattern) } ?? .weights, link?.probability)
        }
        var groups: [[Int]] = []
        var customers: [CustomerNumber] = []
        func joinCollected() throws {
            let pooled = try intake.records(of: customers)
            let byNumber = Dictionary(pooled.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
            let matched = groups.compactMap { group in
                matchedCustomer(group.compactMap { byNumber[records.numbers[$0]] }, why)
            }.sorted { $0.id < $1.id }
            try intake.join(matched)
            onJoined(matched)
            (groups, customers) = ([], [])
        }
        for group in clusters.groups {
            let joined = Set(group.map { records.customerOf[$0] })
            guard joined.count > 1, group.contains(where: { records.isTaken[$0] }) else { continue }
            groups.append(group)
            customers += joined.sorted()
            if customers.count >= Self.customersAtOnce { try joinCollected() }
        }
        if !customers.isEmpty { try joinCollected() }
    }

    private func matchedCustomer(
        _ records: [PooledRecord], _ why: (Int) -> (rule: MatchRule, probability: Double?)
    ) -> MatchedCustomer? {
        var known: [CustomerID: KnownCustomer] = [:]
        var taken: [RecordToMatch] = []
        for record in records {
            if record.isCustomerKnown {
                known[record.customer] = KnownCustomer(id: record.customer, storedAt: record.customerStoredAt)
            }
            guard record.isTaken else { continue }
            let (rule, probability) = why(record.number)
            taken.append(
                RecordToMatch(
                    key: record.key, stored: record.isCustomerKnown ? record.customer : nil, rule: rule,
                    probability: probability))
        }
        return MatchedCustomer(taken, known: Array(known.values))
    }

    private func ask(_ links: [Link], _ records: LinkedRecords) throws -> [RecordKey] {
        let open = links.filter { records.isTaken[$0.left] || records.isTaken[$0.right] }
        try intake.ask(
            open.map {
                MatchQuestion(
                    left: records.numbers[$0.left], right: records.numbers[$0.right], probability: $0.probability)
            })
        let taken = Set(open.flatMap { [$0.left, $0.right] }.filter { records.isTaken[$0] })
        return try intake.keys(of: taken.map { records.numbers[$0] }.sorted())
    }
}

/// What matching keeps of the records beside what is compared, in the order of the table.
private struct LinkedRecords {
    /// Ascending.
    var numbers: [Int] = []
    var customerOf: [CustomerNumber] = []
    var isTaken: [Bool] = []

    mutating func add(_ record: LinkedRecord) {
        numbers.append(record.number)
        customerOf.append(record.customer)
        isTaken.append(record.isTaken)
    }

    func place(of number: Int) -> Int? {
        var (low, high) = (0, numbers.count)
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < numbers.count && numbers[low] == number ? low : nil
    }

    /// The records of each customer that has several of them.
    func customers() -> [[Int]] {
        var first: [CustomerNumber: Int] = [:]
        var groups: [CustomerNumber: [Int]] = [:]
        for (place, customer) in customerOf.enumerated() {
            if let first = first[customer] {
                groups[customer, default: [first]].append(place)
            } else {
                first[customer] = place
            }
        }
        return groups.values.sorted { $0[0] < $1[0] }
    }
}
