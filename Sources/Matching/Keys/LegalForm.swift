/// What a name says the customer is, as far as it tells two legal persons of one name apart.
///
/// 华强集团有限公司 and 华强股份有限公司 are two companies, 有限公司 and 有限责任公司 are one form, and a branch
/// (分公司) is registered by itself, under its own credit code.
package enum LegalForm: Sendable, Equatable {
    /// A canonical word for the form, such as `limited`, `group` or `gmbh`.
    case company(String)
    case branch
    /// The name has no legal form: a short name, a brand or a person.
    case none

    /// Reads the form off a cleaned name.
    package init(of name: String) {
        let utf8 = Array(name.utf8)
        // A Chinese form ends in an ideograph or a bracket.
        let mayEndInForm = utf8.last.map { $0 >= 0x80 || $0 == UInt8(ascii: ")") } ?? false
        if Self.isChineseBranch(utf8, mayEndInForm) {
            self = .branch
        } else if mayEndInForm, let form = Self.chinese.first(where: { Self.ends(utf8, with: $0.suffix) })?.form {
            self = .company(form)
        } else {
            self = Self.latin(utf8)
        }
    }

    /// Longest first, so that 股份有限公司 is not read as 有限公司.
    private static let chinese: [(suffix: [UInt8], form: String)] = [
        ("集团股份有限公司", "group"), ("集团有限责任公司", "group"), ("集团有限公司", "group"), ("集团公司", "group"),
        ("集团", "group"), ("股份有限公司", "shares"), ("股份公司", "shares"), ("有限责任公司", "limited"),
        ("有限公司", "limited"), ("农民专业合作社", "cooperative"), ("合作社", "cooperative"), ("合伙企业", "partnership"),
        ("(有限合伙)", "partnership"), ("(普通合伙)", "partnership"), ("(特殊普通合伙)", "partnership"),
        ("（有限合伙）", "partnership"), ("（普通合伙）", "partnership"), ("（特殊普通合伙）", "partnership"),
        ("个人独资企业", "sole"), ("(个人独资)", "sole"), ("个体工商户", "trader"), ("事务所", "firm"),
        ("研究院", "institute"), ("经营部", "trader"), ("商行", "trader"), ("总公司", "corporation"), ("公司", "company"),
        ("厂", "works"),
    ].map { (Array($0.0.utf8), $0.1) }

    private static let chineseBranches = [
        "分行", "支行", "分理处", "办事处", "代表处", "营业部", "分店", "分厂", "分部", "分院", "分所", "分校", "门市部",
        "分社", "分中心",
    ].map { Array($0.utf8) }

    private static let branchCompany = Array("分公司".utf8)

    /// 分公司 anywhere, since a remark may follow it (分公司(筹)); the other words only at the end, as in 招商银行深圳分行.
    private static func isChineseBranch(_ name: [UInt8], _ mayEndInForm: Bool) -> Bool {
        mayEndInForm && chineseBranches.contains { ends(name, with: $0) }
            || position(of: branchCompany, in: name) != nil
    }

    private static let latinForms: [String: String] = [
        "ltd": "ltd", "limited": "ltd", "coltd": "ltd", "inc": "inc", "incorporated": "inc", "corp": "corp",
        "corporation": "corp", "llc": "llc", "plc": "plc", "llp": "llp", "lp": "lp", "co": "co", "company": "co",
        "gmbh": "gmbh", "ag": "ag", "kg": "kg", "ohg": "ohg", "se": "se", "ev": "ev", "sa": "sa", "sas": "sas",
        "sarl": "sarl", "srl": "srl", "spa": "spa", "bv": "bv", "nv": "nv", "ab": "ab", "oy": "oy", "oyj": "oy",
        "as": "as",
        "aps": "aps", "kk": "kk", "pty": "ltd",
    ]

    /// The last word, without points and case; single letters at the end count as one word (`S. A.` is `sa`).
    private static func latin(_ name: [UInt8]) -> LegalForm {
        // Of one word only, a name has no form behind it.
        guard name.contains(where: isBetweenWords) else { return .none }
        var words: [[UInt8]] = [[]]
        for byte in name where byte != UInt8(ascii: ".") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): words[words.count - 1].append(byte | 0x20)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
                words[words.count - 1].append(byte)
            default: if words.last?.isEmpty == false { words.append([]) }
            }
        }
        if words.last?.isEmpty == true { words.removeLast() }
        if words.dropFirst().contains(Array("branch".utf8)) { return .branch }
        guard words.count > 1 else { return .none }
        let letters = words.reversed().prefix { $0.count == 1 }.reversed()
        let last = letters.isEmpty ? words[words.count - 1] : Array(letters.joined())
        return latinForms[String(decoding: last, as: UTF8.self)].map { .company($0) } ?? .none
    }

    private static func isBetweenWords(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80..., UInt8(ascii: "."):
            false
        default: true
        }
    }

    private static func ends(_ text: [UInt8], with suffix: [UInt8]) -> Bool {
        guard text.count > suffix.count, text[text.count - 1] == suffix[suffix.count - 1] else { return false }
        let start = text.count - suffix.count
        return suffix.indices.allSatisfy { text[start + $0] == suffix[$0] }
    }

    /// Where `part` begins in `text`.
    static func position(of part: [UInt8], in text: [UInt8]) -> Int? {
        guard let first = part.first, part.count <= text.count else { return nil }
        return text.withUnsafeBufferPointer { text in
            part.withUnsafeBufferPointer { part in
                (0...(text.count - part.count)).first { start in
                    text[start] == first && part.indices.allSatisfy { text[start + $0] == part[$0] }
                }
            }
        }
    }
}
