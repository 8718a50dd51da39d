import Foundation
import PoolStore
import Records

@testable import gonghai

/// What `gonghai export` gives out, read by column names alone: all that the checks know of a store.
struct Exported {
    struct Customer {
        var id, size, province, city, status, owner, hold, level: String
        var needs: [String]
    }

    struct Spell {
        var customer, rep, endReason, kind: String
        var startedAt: Instant
        var endedAt: Instant?

        var isOpen: Bool { endedAt == nil }
        var isIntake: Bool { kind == "claim" || kind == "allocation" }
    }

    struct FollowUp {
        var customer, rep: String
        var at: Instant
    }

    struct Event {
        var kind, customer, rep, payload: String
        var businessDate: BusinessDate
    }

    /// Every table as it is exported, for comparing.
    private(set) var tables: [ExportTable: [[String]]] = [:]
    let zone: Zone

    init(_ workspace: Workspace) throws {
        zone = workspace.zone
        for table in ExportTable.allCases {
            var rows: [[String]] = []
            try workspace.store().forEachRow(of: table, zone: zone) { rows.append($0) }
            tables[table] = rows
        }
    }

    private func rows(of table: ExportTable) -> [[String: String]] {
        let names = table.columns.map(\.name)
        return (tables[table] ?? []).map { Dictionary(zip(names, $0), uniquingKeysWith: { first, _ in first }) }
    }

    private func instant(_ text: String?) -> Instant? {
        text.flatMap { zone.instant(isoLocal: String($0.prefix(19))) }
    }

    var customers: [Customer] {
        rows(of: .customers).map {
            Customer(
                id: $0["customer_id"] ?? "", size: $0["size"] ?? "", province: $0["province"] ?? "",
                city: $0["city"] ?? "",
                status: $0["status"] ?? "", owner: $0["owner"] ?? "", hold: $0["hold"] ?? "", level: $0["level"] ?? "",
                needs: ($0["needs"] ?? "").split(separator: ";").map(String.init))
        }
    }

    var spells: [Spell] {
        rows(of: .spells).compactMap { row in
            guard let start = instant(row["started_at"]) else { return nil }
            return Spell(
                customer: row["customer_id"] ?? "", rep: row["rep_id"] ?? "", endReason: row["end_reason"] ?? "",
                kind: row["kind"] ?? "", startedAt: start,
                endedAt: (row["ended_at"] ?? "").isEmpty ? nil : instant(row["ended_at"]))
        }
    }

    /// Those that count.
    var followUps: [FollowUp] {
        rows(of: .followUps).compactMap { row in
            guard row["counts"] == "true", let at = instant(row["at"]) else { return nil }
            return FollowUp(customer: row["customer_id"] ?? "", rep: row["rep_id"] ?? "", at: at)
        }
    }

    var customersWithOpenDeal: Set<String> {
        Set(rows(of: .deals).filter { $0["status"] == "open" }.compactMap { $0["customer_id"] })
    }

    var events: [Event] {
        rows(of: .events).map {
            Event(
                kind: $0["kind"] ?? "", customer: $0["customer_id"] ?? "", rep: $0["rep_id"] ?? "",
                payload: $0["payload"] ?? "",
                businessDate: BusinessDate(iso: $0["business_date"] ?? "") ?? BusinessDate(dayNumber: 0))
        }
    }

    var reps: [String: WorldRep] {
        Dictionary(rows(of: .reps).map { (($0["rep_id"] ?? ""), rep($0)) }, uniquingKeysWith: { first, _ in first })
    }

    private func rep(_ row: [String: String]) -> WorldRep {
        func number(_ name: String) -> Int? { row[name].flatMap { Int($0) } }
        func list(_ name: String) -> [String] { (row[name] ?? "").split(separator: ";").map(String.init) }
        var rep = WorldRep(number: 0, name: row["name"] ?? "")
        rep.team = row["team"] ?? ""
        rep.isActive = row["active"] == "true"
        rep.startsOn = BusinessDate(iso: row["starts_on"] ?? "")
        rep.endsOn = BusinessDate(iso: row["ends_on"] ?? "")
        if let leave = row["leave"], let first = BusinessDate(iso: leave.prefix(10)),
            let last = BusinessDate(iso: leave.suffix(10))
        {
            rep.leave = first...last
        }
        (rep.regions, rep.sizes, rep.needs) = (list("regions"), list("sizes"), list("needs"))
        (rep.claimLimit, rep.intakeLimit, rep.holdingLimit) = (
            number("claim_limit"), number("intake_limit"), number("holding_limit")
        )
        return rep
    }

    /// The tables that differ, each with its first row that does. `ignoring` names columns that may.
    func differences(
        from other: Exported, in tables: [ExportTable] = ExportTable.allCases, ignoring: Set<String> = []
    ) -> [String] {
        tables.compactMap { table in
            let kept = table.columns.indices.filter { !ignoring.contains(table.columns[$0].name) }
            func lines(_ exported: Exported) -> [String] {
                (exported.tables[table] ?? []).map { row in kept.map { row[$0] }.joined(separator: ",") }
            }
            let (own, others) = (lines(self), lines(other))
            guard own != others else { return nil }
            let place = zip(own, others).enumerated().first { $1.0 != $1.1 }?.offset ?? min(own.count, others.count)
            func line(_ lines: [String]) -> String { place < lines.count ? lines[place] : "nothing" }
            return
                "export \(table.rawValue): \(own.count) and \(others.count) rows, of which row \(place + 1) is\n  \(line(own))\n  \(line(others))"
        }
    }
}
