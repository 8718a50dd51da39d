import Records

/// What a night would do, customer by customer, like a diff: `+` given, `-` taken back, `=` kept with a reason, `!` reminded;
/// then what each rep gains and loses.
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

    struct RepLine: Encodable {
        var repID: String
        var gains: Int
        var loses: Int
        var reminded: Int
    }

    struct Plan: Encodable {
        var businessDate: String
        var mode: String
        var changes: [Line]
        var totals: [String: Int]
        var reps: [RepLine]
    }

    func print(json: Bool) throws {
        let names = try RepNames(store: night.store)
        let decisions = try night.store.decisions(of: night.date)
        let reminders = try night.store.reminders(of: night.date)
        let changes = try lines(decisions, reminders, names: json ? nil : names)
        let reps = books(decisions, reminders)
        let totals = Dictionary(grouping: changes, by: \.action).mapValues(\.count)
        if json {
            try Console.printJSON(
                Plan(
                    businessDate: night.date.description, mode: night.rules.mode.rawValue, changes: changes,
                    totals: totals, reps: reps))
            return
        }
        Console.print("The night for \(night.date) would do this:")
        for line in changes {
            let mark = ["recycle": "-", "claim": "+", "allocate": "+", "remind": "!"][line.action] ?? "="
            let rep = line.rep.map { " \($0)" } ?? ""
            Console.print(
                Console.printable(
                    "\(mark) \(line.action) \(line.customerID) \(line.customer)\(rep): \(line.reason) \(line.detail)"))
        }
        if !reps.isEmpty {
            Console.print()
            Console.print(
                Console.table(
                    ["rep", "gains", "loses", "net", "reminded"],
                    reps.map {
                        [
                            names.name(RepID($0.repID)), "+\($0.gains)", "-\($0.loses)",
                            $0.gains >= $0.loses ? "+\($0.gains - $0.loses)" : "-\($0.loses - $0.gains)",
                            String($0.reminded),
                        ]
                    }))
        }
        Console.print(totals.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", "))
        Console.print("This was a dry run: nothing was changed.")
    }

    /// `names`: for words; `nil`: details as codes.
    private func lines(_ decisions: [Decision], _ reminders: [Reminder], names: RepNames?) throws -> [Line] {
        let mentioned = Set(decisions.map(\.customer) + reminders.map(\.customer)).sorted()
        let customers = Dictionary(
            try night.store.summaries(of: mentioned).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let decided = decisions.map { decision in
            Line(
                customerID: decision.customer.rawValue, customer: customers[decision.customer] ?? "",
                action: action(decision), rep: decision.rep?.rawValue, reason: decision.reason.rawValue,
                detail: names.map { decision.detail.words(in: .english, naming: $0.name) } ?? decision.detail.text)
        }
        return decided
            + reminders.map { reminder in
                Line(
                    customerID: reminder.customer.rawValue, customer: customers[reminder.customer] ?? "",
                    action: "remind", rep: reminder.rep.rawValue, reason: "due",
                    detail: names == nil ? "due on=\(reminder.deadline)" : "on \(reminder.deadline)")
            }
    }

    /// Who gains, loses or is reminded, sorted by rep.
    private func books(_ decisions: [Decision], _ reminders: [Reminder]) -> [RepLine] {
        var lines: [RepID: RepLine] = [:]
        func change(_ rep: RepID, _ path: WritableKeyPath<RepLine, Int>) {
            lines[rep, default: RepLine(repID: rep.rawValue, gains: 0, loses: 0, reminded: 0)][keyPath: path] += 1
        }
        for decision in decisions where decision.isGranted {
            guard let rep = decision.rep else { continue }
            change(rep, decision.kind == .recycle ? \.loses : \.gains)
        }
        for reminder in reminders { change(reminder.rep, \.reminded) }
        return lines.sorted { $0.key < $1.key }.map(\.value)
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
