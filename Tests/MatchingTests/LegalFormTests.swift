import Testing

@testable import Matching

@Suite("LegalForm")
struct LegalFormTests {
    @Test(
        "reads the form off the end of a name",
        arguments: [
            ("华强电子有限公司", LegalForm.company("limited")), ("华强电子有限责任公司", .company("limited")),
            ("华强电子股份有限公司", .company("shares")), ("华强集团有限公司", .company("group")), ("华强集团", .company("group")),
            ("张三(个人独资)", .company("sole")), ("华强电子", .none), ("王小明", .none), ("Acme Inc.", .company("inc")),
            ("Acme Co., Ltd.", .company("ltd")), ("Recall Information Management, S. A.", .company("sa")),
            ("Franklin Benefits Group, LLC", .company("llc")), ("Müller GmbH", .company("gmbh")), ("Ltd", .none),
            ("有限公司", .company("company")), ("", .none), ("...", .none), ("a", .none),
            ("Burlington Textiles Corp of America", .none),
        ])
    func forms(name: String, form: LegalForm) { #expect(LegalForm(of: name) == form) }

    @Test(
        "knows a branch by its word, also with a remark behind it",
        arguments: [
            "华强电子有限公司广州分公司", "华强电子有限公司广州分公司(筹)", "招商银行股份有限公司深圳分行", "华强电子北京办事处",
            "Acme Inc. Shanghai Branch",
        ])
    func branches(name: String) { #expect(LegalForm(of: name) == .branch) }
}
