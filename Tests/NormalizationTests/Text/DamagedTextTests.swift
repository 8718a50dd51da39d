import Records
import Testing

@testable import Normalization

@Suite("DamagedText")
struct DamagedTextTests {
    @Test(
        "question marks where letters were are destroyed text",
        arguments: ["????????????????", "??", "????有限公司", "???? Ltd", "???(Shanghai) Trading Company", "Caf\u{FFFD}"])
    func destroyed(text: String) {
        #expect(DamagedText.problem(in: text)?.code == .destroyedText)
    }

    @Test(
        "letters of a wrong encoding are mojibake",
        arguments: ["CafÃ© Paris", "AdolesCiÃªncia", "锟斤拷科技", "åŒ—äº¬", "鏈夐檺鍏徃", "É\u{EE}ÛÚ¹«Ë¾", "donâ€™t"])
    func mojibake(text: String) {
        #expect(DamagedText.problem(in: text)?.code == .mojibake)
    }

    @Test(
        "sound texts are sound",
        arguments: ["Who? What?", "Café São João", "Ärzte für Übersee", "华强电子", "CAFÉ»", "a?", ""])
    func sound(text: String) {
        #expect(DamagedText.problem(in: text) == nil)
    }
}
