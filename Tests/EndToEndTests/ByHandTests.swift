import Foundation
import TestSupport
import Testing

@Suite("What is settled by hand")
struct ByHandTests {
    private func workspace(_ rules: String = "") throws -> SmallWorkspace {
        let workspace = try SmallWorkspace(rules)
        try workspace.run("2026-11-05")
        return workspace
    }

    @Test("a transfer within the team does not restart the clock, one to another team does (EDGE-CASES, Clock start)")
    func transfer() throws {
        let workspace = try workspace()
        try workspace.gonghai("transfer", "crm:1", "--to", "E2", "--reason", "load", "--at", "2026-11-06T10:00")
        #expect(try workspace.state(1).owner == "hr:E2")
        #expect(try workspace.state(1).deadline == "2026-11-09")
        try workspace.gonghai("transfer", "crm:2", "--to", "E3", "--reason", "moved", "--at", "2026-11-06T10:00")
        #expect(try workspace.state(2).deadline == "2026-11-13")
        try workspace.gonghai("verify")
    }

    @Test("a transfer breaks no limit: a full rep and a rep on leave get nothing (EDGE-CASES, Capacity)")
    func transferLimits() throws {
        let workspace = try workspace("claims: {holding_limit: 1}")
        try workspace.gonghai("transfer", "crm:1", "--to", "E2", "--reason", "load", "--at", "2026-11-06T10:00")
        let full = try workspace.gonghai(
            "transfer", "crm:2", "--to", "E2", "--reason", "load", "--at", "2026-11-06T10:01", ending: 2)
        #expect(full.contains("holding_limit, 1 of 1 prospects held"), "\(full)")
        #expect(try workspace.owner(2) == "hr:E1")
        let same = try workspace.gonghai(
            "transfer", "crm:1", "--to", "E2", "--reason", "x", "--at", "2026-11-06T10:02", ending: 2)
        #expect(same.contains("hr:E2"))
    }

    @Test("a lock has an end and a cap, and keeps an overdue customer (EDGE-CASES, Exemptions)")
    func lock() throws {
        let workspace = try workspace(
            "follow_up: {within_days: 7, recycle_on: calendar, require_reminder: none, maximum_lock_days: 10}")
        let far = try workspace.gonghai(
            "lock", "crm:1", "--until", "2026-11-17", "--reason", "x", "--at", "2026-11-06T10:00", ending: 2)
        #expect(far.contains("until 2026-11-16 at most"), "\(far)")
        try workspace.gonghai(
            "lock", "crm:1", "--until", "2026-11-10", "--reason", "tender", "--at", "2026-11-06T10:00")
        try workspace.run("2026-11-10")
        #expect(try workspace.state(1).status == "prospect")
        #expect(try workspace.state(2).status == "pool")
        try workspace.run("2026-11-11")
        #expect(try workspace.state(1).status == "pool")
        try workspace.gonghai("lock", "crm:1", "--reason", "x", ending: 64)
        try workspace.gonghai("verify")
    }

    @Test("a retired customer is never offered again, whether it was somebody's or in the pool")
    func retire() throws {
        let workspace = try workspace()
        try workspace.gonghai("retire", "crm:1", "--reason", "dissolved", "--at", "2026-11-06T10:00")
        try workspace.gonghai("retire", "crm:4", "--reason", "wrong number", "--at", "2026-11-06T10:00")
        #expect(try workspace.state(1).status == "retired")
        let claim = try workspace.gonghai("claim", "crm:4", "--rep", "E2", "--at", "2026-11-06T11:00", ending: 2)
        #expect(claim.contains("retired"))
        try workspace.gonghai("retire", "crm:4", "--reason", "again", ending: 2)
        try workspace.run("2026-11-06")
        try workspace.gonghai("verify")
    }

    @Test("who stands in during leave keeps the customers with follow-ups of his own")
    func delegation() throws {
        let workspace = try workspace()
        func followUp(_ customer: String, _ rep: String) throws {
            try workspace.gonghai(
                "follow-up", customer, "--rep", rep, "--channel", "phone", "--outcome", "ok", "--at",
                "2026-11-07T10:00")
        }
        try followUp("crm:2", "E2")
        try workspace.gonghai("delegate", "E1", "--to", "E3", "--from", "2026-11-06", "--until", "2026-11-08")
        try followUp("crm:1", "E3")
        #expect(try workspace.state(1).deadline == "2026-11-14")
        #expect(try workspace.state(2).deadline == "2026-11-09", "a colleague's follow-up is nobody's")
        try workspace.run("2026-11-09")
        #expect(try workspace.state(1).owner == "hr:E1")
        #expect(try workspace.state(2).status == "pool")
        try workspace.gonghai(
            "delegate", "E1", "--to", "E1", "--from", "2026-11-06", "--until", "2026-11-08", ending: 64)
    }

    @Test("an appeal keeps the customer for who lost it until it is granted or turned down")
    func appeal() throws {
        let workspace = try workspace()
        try workspace.run("2026-11-09")
        #expect(try workspace.state(1).status == "pool")
        let stranger = try workspace.gonghai("appeal", "crm:1", "--rep", "E2", "--reason", "mine", ending: 2)
        #expect(stranger.contains("never had"))
        for customer in ["crm:1", "crm:2"] {
            try workspace.gonghai(
                "appeal", customer, "--rep", "E1", "--reason", "visited", "--at", "2026-11-10T09:00")
        }
        let claim = try workspace.gonghai("claim", "crm:1", "--rep", "E2", "--at", "2026-11-10T10:00", ending: 2)
        #expect(claim.contains("on_hold"), "\(claim)")
        #expect(try workspace.gonghai("appeal").contains("visited"))
        try workspace.gonghai("reinstate", "crm:1", "--reason", "proven", "--at", "2026-11-10T11:00")
        #expect(try workspace.owner(1) == "hr:E1")
        #expect(try workspace.state(1).deadline == "2026-11-17")
        try workspace.gonghai("appeal", "crm:2", "--reject", "--reason", "no proof", "--at", "2026-11-10T11:00")
        try workspace.gonghai("claim", "crm:2", "--rep", "E2", "--at", "2026-11-10T12:00")
        #expect(try workspace.gonghai("appeal").contains("No appeal waits"))
        let taken = try workspace.gonghai("reinstate", "crm:2", "--reason", "x", "--at", "2026-11-10T13:00", ending: 2)
        #expect(taken.contains("--rep hr:E1"), "\(taken)")
        try workspace.gonghai("verify")
    }

    @Test("a follow-up written down late brings a pooled customer back; one that went on waits for the manager")
    func lateRecording() throws {
        let workspace = try workspace()
        try workspace.run("2026-11-09")
        try workspace.gonghai("claim", "crm:2", "--rep", "E2", "--at", "2026-11-10T09:00")
        try workspace.folder.write(
            """
            id,customer,rep,at,recorded_at,channel,outcome
            1,crm:1,E1,2026-11-08 10:00,2026-11-10 08:00,phone,ok
            2,crm:2,E1,2026-11-08 10:00,2026-11-10 08:00,phone,ok
            3,crm:3,E1,2026-11-06 10:00,2026-11-10 08:00,phone,ok

            """, to: "inbox/follow-ups-crm.csv")
        try workspace.run("2026-11-10")
        #expect(try workspace.owner(1) == "hr:E1")
        #expect(try workspace.owner(2) == "hr:E2")
        #expect(try workspace.gonghai("appeal").contains("late_follow_up"))
        #expect(try workspace.events("reinstated").count == 1)
        try workspace.run("2026-11-11")
        #expect(try workspace.events("reinstated").count == 1, "once")
        try workspace.gonghai("verify")
    }

    @Test("a leaver's customers with open deals never go to the pool, and the plan is shown before it is done")
    func offboard() throws {
        let workspace = try workspace()
        try workspace.folder.write(
            "id,customer,rep,status,amount\n1,crm:1,E1,open,5000\n", to: "inbox/deals-crm.csv")
        try workspace.run("2026-11-06")
        let plan = try workspace.gonghai("offboard", "E1", "--at", "2026-11-07T09:00")
        #expect(plan.contains("open_deal"), "\(plan)")
        #expect(plan.contains("刘总 (hr:M1)"), "the manager gets what has an open deal")
        #expect(plan.contains("to the pool 2"), "\(plan)")
        #expect(plan.contains("Nothing was changed"))
        #expect(try workspace.owner(1) == "hr:E1")
        #expect(try workspace.folder.text("plans/offboard-hr_E1-2026-11-07.csv").contains("hr:M1,open_deal"))
        try workspace.gonghai("offboard", "E1", "--to", "E2", "--execute", "--at", "2026-11-07T09:00")
        #expect(try (1...3).map(workspace.owner) == ["hr:E2", "hr:E2", "hr:E2"])
        try workspace.gonghai("verify")
    }

    @Test("released and claimed again, round trips: the audit says what to look at")
    func audit() throws {
        let workspace = try workspace("claims: {cooling_off_days: 0}")
        try workspace.gonghai("claim", "crm:4", "--rep", "E2", "--at", "2026-11-06T09:00")
        try workspace.gonghai("release", "crm:4", "--rep", "E2", "--at", "2026-11-07T09:00")
        try workspace.gonghai("claim", "crm:4", "--rep", "E2", "--at", "2026-11-07T10:00")
        try workspace.gonghai("release", "crm:1", "--rep", "E1", "--at", "2026-11-07T09:00")
        try workspace.gonghai("claim", "crm:1", "--rep", "E2", "--at", "2026-11-07T10:00")
        try workspace.gonghai("release", "crm:1", "--rep", "E2", "--at", "2026-11-08T09:00")
        try workspace.gonghai("claim", "crm:1", "--rep", "E1", "--at", "2026-11-08T10:00")
        let flags = try workspace.gonghai("audit", "--from", "2026-11-01", "--to", "2026-11-10")
        #expect(flags.contains("round_trip"), "\(flags)")
        #expect(flags.contains("reclaimed"), "\(flags)")
    }
}
