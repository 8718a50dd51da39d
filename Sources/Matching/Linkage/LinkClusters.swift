import Records

/// Records joined to clusters, link by link, the likeliest first, without chaining: every record of one cluster is compared
/// with every one of the other before the two are joined.
package struct LinkClusters<Table: LinkageTable> {
    private let linkage: Linkage<Table>
    private let links: [Link]
    private var parents: [Int]
    private var members: [Int: [Int]] = [:]
    /// Where each record stands among the records of the links, two for each link.
    private let ends: PlaceIndex
    /// What a person decided: pairs that are two customers.
    private let apart: Set<RecordPair>

    /// Pairs that are left for a person, the likeliest first.
    package private(set) var undecided: [Link] = []

    /// Two links of nearly the same weight, to two that are not one, decide nothing.
    private static var margin: Double { 4 }
    private static var vagueMargin: Double { 14 }
    /// Of two large clusters not every pair is compared.
    private static var mostComparisons: Int { 1_000 }

    /// `links`: the likeliest first. `together`: groups of records that are one customer already. `apart`: pairs of records
    /// that somebody said are two.
    package init(
        _ linkage: Linkage<Table>, links: [Link], together: [[Int]] = [], apart: Set<RecordPair> = []
    ) {
        self.linkage = linkage
        self.links = links
        self.apart = apart
        ends = PlaceIndex(of: links.flatMap { [$0.left, $0.right] }, below: linkage.table.count)
        parents = Array(0..<linkage.table.count)
        for group in together {
            for record in group.dropFirst() { unite(group[0], record) }
        }
        joinAll()
    }

    private func links(of record: Int) -> some Sequence<Link> {
        ends[record].lazy.map { links[Int($0) / 2] }
    }

    /// The smallest record of the cluster.
    package func root(of record: Int) -> Int {
        var root = record
        while parents[root] != root { root = parents[root] }
        return root
    }

    /// The likeliest link of a record to another one of its cluster.
    package func bestLink(of record: Int) -> Link? {
        let root = root(of: record)
        // Links are sorted, and so are the indices of each record's.
        return links(of: record).first {
            self.root(of: $0.left == record ? $0.right : $0.left) == root
        }
    }

    /// The clusters of more than one record, each ascending, by their smallest record.
    package var groups: [[Int]] { members.values.map { $0.sorted() }.sorted { $0[0] < $1[0] } }

    private mutating func unite(_ one: Int, _ other: Int) {
        let (left, right) = (root(of: one), root(of: other))
        guard left != right else { return }
        let (kept, gone) = (min(left, right), max(left, right))
        parents[gone] = kept
        members[kept] = (members[kept] ?? [kept]) + (members.removeValue(forKey: gone) ?? [gone])
    }

    private func records(_ root: Int) -> [Int] { members[root] ?? [root] }

    private mutating func joinAll() {
        var open: [Link] = []
        for link in links {
            let (left, right) = (root(of: link.left), root(of: link.right))
            guard left != right else { continue }
            guard link.bits >= Linkage<Table>.mergeBits, linkage.table.mayJoin(link.pattern), belong(left, right),
                !isAmbiguous(link, left, right)
            else {
                open.append(link)
                continue
            }
            unite(left, right)
        }
        // Each two clusters once.
        var asked: Set<RecordPair> = []
        undecided = open.filter { link in
            let (left, right) = (root(of: link.left), root(of: link.right))
            guard left != right, !linkage.table.isApart(link.pattern), !areApart(left, right) else { return false }
            return asked.insert(RecordPair(left, right)).inserted
        }
    }

    /// Whether two clusters can be one: no two records are apart, and on the whole they look like one.
    private func belong(_ left: Int, _ right: Int) -> Bool {
        var sum = 0.0
        var count = 0
        for one in records(left) {
            for other in records(right) {
                let pattern = linkage.table.pattern(one, other)
                if linkage.table.isApart(pattern) || apart.contains(RecordPair(one, other)) { return false }
                sum += linkage.bits(pattern, one, other)
                count += 1
                if count >= Self.mostComparisons { break }
            }
        }
        return sum / Double(count) >= Linkage<Table>.reviewBits
    }

    private func areApart(_ left: Int, _ right: Int) -> Bool {
        records(left).prefix(30).contains { one in
            records(right).prefix(30).contains { other in
                linkage.table.isApart(linkage.table.pattern(one, other)) || apart.contains(RecordPair(one, other))
            }
        }
    }

    /// Whether one of the two could as well join a third that is another customer than the other.
    private func isAmbiguous(_ link: Link, _ left: Int, _ right: Int) -> Bool {
        isDrawn(from: left, link, rival: right) || isDrawn(from: right, link, rival: left)
    }

    private func isDrawn(from cluster: Int, _ link: Link, rival: Int) -> Bool {
        let margin = linkage.table.isVague(link.pattern) ? Self.vagueMargin : Self.margin
        for record in records(cluster) {
            for other in links(of: record) {
                guard abs(other.bits - link.bits) <= margin, linkage.table.mayJoin(other.pattern) else { continue }
                let third = root(of: other.left == record ? other.right : other.left)
                if third != cluster, third != rival, areApart(third, rival), !areApart(third, cluster) { return true }
            }
        }
        return false
    }
}

/// Two records, whichever is named first.
package struct RecordPair: Hashable, Sendable {
    package let first: Int
    package let second: Int

    package init(_ one: Int, _ other: Int) {
        first = min(one, other)
        second = max(one, other)
    }
}
