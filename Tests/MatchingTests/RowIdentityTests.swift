import Records
import TestSupport
import Testing

@testable import Matching

@Suite("RowIdentity")
struct RowIdentityTests {
    func row(_ id: String, line: Int, _ name: String, at: Int64? = nil, contact: String? = nil) -> Row<CustomerRecord> {
        makeRow(
            "crm", id, line: line,
            makeCustomer(name) {
                $0.updatedAt = at.map { Instant(epochSeconds: $0) }
                $0.contact = contact
            })
    }

    @Test("rows of different ids are left alone, in file order")
    func untouched() {
        let resolution = RowIdentity.resolve([row("b", line: 3, "甲"), row("a", line: 2, "乙")])
        #expect(resolution.rows.map(\.position.line) == [2, 3])
        #expect(resolution.repeated.isEmpty && resolution.rejects.isEmpty && resolution.contacts.isEmpty)
    }

    @Test("in-file duplicates: the newer updated_at wins, the older counts as unchanged")
    func newer() {
        let resolution = RowIdentity.resolve([row("a", line: 2, "新", at: 9), row("a", line: 3, "旧", at: 5)])
        #expect(resolution.rows.map(\.value.customer.name) == ["新"])
        #expect(resolution.repeated.map(\.position.line) == [3])
        #expect(resolution.rejects.isEmpty)
    }

    @Test("without updated_at, or with the same, differing contents reject both, and the message names both lines")
    func differing() {
        for at in [nil, Int64(5)] {
            let resolution = RowIdentity.resolve([
                row("a", line: 2, "甲", at: at), row("b", line: 3, "丙"), row("a", line: 7, "乙", at: at),
            ])
            #expect(resolution.rows.map(\.key.externalID) == ["b"])
            #expect(resolution.rejects.map(\.position.line) == [2, 7])
            #expect(resolution.rejects.allSatisfy { $0.code == .duplicateID && $0.field == .id })
            #expect(
                resolution.rejects[0].message.hasPrefix("The id 'a' stands on lines 2 and 7 with different contents"))
            #expect(resolution.rejects[0].cells == CellTexts(["a", "甲", ""]))
        }
    }

    @Test("a row without updated_at cannot be placed in time, so it rejects the others of its id too")
    func halfDated() {
        let resolution = RowIdentity.resolve([row("a", line: 2, "甲", at: 5), row("a", line: 3, "乙")])
        #expect(resolution.rejects.count == 2)
    }

    @Test("identical rows: the first is kept, the others count as unchanged")
    func identical() {
        let resolution = RowIdentity.resolve([row("a", line: 5, "甲"), row("a", line: 2, "甲"), row("a", line: 9, "甲")])
        #expect(resolution.rows.map(\.position.line) == [2])
        #expect(resolution.repeated.map(\.position.line) == [5, 9])
    }

    @Test("rows that differ only in contact fields are one customer and its further contacts")
    func contacts() {
        let rows = [
            row("a", line: 2, "甲", contact: "王"), row("a", line: 3, "甲", contact: "李"),
            row("a", line: 4, "甲", contact: "王"),
            row("a", line: 5, "甲"),
        ]
        let resolution = RowIdentity.resolve(rows)
        #expect(resolution.rows.map(\.value.customer.contact) == ["李"])
        #expect(resolution.repeated.map(\.position.line) == [2, 4, 5])
        #expect(resolution.contacts.map(\.value.name) == ["王"])
        #expect(resolution.contacts.allSatisfy { $0.value.customer == Reference("a") && $0.key.source == "crm" })
        #expect(resolution.rejects.isEmpty)
    }

    @Test("flags on contact fields do not make two customers, other flags do")
    func flags() {
        func flagged(_ line: Int, _ field: Field) -> Row<CustomerRecord> {
            var row = row("a", line: line, "甲")
            row.flags = [Flag(field: field, code: .invalidPhone, message: "", raw: "x")]
            return row
        }
        #expect(RowIdentity.resolve([row("a", line: 2, "甲"), flagged(3, .phone)]).rejects.isEmpty)
        #expect(RowIdentity.resolve([row("a", line: 2, "甲"), flagged(3, .revenue)]).rejects.count == 2)
    }

    @Test("other entities: any difference rejects, equal rows are one")
    func otherEntities() {
        func rep(_ name: String, line: Int) -> Row<Rep> {
            Row(
                key: RecordKey(source: "crm", externalID: "r"), position: SourcePosition(file: "reps.csv", line: line),
                value: Rep(id: RepID("crm:r"), name: name))
        }
        #expect(RowIdentity.resolve([rep("王", line: 2), rep("王", line: 3)]).rows.count == 1)
        #expect(RowIdentity.resolve([rep("王", line: 2), rep("李", line: 3)]).rejects.map(\.position.line) == [2, 3])
    }

    @Test("every row is accounted for once, and the same content is chosen in any order (property)")
    func accounted() {
        var generator = SeededGenerator(seed: 13)
        for _ in 0..<300 {
            var rows = (0..<Int.random(in: 0...9, using: &generator)).map { line in
                row(
                    ["a", "b", "c"].randomElement(using: &generator) ?? "a", line: line + 2,
                    ["甲", "甲", "乙"].randomElement(using: &generator) ?? "甲",
                    at: [5, 9, nil].randomElement(using: &generator) ?? nil,
                    contact: ["王", "李", nil].randomElement(using: &generator) ?? nil)
            }
            let resolution = RowIdentity.resolve(rows)
            let lines = resolution.rows.map(\.position.line) + resolution.repeated.map(\.position.line)
            #expect((lines + resolution.rejects.map(\.position.line)).sorted() == rows.map(\.position.line))
            let expected = Dictionary(uniqueKeysWithValues: resolution.rows.map { ($0.key, $0.value) })
            rows.shuffle(using: &generator)
            for index in rows.indices { rows[index].position.line = index + 2 }
            let other = RowIdentity.resolve(rows)
            #expect(Dictionary(uniqueKeysWithValues: other.rows.map { ($0.key, $0.value) }) == expected)
            #expect(other.contacts.map(\.value) == resolution.contacts.map(\.value))
        }
    }

    private func payment(
        _ id: String, line: Int, _ customer: String, _ amount: Int64, rep: String? = nil
    ) -> Row<Payment> {
        var payment = Payment(
            customer: Reference(customer), deal: nil, rep: rep.map { Reference($0) },
            amount: Money(minorUnits: amount, currency: "CNY"))
        payment.paidAt = Instant(epochSeconds: 1)
        return Row(
            key: RecordKey(source: "erp", externalID: id), position: SourcePosition(file: "p.csv", line: line),
            value: payment)
    }

    @Test("lines of one receipt are payments of their own, with the same ids in whatever order they stand")
    func receiptLines() {
        let lines = [("K2", Int64(300)), ("K1", 500), ("K1", 200), ("K1", 500)]
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
            let rows = order.enumerated().map { payment("R1", line: $0 + 2, lines[$1].0, lines[$1].1) }
            let resolution = RowIdentity.resolve(rows + [payment("R2", line: 9, "K1", 100)])
            let seen = resolution.rows.sorted { $0.key < $1.key }.map {
                "\($0.key.externalID) \($0.value.customer?.text ?? "") \($0.value.amount.minorUnits)"
            }
            #expect(seen == ["R1 K1 200", "R1#2 K1 500", "R1#3 K2 300", "R2 K1 100"])
            #expect(resolution.repeated.count == 1, "a line that stands there twice counts once")
            #expect(resolution.rejects.isEmpty)
        }
    }

    @Test("a receipt's line is not given an id that another row has")
    func takenIDs() {
        let resolution = RowIdentity.resolve([
            payment("R1", line: 2, "K1", 1), payment("R1", line: 3, "K2", 2), payment("R1#2", line: 4, "K3", 3),
        ])
        #expect(resolution.rows.map(\.key.externalID) == ["R1#2"])
        #expect(resolution.rejects.map(\.position.line) == [2, 3])
    }
}
