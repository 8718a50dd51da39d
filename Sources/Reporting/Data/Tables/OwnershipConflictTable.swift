import Records

/// The customers whose owner no rule decides or a source asks about, one row per claim, with what speaks for it. A person
/// completes `decision`, and the file is imported as the decision.
package enum OwnershipConflictTable {
    package static let name = "ownership-conflicts"
    package static let columnNames = columns.map(\.name)

    static let columns = [
        DataColumn("customer_id", .code), DataColumn("customer", .text), DataColumn("source", .code),
        DataColumn("external_id", .code), DataColumn("owner", .text), DataColumn("rep_id", .code),
        DataColumn("open_deal", .code), DataColumn("last_paid", .date), DataColumn("last_follow_up", .date),
        DataColumn("owned_since", .date), DataColumn("decision", .text),
    ]

    /// The file; `nil`: nothing is disputed.
    package static func bytes(
        _ cases: [OwnershipCase], names: [CustomerID: String], zone: Zone
    ) -> [UInt8]? {
        table(cases, names: names, zone: zone)?.bytes
    }

    static func tables(_ night: Night) -> [NightTable] {
        let table = table(night.facts.ownershipCases, names: night.facts.names, zone: night.zone)
        return table.map { [$0] } ?? []
    }

    private static func table(_ cases: [OwnershipCase], names: [CustomerID: String], zone: Zone) -> NightTable? {
        guard !cases.isEmpty else { return nil }
        func day(_ instant: Instant?) -> String? { instant.map { zone.date(of: $0).description } }
        let rows = cases.flatMap { question in
            question.claims.map { claim in
                [
                    question.customer.rawValue, names[question.customer], claim.record.source, claim.record.externalID,
                    claim.named, claim.rep?.rawValue, claim.hasOpenDeal ? "yes" : nil, day(claim.lastPaidAt),
                    day(claim.lastFollowUpAt), day(claim.ownedSince), nil,
                ]
            }
        }
        return NightTable(
            name: name, file: "\(name).csv", kind: name, columns: columns, rows: rows, hasMark: true)
    }
}
