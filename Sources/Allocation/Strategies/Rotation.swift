import Records

/// Everyone in turn, by id: each customer goes to the next eligible rep after the one who got the last.
///
/// The cursor is a state of its own, kept from night to night, so that remainders do not favour the first rep. Where the
/// cursor's rep is gone, the turn goes on at the successor (EDGE-CASES.md, "Cursor").
package struct Rotation: AllocationStrategy {
    package static let name = Strategy.rotation
    package private(set) var cursor: RepID?

    package init(_ setting: StrategySetting) { cursor = setting.cursor }
    package init(cursor: RepID?) { self.cursor = cursor }

    package func ranked(_ eligible: [Book], for customer: CustomerSummary) -> [Choice] {
        let start = cursor.flatMap { cursor in eligible.firstIndex { $0.rep.id > cursor } } ?? 0
        let detail = cursor.map { DecisionDetail.nextAfter($0) } ?? .firstTurn
        return (eligible[start...] + eligible[..<start]).map { Choice(rep: $0.rep.id, detail: detail) }
    }

    package mutating func granted(to rep: RepID) { cursor = rep }
}
