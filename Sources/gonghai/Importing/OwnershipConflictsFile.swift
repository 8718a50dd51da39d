import Allocation
import Foundation
import PoolStore
import Records

/// ownership-conflicts.csv: the customers whose owner no rule decides or a source asks about, one row per claim, with what speaks for it. The
/// completed file is imported as the decision.
enum OwnershipConflictsFile {
    static let name = "ownership-conflicts.csv"
    static let columns = [
        "customer_id", "customer", "source", "external_id", "owner", "rep_id", "open_deal", "last_paid",
        "last_follow_up", "owned_since", "decision",
    ]
    /// The columns that a spreadsheet may take for formulas.
    private static let texts = [false, true, false, false, true]

    /// `nil`: nothing is disputed.
    static func bytes(store: any Store, date: BusinessDate, zone: Zone) throws -> [UInt8]? {
        let cases = try cases(store: store, date: date, zone: zone)
        guard !cases.isEmpty else { return nil }
        let names = Dictionary(
            try store.summaries(of: cases.map(\.customer)).map { ($0.id, $0.name) },
            uniquingKeysWith: { first, _ in first })
        func day(_ instant: Instant?) -> String { instant.map { zone.date(of: $0).description } ?? "" }
        var writer = CSVWriter(bom: true)
        writer.append(columns)
        for question in cases {
            for claim in question.claims {
                let who = [question.customer.rawValue, names[question.customer] ?? ""]
                let record = [claim.record.source, claim.record.externalID, claim.named, claim.rep?.rawValue ?? ""]
                let evidence = [
                    claim.hasOpenDeal ? "yes" : "", day(claim.lastPaidAt), day(claim.lastFollowUpAt),
                    day(claim.ownedSince),
                ]
                writer.append(who + record + evidence + [""], neutralising: texts)
            }
        }
        return writer.bytes
    }

    static func cases(store: any Store, date: BusinessDate, zone: Zone) throws -> [OwnershipCase] {
        let recent = OwnershipRule.startOfRecentPayments(before: date, zone: zone)
        let disputed = try store.disputes().map(\.customer)
        let undecided = disputed.isEmpty ? [] : try store.ownershipCases(among: disputed, recent: recent)
        var asked = try store.ownershipQuestions(recent: recent)
        let owners = try store.owners(of: asked.map(\.customer))
        for index in asked.indices {
            guard let owner = owners[asked[index].customer],
                !asked[index].claims.contains(where: { $0.rep == owner })
            else { continue }
            // Whom no list names has a word too: the pool's.
            let record = RecordKey(source: "pool", externalID: asked[index].customer.rawValue)
            asked[index].claims.append(OwnerClaim(record: record, rep: owner, named: owner.rawValue))
        }
        return (undecided + asked).sorted { $0.customer < $1.customer }
    }

    /// Writes the file into the workspace's rejects, or removes it where nothing is disputed any more.
    static func replace(in workspace: Workspace, date: BusinessDate) throws {
        let bytes = try bytes(store: workspace.store(), date: date, zone: workspace.zone)
        try RejectFiles.replace(workspace.rejects.appending(path: name), by: bytes)
    }
}
