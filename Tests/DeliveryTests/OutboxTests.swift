import Records
import Testing

@testable import Delivery

@Suite struct OutboxTests {
    private let date = BusinessDate(dayNumber: 20_780)

    @Test("a file is named by date, list and address")
    func name() throws {
        #expect(
            Outbox.fileName(date: date, list: "management", to: try MailAddress("wang@example.com"))
                == "2026-11-23-management-wang@example.com.eml")
    }

    @Test("no address leads out of the folder, and no two share a name")
    func safe() throws {
        let slash = Outbox.fileName(date: date, list: "x", to: try MailAddress("a/b@example.com"))
        let escaped = Outbox.fileName(date: date, list: "x", to: try MailAddress("a%2Fb@example.com"))
        #expect(slash == "2026-11-23-x-a%2Fb@example.com.eml")
        #expect(slash != escaped)
    }
}
