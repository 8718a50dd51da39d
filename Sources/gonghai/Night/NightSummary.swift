import Foundation
import Records
import Reporting
import Rules

/// What a night says on the terminal when it is done: what came in, the headline numbers, where the reports are.
struct NightSummary {
    let night: Night

    func print(json: Bool) throws {
        if json {
            try Console.printJSON(night.record)
            return
        }
        let skipped = night.record.stages.count { $0.status == "skipped" }
        if skipped == night.record.stages.count {
            Console.print("The night for \(night.date) is done already; nothing was changed.")
        }
        if !night.importedFiles.isEmpty {
            let reports = night.importedFiles.map { ImportReport($0, folder: "rejects", seconds: 0) }
            Console.print(ImportReport.table(reports))
            if reports.contains(where: { !$0.rejectsFile.isEmpty || !$0.problemsFile.isEmpty }) {
                Console.print(
                    "Rejected rows and values that were not understood: \(night.workspace.shown(night.workspace.rejects))/"
                )
            }
            Console.print()
        }
        let numbers = try Reports.headline(try night.measures(), in: .english)
        Console.print(HeadlineNumbers.text(numbers))
        Console.print()
        Console.print("Reports: \(night.workspace.out(night.date).relativePath)")
        guard let report = night.dispatched else { return }
        let isFiles = night.rules.mail.transport == .eml && report.sent > 0
        Console.print(report.sentence + (isFiles ? " They are in \(night.workspace.outbox.relativePath)" : ""))
    }
}

enum HeadlineNumbers {
    /// One number a line, aligned on the right, its name beside it.
    static func text(_ numbers: [(label: String, value: String)]) -> String {
        let width = numbers.map { TextWidth.columns(of: $0.value) }.max() ?? 0
        return numbers.map { number in
            let indent = String(repeating: " ", count: 2 + width - TextWidth.columns(of: number.value))
            return "\(indent)\(number.value)  \(number.label)"
        }.joined(separator: "\n")
    }
}
