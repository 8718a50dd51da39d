import Records

/// Records and known customers as nodes, joined key by key into clusters (union-find).
struct ClusterGraph {
    private struct Holder {
        var node: Int
        var qualifier: String?
    }

    private struct Group {
        var rule: MatchKey.Rule
        var base: String
        var holders: [Holder] = []
        /// Whether a record of the batch holds the key: only then are all of its holders here.
        var isAsked = false
    }

    private let records: [RecordToMatch]
    private let known: [KnownCustomer]
    private let untold: Range<Int>
    /// Known customers first, then the new records; a stored record is part of its customer's node.
    private var parents: [Int]
    private var codes: [Set<String>]
    private var rules: [MatchKey.Rule?]
    private var recordNodes: [Int] = []
    private var groups: [Group] = []

    /// Takes the records sorted by key and the known customers sorted by id.
    init(records: [RecordToMatch], known: [KnownCustomer]) {
        let present = Set(known.map(\.id))
        let absent = Set(records.compactMap(\.stored)).subtracting(present).sorted()
        // Of a customer that nobody told about neither age nor codes are known: it keeps its record and joins nobody.
        untold = known.count..<(known.count + absent.count)
        let known = known + absent.map { KnownCustomer(id: $0, storedAt: Instant(epochSeconds: .max), keys: []) }
        self.records = records
        self.known = known
        let nodeOfCustomer = Dictionary(
            known.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var count = known.count
        for record in records {
            if let node = record.stored.flatMap({ nodeOfCustomer[$0] }) {
                recordNodes.append(node)
            } else {
                recordNodes.append(count)
                count += 1
            }
        }
        parents = Array(0..<count)
        codes = Array(repeating: [], count: count)
        rules = Array(repeating: nil, count: count)
        collectGroups()
    }

    private mutating func collectGroups() {
        var indices: [MatchKey: Int] = [:]
        func index(of key: QualifiedKey, in groups: inout [Group]) -> Int {
            let bare = MatchKey(key.rule, key.base)
            if let index = indices[bare] { return index }
            groups.append(Group(rule: key.rule, base: key.base))
            indices[bare] = groups.count - 1
            return groups.count - 1
        }
        func add(_ key: MatchKey, to node: Int, isAsked: Bool) {
            let key = QualifiedKey(key)
            let group = index(of: key, in: &groups)
            groups[group].holders.append(Holder(node: node, qualifier: key.qualifier))
            if isAsked { groups[group].isAsked = true }
            if key.rule == .creditCode { codes[node].insert(key.base) }
        }
        for (node, customer) in known.enumerated() {
            for key in customer.keys { add(key, to: node, isAsked: false) }
        }
        for (record, node) in zip(records, recordNodes) where !untold.contains(node) {
            for key in record.keys { add(key, to: node, isAsked: true) }
        }
    }

    // MARK: Joining

    mutating func joinAll() {
        let strength = Dictionary(uniqueKeysWithValues: MatchKey.Rule.allCases.enumerated().map { ($1, $0) })
        groups.sort { left, right in
            let (first, second) = (strength[left.rule] ?? 0, strength[right.rule] ?? 0)
            return first == second ? left.base.isOrderedBefore(right.base) : first < second
        }
        for group in groups where group.isAsked && group.holders.count > 1 { join(group) }
    }

    private mutating func join(_ group: Group) {
        var qualifiers: [Int: Set<String>] = [:]
        for holder in group.holders {
            let root = root(of: holder.node)
            qualifiers[root, default: []].formUnion(holder.qualifier.map { [$0] } ?? [])
        }
        let roots = qualifiers.keys.sorted()
        guard roots.count > 1 else { return }
        // Clusters that say the same are one profile, so that a common name costs no more than its places.
        var rootsOf: [Profile: [Int]] = [:]
        var profiles: [Profile] = []
        for root in roots {
            let profile = Profile(qualifiers: qualifiers[root] ?? [], codes: codes[root])
            if rootsOf[profile] == nil { profiles.append(profile) }
            rootsOf[profile, default: []].append(root)
        }
        for component in JoinRule.components(of: profiles, rule: group.rule) {
            let members = component.flatMap { rootsOf[profiles[$0]] ?? [] }.sorted()
            guard let first = members.first, members.count > 1 else { continue }
            let joined = Set(members)
            for holder in group.holders where rules[holder.node] == nil && joined.contains(root(of: holder.node)) {
                rules[holder.node] = group.rule
            }
            for member in members.dropFirst() {
                parents[member] = first
                codes[first].formUnion(codes[member])
            }
        }
    }

    /// The smallest node of the cluster: joins always point from the larger one to the smaller.
    private mutating func root(of node: Int) -> Int {
        var root = node
        while parents[root] != root { root = parents[root] }
        var step = node
        while parents[step] != root { (step, parents[step]) = (parents[step], root) }
        return root
    }

    // MARK: Result

    /// The clusters with records of the batch, sorted by customer.
    mutating func customers() -> [MatchedCustomer] {
        var recordsOf: [Int: [Int]] = [:]
        for (index, node) in recordNodes.enumerated() { recordsOf[root(of: node), default: []].append(index) }
        var knownOf: [Int: [KnownCustomer]] = [:]
        for (node, customer) in known.enumerated() { knownOf[root(of: node), default: []].append(customer) }
        let customers = recordsOf.map { root, members in
            customer(of: members.sorted(), known: knownOf[root] ?? [])
        }
        return customers.sorted { $0.id < $1.id }
    }

    private func customer(of members: [Int], known: [KnownCustomer]) -> MatchedCustomer {
        let survivor = known.min { ($0.storedAt, $0.id) < ($1.storedAt, $1.id) }
        let matches = members.enumerated().map { place, index in
            let isFirst = survivor == nil && place == 0
            let rule = isFirst || records[index].stored != nil ? nil : rules[recordNodes[index]]
            return RecordMatch(key: records[index].key, rule: rule)
        }
        let smallest = records[members[0]].key
        return MatchedCustomer(
            id: survivor?.id ?? Identity.customer(source: smallest.source, externalID: smallest.externalID),
            isNew: survivor == nil, records: matches, absorbed: known.map(\.id).filter { $0 != survivor?.id }.sorted())
    }
}
