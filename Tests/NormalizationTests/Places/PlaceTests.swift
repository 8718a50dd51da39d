import Records
import Testing

@testable import Normalization

@Suite("Place")
struct PlaceTests {
    func read(_ province: String? = nil, _ city: String? = nil, _ address: String? = nil, country: String? = nil)
        -> Place
    {
        Place.read(country: country, province: province, city: city, address: address)
    }

    @Test(
        "an address alone says where it is",
        arguments: [
            ("广东省深圳市南山区科技园1号", "广东省", "深圳市", "南山区"), ("深圳市南山区科技园", "广东省", "深圳市", "南山区"),
            ("深圳南山区科技园", "广东省", "深圳市", "南山区"),
            ("北京市朝阳区建国路1号", "北京市", "北京市", "朝阳区"), ("北京市北京市市辖区朝阳区建国路", "北京市", "北京市", "朝阳区"),
            ("上海徐汇区漕溪北路", "上海市", "上海市", "徐汇区"),
            ("江苏省昆山市花桥镇", "江苏省", "苏州市", "昆山市"), ("昆山市花桥镇", "江苏省", "苏州市", "昆山市"), ("内蒙古呼和浩特市", "内蒙古自治区", "呼和浩特市", nil),
            ("湖北省仙桃市", "湖北省", "仙桃市", nil), ("中国广东省广州市天河区", "广东省", "广州市", "天河区"), ("重庆市渝北区", "重庆市", "重庆市", "渝北区"),
            ("廣東省 深圳市 南山區", "广东省", "深圳市", "南山区"), ("新疆乌鲁木齐市", "新疆维吾尔自治区", "乌鲁木齐市", nil),
        ])
    func addresses(address: String, province: String, city: String, county: String?) {
        let place = read(nil, nil, address)
        #expect(place.province == province)
        #expect(place.city == city)
        #expect(place.county == county)
        #expect(place.country == "CN")
    }

    @Test("a street named after a city is no city", arguments: ["南京东路100号", "北京西路5号", "黄山路12号", "朝阳区某路", "鼓楼区1号"])
    func streets(address: String) {
        #expect(read(nil, nil, address).city == nil)
        #expect(read(nil, nil, address).country == nil)
    }

    @Test(
        "cells of their own, with short names",
        arguments: [
            ("广东", "深圳", "广东省", "深圳市"), ("吉林", "吉林", "吉林省", "吉林市"), ("上海", "上海", "上海市", "上海市"),
            (nil, "上海", "上海市", "上海市"),
            (nil, "深圳市", "广东省", "深圳市"), ("广西", nil, "广西壮族自治区", nil), ("广东-深圳", nil, "广东省", "深圳市"),
            (nil, "广东省 深圳市 南山区", "广东省", "深圳市"),
            ("北京", nil, "北京市", "北京市"), (nil, "朝阳", "辽宁省", "朝阳市"),
        ] as [(String?, String?, String, String?)])
    func cells(province: String?, city: String?, expectedProvince: String, expectedCity: String?) {
        let place = read(province, city)
        #expect(place.province == expectedProvince)
        #expect(place.city == expectedCity)
        #expect(place.unknown.isEmpty)
    }

    @Test("an address that names another city than its cells does not outvote them")
    func contradiction() {
        let place = read("广东省", "深圳市", "上海市徐汇区漕溪北路")
        #expect(place.province == "广东省")
        #expect(place.city == "深圳市")
        #expect(place.county == nil)
    }

    @Test("Chinese names that GB/T 2260 does not have are left empty and told")
    func unknown() {
        let place = read("华南省", "深圳市")
        #expect(place.province == "广东省")
        #expect(place.unknown == [.province])
        #expect(read("广东省", "上海市").unknown == [.city])
    }

    @Test("places elsewhere are kept as given")
    func elsewhere() {
        let place = read("CA", "San Francisco", "50 Fremont Street", country: "United States")
        #expect(place == Place(country: "US", province: "CA", city: "San Francisco"))
        #expect(read("Guangdong", "Shenzhen", nil, country: "China").city == "Shenzhen")
        #expect(read("東京都", nil, nil, country: "日本").province == "東京都")
    }

    @Test(
        "countries",
        arguments: [
            ("USA", "US"), ("U.S.A.", "US"), ("us", "US"), ("中国", "CN"), ("P.R. China", "CN"), ("GB", "GB"),
            ("UK", "GB"), ("德国", "DE"), ("Wakanda", "Wakanda"), ("SI", "SI"),
        ])
    func countries(text: String, code: String) {
        #expect(Country.code(text) == code)
        #expect(Country.code(code) == code)
    }

    @Test("the table has all provinces, and reads every one of its own names")
    func table() {
        let divisions = Divisions.shared
        #expect(divisions.provinces.count == 34)
        #expect(divisions.cities.count > 340)
        for city in divisions.cities {
            let place = read(divisions.provinces[city.province].name, city.name)
            #expect(place.city == city.name)
            #expect(place.unknown.isEmpty)
        }
    }

    @Test("reading canonical names again changes nothing")
    func idempotent() {
        for city in Divisions.shared.cities {
            let once = read(nil, nil, Divisions.shared.provinces[city.province].name + city.name)
            #expect(
                read(once.province, once.city, nil, country: once.country)
                    == Place(country: "CN", province: once.province, city: once.city))
        }
    }
}
