import Records
import Testing

@testable import Normalization

@Suite("IndustryCrosswalk")
struct IndustryCrosswalkTests {
    typealias Scheme = IndustryCrosswalk.Scheme

    private let crosswalk = IndustryCrosswalk.shared

    private func code(_ text: String, _ scheme: Scheme) -> String? {
        crosswalk.reading(text, in: scheme)?.value?.code
    }

    @Test(
        "the longest prefix of a code counts",
        arguments: [
            (Scheme.naics, "336111", "C36"), (.naics, "336411", "C37"), (.naics, "31-33", "C"),
            (.naics, "44-45", "F52"),
            (.naics, "541511", "I65"), (.naics, "5411", "L72"), (.naics, "325412", "C27"), (.naics, "722511", "H62"),
            (.sic, "3711", "C36"), (.sic, "6021", "J66"), (.sic, "7372", "I65"), (.sic, "0111", "A01"),
            (.sic, "20", "C"),
            (.sic, "D", "C"), (.isic, "2910", "C36"), (.isic, "C", "C"), (.isic, "C29", "C36"), (.isic, "1072", "C13"),
            (.nace, "29.10", "C36"), (.nace, "C29.1", "C36"), (.nace, "10.81", "C13"), (.nace, "10.72", "C14"),
            (.nace, "84.30", "S94"),
        ] as [(Scheme, String, String?)])
    func codes(scheme: Scheme, text: String, expected: String?) {
        #expect(code(text, scheme) == expected)
    }

    @Test("what stands behind a code is its title")
    func titles() {
        #expect(code("62020 - Information technology consultancy activities", .sic) == "I65")
        #expect(code("541511 Custom Computer Programming Services", .naics) == "I65")
        #expect(crosswalk.reading("3711 Motor Vehicles", in: .sic)?.found == "SIC 3711")
    }

    @Test("five digits in a column of SIC codes are those of the United Kingdom, which are NACE's")
    func british() {
        #expect(crosswalk.reading("62020", in: .sic)?.value?.code == "I65")
        #expect(crosswalk.reading("62020", in: .sic)?.found == "NACE 62020")
        #expect(code("6202", .sic) == "J67")
    }

    @Test("a zero that a spreadsheet took from the front is put back where a dot shows it, or no other reading fits")
    func zeros() throws {
        #expect(code("1.11", .nace) == "A01")
        #expect(code("115", .sic) == "A01")
        // 737 is the group of computer services; 0737 would be a service to farmers.
        let group = try #require(crosswalk.reading("737", in: .sic)?.value)
        #expect(group.code == "I65")
        #expect(group.weight == 0.93 / 2)
    }

    @Test(
        "what is no code of the classification",
        arguments: [
            (Scheme.naics, "000000"), (.naics, "C36"), (.naics, "3"), (.naics, "123456789"), (.sic, "0000"),
            (.sic, "n/k"),
            (.isic, "04"), (.isic, "Z"), (.nace, "04.11"), (.nace, "汽车"), (.nace, "29x"), (.nace, "."), (.sic, ""),
        ])
    func noCodes(scheme: Scheme, text: String) {
        #expect(crosswalk.reading(text, in: scheme) == nil)
    }

    @Test("a code for what belongs nowhere is a code and speaks for nothing")
    func nowhere() throws {
        #expect(try #require(crosswalk.reading("9999", in: .sic)).value == nil)
        #expect(try #require(crosswalk.reading("999990", in: .naics)).value == nil)
    }

    @Test(
        "a code after the name of its classification, whichever edition",
        arguments: [
            ("NAICS 336111", "NAICS 336111", "C36"), ("naics: 336111", "NAICS 336111", "C36"),
            ("NAICS 2022 336111", "NAICS 336111", "C36"), ("NAICS336111", "NAICS 336111", "C36"),
            ("ISIC C29", "ISIC C29", "C36"), ("ISIC Rev.4 2910", "ISIC 2910", "C36"),
            ("ISIC Rev. 4: 2910", "ISIC 2910", "C36"), ("NACE 29.10", "NACE 29.10", "C36"),
            ("NACE Rev. 2 - 29.10", "NACE 29.10", "C36"), ("SIC 3711", "SIC 3711", "C36"),
            ("SIC 2011", "SIC 2011", "C13"),
            ("SIC Code 1987 3711", "SIC 3711", "C36"), ("UK SIC 2007: 62020", "NACE 62020", "I65"),
        ])
    func named(text: String, found: String, code: String) throws {
        let reading = try #require(crosswalk.named(text))
        #expect(reading.found == found)
        #expect(reading.value?.code == code)
    }

    @Test(
        "a name that only begins like a classification's is none",
        arguments: ["Sicilia Foods", "NACE", "SIC", "Sic!", "国标"])
    func unnamed(text: String) {
        #expect(crosswalk.named(text) == nil)
    }

    private func customer(_ texts: KeyValuePairs<Field, String>) throws -> Row<CustomerRecord> {
        try accepted(normalizer().customer(record(.customers, texts)))
    }

    @Test("each column's code is evidence of its own, and what a text column names is too")
    func evidence() throws {
        let row = try customer([
            .name: "Acme", .naicsCode: "336111", .sicCode: "3711", .isicCode: "2910", .naceCode: "29.10",
            .industryCode: "NAICS 3361", .industry: "NACE 29",
        ])
        let evidence = row.value.customer.industry.evidence
        #expect(evidence.allSatisfy { $0.kind == .crosswalk && $0.speaksFor == "C36" && $0.isGiven })
        #expect(Set(evidence.map(\.field)) == [.industryCode, .industry, .naicsCode, .sicCode, .isicCode, .naceCode])
        #expect(evidence.first { $0.field == .sicCode }?.found == "SIC 3711")
        #expect(row.value.customer.industry.section == "C" && row.value.customer.industry.division == "36")
        #expect(row.flags == [])
    }

    @Test("one code gives a division with the confidence that the table states, less what is left for other divisions")
    func confidence() throws {
        let industry = try customer([.name: "Acme", .sicCode: "6021"]).value.customer.industry
        #expect(industry.section == "J" && industry.division == "66")
        #expect(industry.confidence > 0.9 && industry.confidence < 0.95)
        let vague = try customer([.name: "Acme", .naicsCode: "54"]).value.customer.industry
        #expect(vague.section == nil)
        #expect(vague.evidence.map(\.speaksFor) == ["M"])
    }

    @Test("a wrong code is flagged and leaves the row as it is")
    func wrong() throws {
        let row = try customer([.name: "Acme", .naicsCode: "000000", .industry: "Banking"])
        #expect(row.flagNames == ["naics_code unknown_industry"])
        #expect(row.flags[0].message == "'000000' is no code of NAICS")
        #expect(row.value.customer.industry.division == "66")
    }

    @Test("the codes of one row never stand for another's")
    func memory() throws {
        let normalizer = try normalizer()
        let codes = ["336111", "", "522110", "722511", "336111"]
        let divisions = try codes.map { code in
            try accepted(normalizer.customer(record(.customers, [.name: "Acme", .naicsCode: code])))
                .value.customer.industry.division
        }
        #expect(divisions == ["36", nil, "66", "62", "36"])
    }

    @Test("classifying a stored record again keeps what its codes said")
    func again() throws {
        let row = try customer([.name: "Acme Bank", .naicsCode: "522110", .sicCode: "0000"])
        #expect(IndustryClassifier().industry(of: row) == row.value.customer.industry)
        #expect(
            IndustryClassifier().industry(from: row.value.customer.industry.evidence) == row.value.customer.industry)
        #expect(IndustryClassifier.givenCode(in: row.value.customer.industry.evidence) == "J66")
    }
}
