import Testing

@testable import Ingestion

@Suite("Numbers of workbooks as text")
struct NumberTextTests {
    private func plain(_ text: String) -> String {
        Array(text.utf8).withUnsafeBufferPointer { String(decoding: NumberText.plain($0), as: UTF8.self) }
    }

    @Test(
        "whole numbers keep their digits, and binary fractions lose what Excel does not show",
        arguments: [
            ("13800138000", "13800138000"), ("1.38E+10", "13800000000"), ("1.3800138000E10", "13800138000"),
            ("0.30000000000000004", "0.3"), ("-1234.5", "-1234.5"), ("1E-3", "0.001"), ("0", "0"), ("-0", "0"),
            ("110101199003078515", "110101199003078515"), ("x", "x"), ("", ""), ("1E+400", "1E+400"), ("1e", "1e"),
            ("1E-9223372036854775808", "1E-9223372036854775808"),
        ])
    func plain(text: String, shown: String) { #expect(plain(text) == shown) }

    @Test(
        "days and times by their number",
        arguments: [
            (46086, true, false, "2026-03-05"), (46086.604166666664, true, false, "2026-03-05T14:30:00"),
            (0.604166666666667, false, false, "14:30:00"), (1, true, false, "1900-01-01"),
            (60, true, false, "1900-02-29"), (61, true, false, "1900-03-01"), (44624, true, true, "2026-03-05"),
            (0, true, true, "1904-01-01"), (2_958_465, true, false, "9999-12-31"),
        ])
    func days(serial: Double, hasDay: Bool, from1904: Bool, shown: String) {
        #expect(NumberText.time(serial, hasDay: hasDay, isElapsed: false, from1904: from1904) == shown)
    }

    @Test("hours that run on, and numbers that are no day")
    func others() {
        #expect(NumberText.time(1.5, hasDay: false, isElapsed: true, from1904: false) == "36:00:00")
        for serial in [-1, 2_958_466, .infinity, .nan] {
            #expect(NumberText.time(serial, hasDay: true, isElapsed: false, from1904: false) == nil)
        }
    }
}

@Suite("Number formats of workbooks")
struct NumberFormatTests {
    @Test(
        "what is a day, a time, or neither",
        arguments: [
            ("yyyy-mm-dd", NumberFormat.time(hasDay: true, isElapsed: false)),
            ("yyyy\"年\"m\"月\"d\"日\";@", .time(hasDay: true, isElapsed: false)),
            ("[$-409]h:mm AM/PM;@", .time(hasDay: false, isElapsed: false)),
            ("mm:ss", .time(hasDay: false, isElapsed: false)), ("mmm-yy", .time(hasDay: true, isElapsed: false)),
            ("[h]:mm:ss", .time(hasDay: false, isElapsed: true)), ("000000", .digits(6)), ("General", .plain),
            ("0.00", .plain), ("#,##0.00\\ [$€-407]", .plain), ("[Red]-0", .plain), ("\"days\" 0", .plain),
            ("@", .plain),
            ("0.00E+00", .plain), ("_-* #,##0.00\\ \"d\"", .plain), ("[", .plain), ("\"", .plain), ("", .plain),
        ])
    func codes(code: String, format: NumberFormat) { #expect(NumberFormat(code: code) == format) }
}
