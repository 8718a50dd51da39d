import Foundation
import Records
import Reporting
import Rules
import TestSupport
import Testing

@testable import Reporting

/// Writes the sample night's files to the folder GONGHAI_PAGES, to be looked at.
@Suite struct PageFilesTests {
    @Test(
        "the pages of the sample night are written where somebody wants to look at them",
        .enabled(if: ProcessInfo.processInfo.environment["GONGHAI_PAGES"] != nil))
    func writesPages() throws {
        let folder = URL(
            filePath: ProcessInfo.processInfo.environment["GONGHAI_PAGES"] ?? "", directoryHint: .isDirectory)
        let cases = [
            ("usual", SampleNight.facts()), ("suspended", SampleNight.facts(isSuspended: true)),
            ("empty", NightFacts(date: SampleNight.date, asOf: SampleNight.zone.end(of: SampleNight.date))),
        ]
        for (name, facts) in cases {
            let target = folder.appending(path: name)
            try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
            let rules = SampleNight.rules()
            var files = try Reports.render(facts, rules: rules, version: "0.1.0")
            let mail = try MailBodies.management(facts, rules: rules, version: "0.1.0")
            files += [
                ReportFile(name: "mail.html", text: mail.html),
                ReportFile(name: "mail.txt", text: mail.subject + "\n\n" + mail.text),
            ]
            if let first = try MailBodies.worklists(facts, rules: rules, version: "0.1.0").first {
                files += [
                    ReportFile(name: "mail-worklist.html", text: first.body.html),
                    ReportFile(name: "mail-worklist.txt", text: first.body.text),
                ]
            }
            for file in files { try Data(file.bytes).write(to: target.appending(path: file.name)) }
        }
    }
}
