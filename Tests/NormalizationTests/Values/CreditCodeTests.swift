import Records
import Testing

@testable import Normalization

@Suite("CreditCode")
struct CreditCodeTests {
    @Test(
        "codes with a right check character are kept",
        arguments: [
            ("91440300708461136T", "91440300708461136T"), ("91350211m000100y46", "91350211M000100Y46"),
            ("9135 0211 M000 100Y 46", "91350211M000100Y46"),
            ("９１３５０２１１Ｍ０００１００Ｙ４６", "91350211M000100Y46"),
        ])
    func reads(text: String, expected: String) {
        #expect(CreditCode.read(bytes(text)) == Reading(expected))
    }

    @Test("each single mistyped character is found")
    func checkDigit() {
        let code = Array("91350211M000100Y46".utf8)
        for index in code.indices {
            for other in "0123456789ABCDEFGHJKLMNPQRTUWXY".utf8 where other != code[index] {
                var mistyped = code
                mistyped[index] = other
                #expect(CreditCode.read(mistyped).problem?.code == .wrongCheckDigit)
            }
        }
    }

    @Test(
        "other lengths and letters are no codes",
        arguments: [
            ("440301103097413", ProblemCode.invalidCreditCode), ("91350211M000100Y4", .invalidCreditCode),
            ("91350211I000100Y46", .invalidCreditCode),
            ("9.14E+17", .lostDigits), ("无证", .invalidCreditCode),
        ])
    func invalid(text: String, code: ProblemCode) {
        #expect(CreditCode.read(bytes(text)).value == nil)
        #expect(CreditCode.read(bytes(text)).problem?.code == code)
    }
}
