import Records

/// What the name of a file says about its content. A hint: the columns decide.
enum FileNameHint {
    private static let words: [(entity: Entity, words: [String])] = [
        (.contacts, ["contacts", "contact", "联系人"]),
        (.followUps, ["followups", "followup", "tasks", "task", "activities", "跟进"]),
        (.payments, ["payments", "payment", "receipts", "回款", "收款"]),
        (.claims, ["claims", "claim", "领取", "认领"]),
        (.deals, ["deals", "deal", "opportunit", "商机", "订单", "合同"]),
        (.reps, ["reps", "users", "user", "销售员", "业务员", "员工"]),
        (.customers, ["customers", "customer", "accounts", "account", "companies", "客户"]),
    ]

    /// The entity whose word the name begins with, else the only one whose word it has anywhere.
    static func entity(of file: String) -> Entity? {
        let name = Folding.folded(file.split(separator: "/").last.map(String.init) ?? file)
        for (entity, words) in words where words.contains(where: { name.starts(with: Folding.folded($0)) }) {
            return entity
        }
        let inside = words.filter { $0.words.contains { name.containsRun(Folding.folded($0)) } }
        return inside.count == 1 ? inside[0].entity : nil
    }
}

extension [UInt8] {
    fileprivate func containsRun(_ run: [UInt8]) -> Bool {
        guard !run.isEmpty, count >= run.count else { return false }
        return (0...(count - run.count)).contains { self[$0..<$0 + run.count].elementsEqual(run) }
    }
}
