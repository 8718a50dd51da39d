import Records

extension RowIdentity {
    /// The same for payments, where a receipt may have several lines: one for each customer, deal or person that it is
    /// credited to. Lines of one receipt that differ are payments of their own, so that their amounts add up to the
    /// receipt's; lines that are the same stand there twice and count once.
    ///
    /// The first line, in the order of who it is credited to, keeps the receipt's id, the others are `R1#2`, `R1#3` …: in
    /// whatever order a list has its lines, they get the same ids, and a line whose amount was corrected replaces itself.
    package static func resolve(_ rows: [Row<Payment>]) -> Resolution<Payment> {
        let taken = Set(rows.map(\.key))
        var rows = rows
        let receipts = Dictionary(grouping: rows.indices) { rows[$0].key }.values.filter { $0.count > 1 }
        for places in receipts {
            var number = 1
            var last: Payment?
            for place in places.sorted(by: { isBefore(rows[$0].value, rows[$1].value) }) {
                if let last, last != rows[place].value { number += 1 }
                last = rows[place].value
                guard number > 1 else { continue }
                var key = rows[place].key
                key.externalID += "#\(number)"
                // Where another row is called so, the lines are rejected as any rows of one id.
                if !taken.contains(key) { rows[place].key = key }
            }
        }
        return resolveRows(rows)
    }

    private static func isBefore(_ left: Payment, _ right: Payment) -> Bool {
        let (one, other) = (texts(of: left), texts(of: right))
        if one != other { return one.lexicographicallyPrecedes(other) { $0.isOrderedBefore($1) } }
        let (paid, otherPaid) = (left.paidAt?.epochSeconds ?? .min, right.paidAt?.epochSeconds ?? .min)
        return (paid, left.amount.minorUnits) < (otherPaid, right.amount.minorUnits)
    }

    private static func texts(of payment: Payment) -> [String] {
        [
            payment.customer?.text, payment.deal?.text, payment.rep?.text, payment.amount.currency, payment.status,
        ].map { $0 ?? "" }
    }
}
