import Testing

@testable import Normalization

@Suite("IndustryCatalogue")
struct IndustryCatalogueTests {
    let catalogue = IndustryCatalogue.shared

    @Test(
        "codes with and without their letter",
        arguments: [
            ("C", "C"), ("c39", "C39"), ("C391", "C391"), ("C3911", "C391"), ("39", "C39"), ("3911", "C391"),
            ("01", "A01"), ("K7010", "K701"), ("I65", "I65"),
        ])
    func codes(text: String, code: String) {
        #expect(catalogue.code(text)?.code == code)
    }

    @Test("what is no code", arguments: ["", "Z", "C99", "A39", "3", "C3", "39x", "391111", "IT", "无", "00", "999"])
    func noCodes(text: String) {
        #expect(catalogue.code(text) == nil)
    }

    @Test(
        "names of industries and picklist values",
        arguments: [
            ("房地产业", "K"), ("软件和信息技术服务业", "I65"), ("Finance", "J"), ("Retail", "F52"), ("FOOD_BEVERAGES", "C"),
            ("IT", "I65"), ("运输/物流", "G"),
            ("文化传媒", "R"), ("Banking", "J66"), ("物业管理", "K702"), ("C39 计算机、通信和其他电子设备制造业", "C39"), ("教育", "P"),
            ("Real Estate", "K"),
            ("Wholesale/Retail", "F"),
        ])
    func values(text: String, code: String) {
        #expect(catalogue.value(named: text)?.code.hasPrefix(code) == true)
    }

    @Test("free text is no value", arguments: ["卖东西的", "Other", "n.a.", "7", "Large Enterprise"])
    func noValues(text: String) {
        #expect(catalogue.value(named: text) == nil)
    }
}
