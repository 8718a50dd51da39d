import Records

/// Everything that lists for single reps need, sorted by rep once.
struct WorklistIndex: Sendable {
    struct Received: Sendable {
        var history: SpellHistory
        /// The decision that gave it; `nil`: by hand.
        var decision: Decision?
    }

    let due: [RepID: [ActionMeasures.Due]]
    let kept: [RepID: [ActionMeasures.Kept]]
    let received: [RepID: [Received]]
    let recycled: [RepID: [RecyclingMeasures.Recycled]]
    let refused: [RepID: [Decision]]
    let deadlines: [SpellKey: ActionMeasures.Due]

    init(_ night: Night) {
        due = Dictionary(grouping: night.actions.pending, by: \.rep)
        kept = Self.grouped(night.actions.kept, by: \.rep)
        recycled = Self.grouped(night.recycling.tonight, by: \.rep)
        refused = Self.grouped(night.claims.refused, by: \.rep)
        deadlines = Dictionary(
            night.actions.pending.map { (SpellKey(customer: $0.customer, rep: $0.rep), $0) },
            uniquingKeysWith: { first, _ in first })
        let granted = Dictionary(
            (night.claims.granted + night.allocation.allocated).compactMap { decision in
                decision.rep.map { (SpellKey(customer: decision.customer, rep: $0), decision) }
            }, uniquingKeysWith: { first, _ in first })
        let today = night.spells.acquired.filter {
            night.spells.isToday($0.spell.startedAt) && $0.spell.endedAt == nil
        }
        received = Dictionary(
            grouping: today.map { history in
                Received(
                    history: history,
                    decision: granted[SpellKey(customer: history.spell.customer, rep: history.spell.rep)])
            }, by: \.history.spell.rep)
    }

    private static func grouped<Item>(_ items: [Item], by rep: KeyPath<Item, RepID?>) -> [RepID: [Item]] {
        items.reduce(into: [:]) { groups, item in
            if let id = item[keyPath: rep] { groups[id, default: []].append(item) }
        }
    }

    /// Whether there is anything on the rep's list.
    func hasContent(_ rep: RepID) -> Bool {
        due[rep] != nil || kept[rep] != nil || received[rep] != nil || recycled[rep] != nil || refused[rep] != nil
    }
}
