import Records

/// What a night would do, customer by customer, like a diff: `+` given, `-` taken back, `=` kept with a reason.
struct NightPlan {
    let night: Night

    struct Line: Encodable {
        var customerID: String
        var customer: String
        var action: String
        var rep: String?
        var reason: String
        var detail: String
    }

    func print(json: Bool) throws {
        let lines = try lines(json: json)
        if json {
            try Console.printJSON(lines)
            return
        }
        Console.print("The night for \(night.date) would do this:")
        for line in lines {
            let mark = ["recycle": "-", "claim": "+", "allocate": "+"][line.action] ?? "="
            let rep = line.rep.map { " \($0)" } ?? ""
            Console.print(
                "\(mark) \(line.action) \(line.customerID) \(line.customer)\(rep): \(line.reason) \(line.detail)")
        }
        let totals = Dictionary(grouping: lines, by: \.action).mapValues(\.count).sorted { $0.key < $1.key }
        Console.print(totals.map { "\($0.value) \($0.key)" }.joined(separator: ", "))
        Console.print("This was a dry run: nothing was changed.")
    }

    private func lines(json: Bool) throws -> [Line] {
        let reps = try RepNames(store: night.store)
        let decisions = try night.store.decisions(of: night.date)
        let names = Dictionary(
            try night.store.summaries(of: Set(decisions.map(\.customer)).sorted()).map { ($0.id, $0.name) },
            uniquingKeysWith: { first, _ in first })
        return decisions.map { decision in
            Line(
                customerID: decision.customer.rawValue, customer: names[decision.customer] ?? "",
                action: action(decision),
                rep: decision.rep?.rawValue, reason: decision.reason.rawValue,
                detail: json ? decision.detail.text : words(decision, reps: reps))
        }
    }

    private func words(_ decision: Decision, reps: RepNames) -> String {
        decision.detail.words(in: .english, naming: reps.name)
    }

    private func action(_ decision: Decision) -> String {
        switch (decision.kind, decision.isGranted) {
        case (.recycle, true): "recycle"
        case (.recycle, false): "keep"
        case (.claim, true): "claim"
        case (.claim, false): "refuse"
        case (.allocation, true): "allocate"
        case (.allocation, false): "leave"
        }
    }
}
