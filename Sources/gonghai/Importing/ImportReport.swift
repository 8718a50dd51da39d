import Foundation
import Records

/// What an import says of each file: a line for people, or a JSON object for programs (SPEC.md, contract 2).
struct ImportReport: Encodable {
    var file: String
    var batch: String
    var source: String
    var entity: String
    var profile: String
    var encoding: String
    var read: Int
    var accepted: Int
    var new: Int
    var updated: Int
    var unchanged: Int
    var rejected: Int
    var pending: Int
    var merged: Int
    var flagged: Int
    var review: Int
    /// Empty where there is none.
    var rejectsFile: String
    var problemsFile: String
    /// Rows that name another owner than the pool has.
    var conflicts: Int
    var conflictsFile: String
    var seconds: Double

    enum CodingKeys: String, CodingKey {
        case file, batch, source, entity, profile, encoding, read, accepted, new, updated, unchanged, rejected, pending
        case merged, flagged, review, seconds, conflicts
        case conflictsFile = "conflicts_file"
        case rejectsFile = "rejects_file"
        case problemsFile = "problems_file"
    }

    init(_ file: FileRows, folder: String?, seconds: Double) {
        self.file = file.batch.file
        batch = file.batch.id.rawValue
        source = file.batch.source
        entity = file.batch.entity.rawValue
        profile = file.batch.profile
        encoding = file.batch.encoding
        read = file.counts.read
        accepted = file.counts.accepted
        new = file.counts.new
        updated = file.counts.updated
        unchanged = file.counts.unchanged
        rejected = file.counts.rejected
        pending = file.counts.pending
        merged = file.counts.merged
        flagged = file.counts.flagged
        review = file.counts.review
        rejectsFile = file.rejects.isEmpty ? "" : folder.map { "\($0)/\(RejectFiles.rejectsName(of: file))" } ?? ""
        problemsFile = file.flagged.isEmpty ? "" : folder.map { "\($0)/\(RejectFiles.problemsName(of: file))" } ?? ""
        conflicts = file.conflicts.count
        conflictsFile =
            file.conflicts.isEmpty ? "" : folder.map { "\($0)/\(RejectFiles.conflictsName(of: file))" } ?? ""
        self.seconds = seconds
    }

    /// Of a completed form.
    init(_ decisions: FormOutcome, folder: String?, seconds: Double) {
        file = decisions.form.table.shownAs
        batch = ""
        source = ""
        entity = decisions.form.kind.rawValue
        profile = ""
        encoding = ""
        read = decisions.counts.read
        accepted = decisions.counts.accepted
        new = 0
        updated = decisions.counts.updated
        unchanged = decisions.counts.unchanged
        rejected = decisions.counts.rejected
        pending = decisions.counts.pending
        merged = 0
        flagged = 0
        review = 0
        rejectsFile = decisions.rejects.isEmpty ? "" : folder.map { "\($0)/\(decisions.rejectsFile.name)" } ?? ""
        problemsFile = ""
        conflicts = 0
        conflictsFile = ""
        self.seconds = seconds
    }

    /// `customers-a.csv   customers  wukong  GB18030   142 read: 139 new (12 merged), 1 updated, 2 rejected`.
    static func table(_ reports: [ImportReport]) -> String {
        Console.table(
            [
                "FILE", "ENTITY", "PROFILE", "ENCODING", "READ", "NEW", "UPDATED", "SAME", "REJECTED", "WAITING",
                "MERGED", "FLAGGED",
            ],
            reports.map { report in
                let counts = [
                    report.read, report.new, report.updated, report.unchanged, report.rejected, report.pending,
                    report.merged,
                    report.flagged,
                ]
                return [(report.file as NSString).lastPathComponent, report.entity, report.profile, report.encoding]
                    + counts.map(String.init)
            })
    }
}
