import Foundation
import Testing

/// Three reps, a manager and four customers, follow-ups typed in: as little as the commands about ownership need.
struct SmallWorkspace {
    let folder: TemporaryFolder

    static let reps = """
        id,name,email,team,manager_email,active
        E1,陈静,chen@example.com,East,boss@example.com,true
        E2,李娜,li@example.com,East,boss@example.com,true
        E3,王强,wang@example.com,West,boss@example.com,true
        M1,刘总,boss@example.com,Office,,true

        """

    /// `owner`: of the first three customers, who have had it since 2026-11-02; the fourth is in the pool.
    init(_ rules: String = "", owner: String = "E1") throws {
        folder = try TemporaryFolder()
        try write(rules)
        try folder.write(Self.reps, to: "inbox/reps.csv")
        let names = ["苏州澄湖精密机械有限公司", "无锡惠山电子有限公司", "常州武进化工有限公司"]
        let rows = names.enumerated().map { "\($0 + 1),\($1),\(owner),2026-11-02,A,江苏省" } + ["4,南京玄武物流有限公司,,,B,江苏省"]
        try folder.write(
            "id,name,owner,owned_since,level,province\n\(rows.joined(separator: "\n"))\n", to: "inbox/customers.csv")
    }

    /// gonghai.yaml: calendar days, no reminder asked for, no allocation, follow-ups typed in, the go-live grace over; but for
    /// what `rules` say.
    func write(_ rules: String) throws {
        let hasFollowUp = rules.contains("follow_up:")
        try folder.write(
            """
            time_zone: Asia/Shanghai
            languages: [en]
            go_live: 2026-11-02
            go_live_grace_days: 0
            go_live_share_per_night: 1
            sources: [{name: crm, files: "c*"}, {name: hr, files: "reps*"}]
            \(rules.contains("allocation:") ? "" : "allocation: {strategy: none}")
            \(rules.contains("feeds:") ? "" : "feeds: {follow_ups: none}")
            \(hasFollowUp ? "" : "follow_up: {within_days: 7, recycle_on: calendar, require_reminder: none}")
            \(rules)

            """, to: "gonghai.yaml")
    }

    /// Runs a command that has to end with `status`; returns what it printed, errors after it.
    @discardableResult
    func gonghai(
        _ arguments: String..., ending status: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let result = try CommandLineTool.run(arguments, in: folder.url)
        #expect(
            result.status == status, "\(arguments)\n\(result.output)\(result.errors)", sourceLocation: sourceLocation)
        return result.output + result.errors
    }

    /// Runs the nights up to `date`; that the calendar does not know the year to come is a remark, not a fault.
    func run(_ date: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let result = try folder.gonghai("run", "--date", date)
        #expect(result.status <= 1, "\(result.output)\(result.errors)", sourceLocation: sourceLocation)
    }

    /// The owner of a customer of the list, its status and its deadline, as `explain --json` has them.
    func state(_ number: Int) throws -> (owner: String, status: String, deadline: String) {
        let text = try gonghai("explain", "crm:\(number)", "--json")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
        func value(_ key: String) -> String { object[key] as? String ?? "" }
        return (value("owner"), value("status"), value("deadline"))
    }

    func owner(_ number: Int) throws -> String { try state(number).owner }

    func events(_ kind: String) throws -> [String] {
        try gonghai("export", "events", "--raw").split(separator: "\r\n").map(String.init)
            .filter { $0.contains(",\(kind),") }
    }
}
