import Records
import Testing

@testable import Delivery

@Suite struct MailDateTests {
    @Test("a moment is written in its zone, with the offset that holds then")
    func offsets() throws {
        let moment = Instant(epochSeconds: 1_795_449_599)
        #expect(
            MailDate.text(moment, in: try #require(Zone(named: "Asia/Shanghai"))) == "Mon, 23 Nov 2026 23:59:59 +0800")
        #expect(
            MailDate.text(moment, in: try #require(Zone(named: "America/New_York")))
                == "Mon, 23 Nov 2026 10:59:59 -0500")
        #expect(
            MailDate.text(moment, in: try #require(Zone(named: "Asia/Kolkata"))) == "Mon, 23 Nov 2026 21:29:59 +0530")
        #expect(
            MailDate.text(Instant(epochSeconds: 0), in: try #require(Zone(named: "UTC")))
                == "Thu, 01 Jan 1970 00:00:00 +0000")
    }
}
