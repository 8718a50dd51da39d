import Records
import Rules
import Testing

@testable import Normalization

@Suite("Vocabulary")
struct VocabularyTests {
    @Test(
        "levels of real exports",
        arguments: [
            ("A（重点客户）", Level.a), ("A （重点客户）", .a), ("B(普通客户)", .b), ("C（非优先客户）", .c), ("重点客户", .a), ("普通客户", .b),
            ("Hot", .a), ("Warm", .b), ("cold", .c),
            ("a", .a), ("B", .b),
        ])
    func levels(text: String, level: Level) {
        #expect(Vocabulary.level(CleanText.string(text.utf8)).value == level)
    }

    @Test("levels that are not certain are flagged", arguments: ["A（普通客户）", "VIP", "1", "D", "AA", "Alpha", "A级黑名单"])
    func unknownLevels(text: String) {
        #expect(Vocabulary.level(CleanText.string(text.utf8)).problem?.code == .unknownLevel)
    }

    @Test(
        "yes and no",
        arguments: [
            ("是", true), ("TRUE", true), ("1", true), ("在职", true), ("否", false), ("0", false), ("离职", false),
            ("停用", false),
        ])
    func yesNo(text: String, value: Bool) {
        #expect(Vocabulary.yesNo(text).value == value)
    }

    @Test("neither yes nor no")
    func neither() {
        #expect(Vocabulary.yesNo("停薪留职").problem?.code == .unknownValue)
        #expect(Vocabulary.yesNo("") == .nothing)
    }

    @Test(
        "deal statuses",
        arguments: [
            ("won", Deal.Status.won), ("Closed Won", .won), ("赢单", .won), ("已成交", .won), ("true", .won),
            ("Closed Lost", .lost), ("输单", .lost), ("丢单", .lost),
            ("open", .open), ("进行中", .open), ("未成交", .open),
        ])
    func deals(text: String, status: Deal.Status) {
        #expect(Vocabulary.dealStatus(text) == status)
    }

    @Test(
        "claims taken back or turned down",
        arguments: [("已撤销", true), ("拒绝", true), ("Rejected", true), ("审批通过", false), ("待审批", false)])
    func claims(text: String, isWithdrawn: Bool) {
        #expect(Vocabulary.isWithdrawn(text) == isWithdrawn)
        #expect(Vocabulary.isWithdrawn("???") == nil)
    }

    @Test("sizes", arguments: [("大型企业", Size.Class.large), ("中型", .medium), ("small", .small), ("微型企业", .micro)])
    func sizes(text: String, size: Size.Class) {
        #expect(Vocabulary.size(text) == size)
        #expect(Vocabulary.size("unknown") == nil)
    }

    @Test("needs are found by name and synonym, in lists and in texts")
    func needs() {
        let reader = NeedsReader([
            Rules.Need(name: "ERP", synonyms: ["企业资源计划"]), Rules.Need(name: "仓储", synonyms: ["WMS"]),
            Rules.Need(name: "erp", synonyms: []),
        ])
        #expect(reader.read(list: "wms；erp").needs == ["ERP"] || reader.read(list: "wms;erp").needs == ["ERP", "仓储"])
        #expect(reader.read(list: "WMS / 企业资源计划系统、喝茶").needs == ["ERP", "仓储"])
        #expect(reader.read(list: "WMS / 企业资源计划系统、喝茶").unknown == ["喝茶"])
        #expect(reader.mentioned(in: "需要仓储系统 and an ERP, soon") == ["仓储", "ERP"])
        #expect(reader.mentioned(in: "interpretation") == [])
        #expect(NeedsReader([]).mentioned(in: "ERP") == [])
    }
}
