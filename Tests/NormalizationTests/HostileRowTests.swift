import Records
import Rules
import TestSupport
import Testing

@testable import Normalization

@Suite("Rows of any bytes")
struct HostileRowTests {
    func texts(_ entity: Entity, _ generator: inout SeededGenerator) -> FieldTexts {
        var texts = FieldTexts()
        for field in entity.fields where Int.random(in: 0..<3, using: &generator) > 0 {
            texts.append(HostileText.any(&generator), to: field)
        }
        return texts
    }

    @Test("become a value or a reject, always the same one, and never a trap", arguments: Entity.allCases)
    func total(entity: Entity) throws {
        var generator = SeededGenerator(seed: 11)
        let subject = try normalizer()
        for line in 1...400 {
            let row = SourceRecord(
                entity: entity, source: "s", position: SourcePosition(file: "f", line: line),
                texts: texts(entity, &generator))
            switch entity {
            case .customers: check(row, subject.customer)
            case .contacts: check(row, subject.contact)
            case .reps: check(row, subject.rep)
            case .followUps: check(row, subject.followUp)
            case .deals: check(row, subject.deal)
            case .payments: check(row, subject.payment)
            case .claims: check(row, subject.claim)
            }
        }
    }

    private func check<Value: Equatable>(_ record: SourceRecord, _ normalise: (SourceRecord) -> RowOutcome<Value>) {
        switch (normalise(record), normalise(record)) {
        case (.accepted(let row), .accepted(let again)):
            #expect(row == again)
            #expect(row.position == record.position)
            #expect(!row.key.externalID.isEmpty)
            #expect(row.flags.allSatisfy { $0.raw == record.texts[$0.field] && !$0.message.isEmpty })
        case (.rejected(let reject), .rejected(let again)):
            #expect(reject == again)
            #expect(reject.position == record.position)
            #expect(reject.field != nil)
        default: Issue.record("accepted once and rejected once")
        }
    }

    @Test("a clean customer read again is the same customer")
    func idempotent() throws {
        var generator = SeededGenerator(seed: 12)
        let subject = try normalizer()
        let zone = try #require(shanghai)
        for _ in 0..<800 {
            let row = SourceRecord(
                entity: .customers, source: "s", position: SourcePosition(file: "f", line: 1),
                texts: texts(.customers, &generator))
            guard case .accepted(let first) = subject.customer(row) else { continue }
            let customer = first.value.customer
            var texts = FieldTexts([.id: first.key.externalID])
            func put(_ text: String?, _ field: Field) { texts.append((text ?? "").utf8, to: field) }
            put(customer.name, .name)
            put(customer.creditCode, .creditCode)
            put(customer.employees?.text, .employees)
            put(customer.revenue?.majorUnits, .revenue)
            put(customer.revenue?.currency, .currency)
            put(customer.country, .country)
            put(customer.province, .province)
            put(customer.city, .city)
            put(customer.contact, .contact)
            put(customer.mobile, .mobile)
            put(customer.phone, .phone)
            put(customer.email, .email)
            put(customer.website, .website)
            put(customer.level?.rawValue, .level)
            put(customer.createdAt.map(zone.iso), .createdAt)
            guard
                case .accepted(let second) = subject.customer(
                    SourceRecord(entity: .customers, source: "s", position: row.position, texts: texts))
            else {
                Issue.record("a clean customer was rejected")
                continue
            }
            let again = second.value.customer
            #expect(second.key == first.key)
            #expect(
                [again.name, again.nameKey, again.nameCore] == [customer.name, customer.nameKey, customer.nameCore])
            #expect(
                [again.creditCode, again.mobile, again.phone, again.email, again.website, again.contact]
                    == [
                        customer.creditCode, customer.mobile, customer.phone, customer.email, customer.website,
                        customer.contact,
                    ])
            #expect(
                [again.country, again.province, again.city] == [customer.country, customer.province, customer.city])
            #expect(again.employees == customer.employees)
            #expect(again.revenue == customer.revenue)
            #expect(again.level == customer.level)
            #expect(again.createdAt == customer.createdAt)
        }
    }
}
