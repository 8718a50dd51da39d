import Records
import TestSupport
import Testing

@testable import Normalization

@Suite("PhoneNumber")
struct PhoneNumberTests {
    func read(_ text: String, country: String? = nil) -> Reading<PhoneNumber> {
        PhoneNumber.read(bytes(text), country: country)
    }

    @Test(
        "Chinese mobile numbers in every way of writing",
        arguments: [
            "13800138000", "+86 138-0013-8000", "0086 138 0013 8000", "8613800138000", "'13800138000", "１３８００１３８０００",
            "013800138000",
            "138 0013 8000", "+86(138)00138000", "13800138000.0", "1.3800138000E+10", "13800138000/13900139000",
            "13800138000、010-65001234",
            "手机：13800138000", "tel:+8613800138000",
        ])
    func mobiles(text: String) {
        #expect(read(text) == Reading(PhoneNumber(text: "+8613800138000", kind: .mobile)))
    }

    @Test(
        "landlines with area codes and extensions",
        arguments: [
            ("010-65001234", "+861065001234"), ("(010) 6500 1234", "+861065001234"), ("021-61234567", "+862161234567"),
            ("0755-83220000", "+8675583220000"), ("+86 755 8322 0000", "+8675583220000"),
            ("+86 (0)755 83220000", "+8675583220000"),
            ("0086-0755-83220000", "+8675583220000"), ("0755-83220000转801", "+8675583220000;ext=801"),
            ("0755-83220000-801", "+8675583220000;ext=801"), ("0755-83220000 ext. 801", "+8675583220000;ext=801"),
            ("0755-83220000x801", "+8675583220000;ext=801"), ("+8675583220000;ext=801", "+8675583220000;ext=801"),
            ("0379-6412345", "+863796412345"), ("400-820-8820", "+864008208820"),
        ])
    func landlines(text: String, expected: String) {
        #expect(read(text) == Reading(PhoneNumber(text: expected, kind: .landline)))
    }

    @Test(
        "American numbers where the country says so",
        arguments: ["(415) 901-7000", "415.901.7000", "1-415-901-7000", "+1 415 901 7000"])
    func american(text: String) {
        #expect(read(text, country: "US").value?.text == "+14159017000")
    }

    @Test("a number without country code is no number of a country whose rule is not known, or of none")
    func needsCountry() {
        #expect(read("(415) 901-7000").problem?.code == .invalidPhone)
        #expect(read("020 7946 0958", country: "GB").problem?.code == .invalidPhone)
        #expect(read("+44 20 7946 0958", country: "GB").value == PhoneNumber(text: "+442079460958", kind: .other))
        #expect(read("00442079460958").value?.text == "+442079460958")
    }

    @Test("digits that a spreadsheet rounded away are gone", arguments: ["1.38E+10", "1.38E10", "4.41E+11"])
    func lost(text: String) {
        #expect(read(text).value == nil)
        #expect(read(text).problem?.code == .lostDigits)
    }

    @Test(
        "what is no number is flagged",
        arguments: [
            "12345", "138001380001", "n.a.", "12800138000", "83220000", "+", "++", "1380013800O", "'", "+86",
            "+1 123 456 7890",
        ])
    func invalid(text: String) {
        #expect(read(text).value == nil)
        #expect(read(text).problem?.code == .invalidPhone)
    }

    @Test("an empty cell is nothing wrong")
    func empty() {
        #expect(read("") == .nothing)
    }

    @Test("reading a number that was read changes nothing")
    func idempotent() {
        var generator = SeededGenerator(seed: 3)
        for round in 0..<3000 {
            let country = [nil, "CN", "US", "DE"][round % 4]
            guard let once = PhoneNumber.read(CleanText.bytes(HostileText.any(&generator)), country: country).value
            else { continue }
            #expect(read(once.text, country: country).value == once)
        }
        for text in ["+442079460958", "+8675583220000;ext=801", "+14159017000", "+864008208820"] {
            #expect(read(text).value?.text == text)
        }
    }
}
