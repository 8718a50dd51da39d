import Foundation
import GRDB
import Records
import Rules

extension SQLiteStore {
    package func ruleVersions() throws -> [KeptRules] {
        try read { db in
            try db.all("SELECT number, digest, effective_on, yaml FROM rule_versions ORDER BY number") {
                KeptRules(
                    version: RuleVersion(number: $0.integer(), digest: $0.text(), effectiveOn: $0.date()),
                    yaml: $0.bytes())
            }
        }
    }

    package func keepRules(_ yaml: [UInt8], digest: String, date: BusinessDate, at: Instant) throws {
        try change(date, at) { change in
            let last = try change.db.first(
                "SELECT number, digest, effective_on FROM rule_versions ORDER BY number DESC LIMIT 1"
            ) { (number: $0.integer(), digest: $0.text(), from: $0.date()) }
            guard last?.digest != digest else { return }
            // A night of an earlier date that runs later cannot be under rules that were not there yet.
            let from = max(date, last?.from ?? date)
            // What no night recycled under was never in force: a night that stopped may have been the reason to change it.
            let isUsed = try last.map {
                try change.db.count(
                    "SELECT count(*) FROM stages WHERE stage = 'recycle' AND business_date >= ?", [$0.from]) > 0
            }
            let number = (last?.number ?? 0) + (isUsed == false ? 0 : 1)
            try change.db.run(
                "INSERT OR REPLACE INTO rule_versions (number, digest, effective_on, yaml) VALUES (?, ?, ?, ?)",
                [number, digest, isUsed == false ? last?.from ?? from : from, Data(yaml)])
            change.log(
                .rulesChanged, run: date.description,
                payload: ["version": String(number), "digest": digest, "effective_on": from.description])
        }
    }
}
