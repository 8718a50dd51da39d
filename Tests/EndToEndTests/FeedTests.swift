import Foundation
import TestSupport
import Testing

@Suite("Nobody loses a customer because a list did not come")
struct FeedTests {
    static let feeds = ["follow-ups-crm-a.csv", "follow-ups-crm-b.csv"]

    @Test("without any list of follow-ups the night stops before recycling, says how to go on, and keeps the imports")
    func allMissing() throws {
        let folder = try SampleWorkspace.make()
        for feed in Self.feeds { try FileManager.default.removeItem(at: folder.url.appending(path: "inbox/\(feed)")) }
        let night = try folder.gonghai("run", "--date", SampleWorkspace.date)
        #expect(night.status == 3)
        #expect(night.errors.contains("--approve feeds"))
        #expect(!folder.exists("out/2026-11-23"))
        #expect(try folder.gonghai("export", "customers").output.split(separator: "\r\n").count > 250)
        #expect(!(try folder.gonghai("export", "events", "--raw").output.contains(",recycled,")))
        #expect(try folder.text("runs/2026-11-23/1.json").contains("\"status\" : \"stopped\""))

        let fused = try folder.gonghai("run", "--date", SampleWorkspace.date, "--approve", "feeds")
        #expect(fused.status == 3 && fused.errors.contains("--approve recycling"), "\(fused.errors)")
        let approved = try folder.gonghai(
            "run", "--date", SampleWorkspace.date, "--approve", "feeds", "--approve", "recycling")
        #expect(approved.status <= 1, "\(approved.errors)")
        #expect(try folder.gonghai("export", "events", "--raw").output.contains(",recycled,"))
    }

    @Test("a list that comes after the stop is read by the next run, to the same end as a night that had it at once")
    func comesLate() throws {
        let folder = try SampleWorkspace.make()
        for feed in Self.feeds { try FileManager.default.removeItem(at: folder.url.appending(path: "inbox/\(feed)")) }
        #expect(try folder.gonghai("run", "--date", SampleWorkspace.date).status == 3)
        for feed in Self.feeds {
            try FileManager.default.copyItem(
                at: SampleWorkspace.source.appending(path: "inbox/\(feed)"),
                to: folder.url.appending(path: "inbox/\(feed)"))
        }
        let night = try folder.gonghai("run", "--date", SampleWorkspace.date)
        #expect(night.status == 1, "\(night.errors)")
        let whole = try SampleWorkspace.afterNight()
        for table in ["assignments", "spells", "customers"] {
            #expect(
                try folder.gonghai("export", table, "--raw").output == whole.gonghai("export", table, "--raw").output,
                "\(table)")
        }
        #expect(try folder.gonghai("verify").status == 0)
    }

    @Test("one missing list protects its own source's customers only, and says so on the first page")
    func oneMissing() throws {
        let folder = try SampleWorkspace.afterNight()
        // The next working day: only one of the two lists comes.
        try FileManager.default.removeItem(at: folder.url.appending(path: "inbox"))
        try folder.write(
            "跟进编号,客户编号,跟进人,跟进时间,跟进方式,跟进内容\r\nG90001,\(try Self.anyCustomer(in: folder)),张伟,2026-11-24 10:00,电话,又打了一次\r\n",
            to: "inbox/follow-ups-crm-a.csv")
        let night = try folder.gonghai("run", "--date", "2026-11-24")
        #expect(night.status <= 1, "\(night.errors)")
        let suspended = try folder.gonghai("export", "events", "--raw").output.split(separator: "\r\n").filter {
            $0.contains(",2026-11-24,") && $0.contains(",recycling_suspended,")
        }
        #expect(suspended.count == 1)
        #expect(suspended.first?.contains("crm-b") == true)
        #expect(try folder.text("out/2026-11-24/management.en.html").contains("crm-b"))
    }

    @Test("a list of last night's bytes is no news")
    func sameBytesAgain() throws {
        let folder = try SampleWorkspace.afterNight()
        let night = try folder.gonghai("run", "--date", "2026-11-24")
        let recycled = try folder.gonghai("export", "events", "--raw").output.split(separator: "\r\n").filter {
            $0.contains(",2026-11-24,") && $0.contains(",recycled,")
        }
        #expect(recycled.isEmpty)
        #expect(night.status == 3 || night.errors.isEmpty)
    }

    private static func anyCustomer(in folder: TemporaryFolder) throws -> String {
        let rows = try folder.gonghai("export", "customers", "--raw").output.split(separator: "\r\n")
        return String(rows[1].split(separator: ",")[0])
    }
}
