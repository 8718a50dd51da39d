import Allocation
import Foundation
import PoolStore
import Records
import Reporting

/// ownership-conflicts.csv as it stands in the workspace's rejects: what is disputed now.
enum OwnershipConflictsFile {
    static let name = "\(OwnershipConflictTable.name).csv"
    static let columns = OwnershipConflictTable.columnNames

    /// `nil`: nothing is disputed.
    static func bytes(store: any Store, date: BusinessDate, zone: Zone) throws -> [UInt8]? {
        let cases = try cases(store: store, date: date, zone: zone)
        let names = Dictionary(
            try store.summaries(of: cases.map(\.customer)).map { ($0.id, $0.name) },
            uniquingKeysWith: { first, _ in first })
        return OwnershipConflictTable.bytes(cases, names: names, zone: zone)
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
