import Records
import Rules

/// escalations.csv: what is due so soon that the owner's manager is told too.
enum EscalationsFile {
    static let name = "escalations.csv"
    static let columns = [
        "business_date", "manager_email", "rep_id", "rep", "customer_id", "customer", "deadline", "days_left",
    ]

    /// `nil`: the rules escalate nothing. Sorted by manager, rep, deadline, customer.
    static func bytes(_ facts: NightFacts, rules: Rules) -> [UInt8]? {
        guard let days = rules.followUp.escalateDaysBefore else { return nil }
        let reps = Dictionary(facts.reps.map { ($0.rep.id, $0.rep) }, uniquingKeysWith: { first, _ in first })
        func manager(_ reminder: Reminder) -> String { reps[reminder.rep]?.managerEmail ?? "" }
        let due = facts.reminders.filter { $0.deadline - facts.date <= days }.sorted {
            if manager($0) != manager($1) { return manager($0).isOrderedBefore(manager($1)) }
            return ($0.rep, $0.deadline, $0.customer) < ($1.rep, $1.deadline, $1.customer)
        }
        var writer = CSVWriter(bom: true)
        writer.append(columns)
        for reminder in due {
            writer.append(
                [
                    facts.date.description, manager(reminder), reminder.rep.rawValue, reps[reminder.rep]?.name ?? "",
                    reminder.customer.rawValue, facts.names[reminder.customer] ?? "", reminder.deadline.description,
                    String(reminder.deadline - facts.date),
                ], neutralising: [false, true, false, true, false, true, false, false])
        }
        return writer.bytes
    }
}
