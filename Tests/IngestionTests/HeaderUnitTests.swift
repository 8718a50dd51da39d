import Records
import Testing

@testable import Ingestion

@Suite("A unit in a header")
struct HeaderUnitTests {
    @Test(
        "is what stands in brackets at its end",
        arguments: [
            ("年营收(万元)", "年营收", "万元"), ("金额（元）", "金额", "元"), ("Amount (USD)", "amount", "usd"),
            ("人数(人)", "人数", "人"), ("收入（单位：百万元）", "收入", "百万元"), ("Revenue (in thousand)", "revenue", "thousand"),
        ])
    func units(header: String, name: String, unit: String) throws {
        let found = try #require(HeaderUnit(header))
        #expect(String(decoding: found.folded, as: UTF8.self) == name)
        #expect(found.text == unit)
    }

    @Test("is not any word in brackets", arguments: ["客户名称(全称)", "金额", "(元)", "电话(手机)", "a)b(元"])
    func others(header: String) { #expect(HeaderUnit(header) == nil) }

    @Test("bare numbers get it, other texts do not, and its column is found under the name without it")
    func applied() throws {
        let file = try ExportFile.open(
            "客户编号,客户名称,年营收(万元),备注(元)\n1,甲,350,5\n2,乙,\"1,234.5\",\n3,丙,2亿,\n4,丁,面议,\n5,戊, 7 ,\n", name: "客户.csv")
        #expect(file.units == [nil, nil, "万元", nil])
        #expect(try file.readAll().records.map { $0.texts[.revenue] } == ["350万元", "1,234.5万元", "2亿", "面议", "7万元"])
    }
}
