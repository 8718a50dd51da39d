import Foundation
import TestSupport
import Testing

@Suite("What is written for another system reads back as what it was")
struct RoundTripTests {
    /// A profile and a format that can be written, and the columns of `export customers` that its fields carry.
    struct Target: Sendable, CustomStringConvertible {
        var profile: String
        var format: String
        var carried: Set<String>
        var description: String { "\(profile) \(format)" }
    }

    private static let always: Set<String> = ["name", "city", "phone", "email", "website", "owner"]
    private static let company: Set<String> = ["credit_code", "industry_section", "industry_division", "needs"]

    static let targets = [
        Target(
            profile: "salesforce", format: "csv",
            carried: always.union(company).union(["level", "province", "revenue", "mobile", "employees"])),
        Target(
            profile: "hubspot", format: "csv",
            carried: always.union(company).union(["level", "province", "revenue", "mobile", "employees"])),
        Target(
            profile: "dynamics365", format: "csv",
            carried: always.union(company).union(["province", "revenue", "mobile", "employees"])),
        Target(profile: "dynamics365", format: "xml", carried: always.union(["province", "revenue", "employees"])),
        Target(profile: "odoo", format: "csv", carried: always.union(["credit_code", "province", "mobile"])),
        Target(profile: "odoo", format: "xml", carried: always.union(["credit_code", "mobile"])),
        Target(
            profile: "wukong", format: "csv",
            carried: always.union(company).union(["level", "province", "revenue", "mobile", "employees"])),
    ]

    private static let seeds: [UInt64] = Array(
        1...(ProcessInfo.processInfo.environment["GONGHAI_POOLS"].flatMap { UInt64($0) } ?? 2))

    @Test(
        "into an empty workspace it gives the same customers, into its own nothing new", arguments: targets, seeds)
    func roundTrip(target: Target, seed: UInt64) throws {
        let folder = try RandomPool.make(seed: seed, profile: target.profile)
        let before = try Customers(folder)
        #expect(before.rows.count > 20)
        let sources = try folder.gonghai("export", "sources", "--raw").output

        let written = "written.\(target.format)"
        let export = try folder.gonghai(
            "export", "customers", "--profile", target.profile, "--format", target.format, "--output", written)
        #expect(export.status == 0, "\(export.errors)")

        let own = try folder.gonghai("import", written, "--json")
        #expect(own.status <= 1, "\(own.output)\(own.errors)")
        #expect(own.output.contains("\"profile\":\"\(target.profile)\""), "\(own.output)")
        #expect(own.count("new") == 0 && own.count("updated") == 0 && own.count("rejected") == 0, "\(own.output)")
        #expect(own.count("unchanged") == own.count("read"), "\(own.output)")
        #expect(try Customers(folder).rows == before.rows)
        #expect(try folder.gonghai("export", "sources", "--raw").output == sources)

        let empty = try RandomPool.empty(like: folder)
        let fresh = try empty.gonghai("import", empty.take(written, from: folder), "--json")
        #expect(
            fresh.count("rejected") == 0 && fresh.count("new") == fresh.count("read"), "\(fresh.output)\(fresh.errors)")
        let after = try Customers(empty)
        let columns = target.carried
        #expect(after.difference(from: before, in: columns) == [], "\(target) \(seed)")
        #expect(try empty.gonghai("import", written, "--json").count("unchanged") == fresh.count("read"))
        #expect(try empty.gonghai("verify").status == 0)
    }

    @Test("a cell that was changed by hand is an update, and a row that comes twice is one")
    func edited() throws {
        let folder = try RandomPool.make(seed: 5, profile: "wukong")
        let text = try folder.gonghai("export", "customers", "--profile", "wukong").output
        var lines = text.components(separatedBy: "\r\n").filter { !$0.isEmpty }
        let place = try #require(lines.firstIndex { $0.contains("普通客户一号") })
        let changed = lines[place].replacingOccurrences(of: "普通客户一号", with: "普通客户新一号")
        lines[place] = changed
        lines.append(lines[1])
        try folder.write(lines.joined(separator: "\r\n") + "\r\n", to: "edited.csv")
        let result = try folder.gonghai("import", "edited.csv", "--json")
        #expect(result.count("updated") == 1 && result.count("new") == 0, "\(result.output)\(result.errors)")
        #expect(result.count("unchanged") == lines.count - 2, "\(result.output)")
    }

    @Test("what a system cannot take is named, and a wrong profile, format or source is refused with what there is")
    func refused() throws {
        let folder = try RandomPool.make(seed: 6, profile: "odoo")
        let written = try folder.gonghai("export", "customers", "--profile", "odoo", "--format", "xml")
        #expect(written.errors.contains("No place or word there for:"), "\(written.errors)")
        #expect(written.output.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<odoo>\n  <data>\n"))
        let profile = try folder.gonghai("export", "customers", "--profile", "hubspott")
        #expect(profile.status == 64 && profile.errors.contains("Did you mean 'hubspot'?"))
        let format = try folder.gonghai("export", "customers", "--profile", "wukong", "--format", "xml")
        #expect(format.status == 64 && format.errors.contains("wukong (csv)"), "\(format.errors)")
        #expect(try folder.gonghai("export", "spells", "--profile", "wukong").status == 64)
        let source = try folder.gonghai("export", "customers", "--profile", "odoo", "--source", "odo")
        #expect(source.status == 64 && source.errors.contains("Did you mean 'odoo'?"), "\(source.errors)")
    }
}

/// `export customers`, by the names of its columns.
private struct Customers {
    let header: [String]
    let rows: [[String]]

    init(_ folder: TemporaryFolder) throws {
        let table = CSVText.rows(try folder.gonghai("export", "customers", "--raw").output)
        header = table.first ?? []
        rows = Array(table.dropFirst())
    }

    /// Customers that only one side has, by the given columns. What a system takes only as one number it does not get
    /// as a range, and an industry that was unknown may be known once only one of two contradicting records is told.
    func difference(from other: Customers, in columns: Set<String>) -> [String] {
        func texts(_ customers: Customers) -> [String] {
            customers.rows.map { row in
                zip(customers.header, row).filter { columns.contains($0.0) }.map { name, cell in
                    name == "employees" && !cell.allSatisfy(\.isNumber) ? "" : cell
                }.joined(separator: "|")
            }.sorted()
        }
        return texts(self).difference(from: texts(other)).map { change in
            switch change {
            case .insert(_, let text, _): "+ \(text)"
            case .remove(_, let text, _): "- \(text)"
            }
        }
    }
}

extension CommandLineTool.Result {
    /// A count of the first line of `import --json`; -1: there is none.
    fileprivate func count(_ name: String) -> Int {
        let line = output.split(separator: "\n").first.map(String.init) ?? ""
        let object = (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any]
        return object?[name] as? Int ?? -1
    }
}

extension TemporaryFolder {
    fileprivate func take(_ name: String, from other: TemporaryFolder) throws -> String {
        try write(Data(contentsOf: other.url.appending(path: name)), to: name)
        return name
    }
}
