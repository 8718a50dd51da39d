import Foundation
import TestSupport

/// Pools of random customers of three systems, with everything in them that breaks files: quotes, formulas, markup,
/// empty cells, ranges, several records of one customer.
enum RandomPool {
    /// `profile`: the third system, whose records are partly those of customers that the others know.
    static func make(seed: UInt64, profile: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "time_zone: Asia/Shanghai\nallocation: {strategy: none}\nneeds: [{name: 云}, {name: 安全}]\n",
            to: "gonghai.yaml")
        var reps = "id,name,email,active,aliases\n"
        for number in 1...5 {
            let elsewhere = ["salesforce", "hubspot", "dynamics365", "odoo", "wukong"].map { "\($0):u\(number)-\($0)" }
            reps += "E\(number),销售\(number)号,rep\(number)@example.com,true,\(elsewhere.joined(separator: ";"))\n"
        }
        try folder.write(reps, to: "reps.csv")
        _ = try folder.gonghai("import", "reps.csv", "--as", "reps", "--source", "hr")
        var generator = SeededGenerator(seed: seed)
        var dice = Dice(&generator)
        let companies = (1...30).map { company($0, &dice) }
        for (index, source) in ["erp", "list", profile].enumerated() {
            let own = companies.enumerated().filter { index == 0 || $0.offset % (index + 1) == 0 }
            var text = CSVText.row(columns)
            for (offset, company) in own {
                text += CSVText.row(["\(source)-\(offset)"] + company.cells(in: index, &dice))
            }
            try folder.write(text, to: "\(source).csv")
            let result = try folder.gonghai(
                "import", "\(source).csv", "--as", "customers", "--source", source, "--profile", "generic-en")
            if result.status > 1 { throw CocoaError(.fileReadCorruptFile) }
        }
        return folder
    }

    /// A workspace with the same reps and no customers.
    static func empty(like folder: TemporaryFolder) throws -> TemporaryFolder {
        let empty = try TemporaryFolder()
        for name in ["gonghai.yaml", "reps.csv"] { try empty.write(try folder.text(name), to: name) }
        _ = try empty.gonghai("import", "reps.csv", "--as", "reps", "--source", "hr")
        return empty
    }

    private static let columns = [
        "id", "name", "credit_code", "industry_code", "employees", "revenue", "province", "city", "address", "contact",
        "mobile", "phone", "email", "website", "level", "needs", "owner", "notes", "tags",
    ]

    private struct Company {
        var cells: [String]

        /// What one system knows of it: not everything, and always the name and what proves who it is.
        func cells(in system: Int, _ dice: inout Dice) -> [String] {
            cells.enumerated().map { column, cell in
                [0, 1, 9, 15].contains(column) || system == 0 || dice.isTrue(3, in: 4) ? cell : ""
            }
        }
    }

    private static func company(_ number: Int, _ dice: inout Dice) -> Company {
        let decorations = [
            "普通客户一号", "=HYPERLINK(\"x\")", "+86公司", "-公司", "@公司", "引\"号\"与,逗号", "<b>&amp;]]>", "𠮷野家😀", "\u{202E}倒置",
            "O'Brien & Söhne GmbH", "a;b|c", "'撇号", "１２３全角", "Ltd. (Shanghai)", "公司\t制表",
        ]
        let name =
            number <= decorations.count
            ? "\(decorations[number - 1])\(number == 1 ? "" : "\(number)")" : "某某实业第\(number)有限公司"
        let places = [("浙江省", "宁波市"), ("", ""), ("广东省", "深圳市"), ("江苏省", ""), ("上海市", "上海市")]
        let place = dice.pick(places)
        let code = CreditCodes.code(number)
        func sometimes(_ text: String) -> String { dice.isTrue(2, in: 3) ? text : "" }
        return Company(
            cells: [
                name, number % 4 == 3 ? "" : code,
                sometimes(dice.pick(["C", "C35", "I65", "F52", "J66", "E48", "H62"])),
                dice.pick(["", "12", "51-200", "500+", "0", "1000000"]),
                sometimes(dice.pick(["0", "350000", "1234567.89", "0.01", "99999999999"])), place.0, place.1,
                sometimes("长江路\(number)号\n二楼, \"B\"座"), sometimes(dice.pick(["张三", "Anna Keller", "=李"])),
                "139\(String(10_000_000 + number * 7919))", sometimes("0574-8\(String(1_000_000 + number))"),
                sometimes("c\(number)@company\(number).cn"), sometimes("company\(number).cn"),
                sometimes(dice.pick(["A", "B", "C"])), sometimes(dice.pick(["云", "云;安全"])),
                number % 3 == 0 ? "" : "hr:E\(number % 5 + 1)", sometimes("备注 ]]> & <x>\r\n第二行 =1+1"), "",
            ])
    }
}

/// Chance with a seed.
struct Dice {
    private var generator: SeededGenerator

    init(_ generator: inout SeededGenerator) { self.generator = SeededGenerator(seed: generator.next()) }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[Int(generator.next() % UInt64(values.count))] }
    mutating func isTrue(_ times: UInt64, in all: UInt64) -> Bool { generator.next() % all < times }
}

/// CSV as tests read and write it: RFC 4180.
enum CSVText {
    static func row(_ cells: [String]) -> String {
        cells.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
    }

    static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""):
                isQuoted.toggle()
                cell.append(byte)
            case UInt8(ascii: ",") where !isQuoted, 0x0A where !isQuoted:
                row.append(unquoted(String(decoding: cell, as: UTF8.self)))
                cell = []
                if byte == 0x0A {
                    rows.append(row)
                    row = []
                }
            default: cell.append(byte)
            }
        }
        return rows
    }

    private static func unquoted(_ text: String) -> String {
        let text = text.hasSuffix("\r") ? String(text.dropLast()) : text
        guard text.hasPrefix("\""), text.hasSuffix("\""), text.count > 1 else { return text }
        return text.dropFirst().dropLast().replacingOccurrences(of: "\"\"", with: "\"")
    }
}
