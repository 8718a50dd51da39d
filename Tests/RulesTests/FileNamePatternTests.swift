import Testing

@testable import Rules

struct FileNamePatternTests {
    @Test(
        "a star stands for any characters, a question mark for one, and case of Latin letters does not matter",
        arguments: [
            ("*crm-a*", "customers-crm-a.csv", true), ("*crm-a*", "CUSTOMERS-CRM-A.CSV", true),
            ("*crm-a*", "crm-b.csv", false),
            ("reps.csv", "reps.csv", true), ("reps.csv", "reps.csv.bak", false), ("reps?.csv", "reps1.csv", true),
            ("reps?.csv", "reps.csv", false), ("客户?.csv", "客户一.csv", true), ("*", "", true), ("", "", true),
            ("", "a", false),
            ("a*b*c", "aXbXbXc", true), ("a*b*c", "aXbXbX", false), ("**a", "a", true), ("?", "é", true),
            ("*.xml", "a.xml.csv", false),
        ])
    func matches(pattern: String, name: String, expected: Bool) {
        #expect(FileNamePattern(pattern).matches(name) == expected)
    }

    @Test("many stars end soon")
    func manyStars() {
        let pattern = String(repeating: "a*", count: 40) + "b"
        #expect(!FileNamePattern(pattern).matches(String(repeating: "a", count: 4000)))
    }
}
