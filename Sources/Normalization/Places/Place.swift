import Records

/// Where a customer is, from the cells country, province, city and address.
struct Place: Equatable, Sendable {
    var country: String?
    var province: String?
    var city: String?
    var county: String?
    /// Names that look Chinese and that GB/T 2260 does not have.
    var unknown: [Field] = []

    /// Reads cleaned cells. Chinese names become those of GB/T 2260, and what a cell leaves out is taken from the others;
    /// names in other scripts are kept as given.
    static func read(country: String?, province: String?, city: String?, address: String?) -> Place {
        var place = Place()
        place.country = country.map(Country.code)
        var reader = DivisionReader()
        let isChinese = place.country == nil || place.country == "CN"
        let provinceIsKnown = isChinese && province.map { reader.take($0, as: .province) } ?? false
        let cityIsKnown = isChinese && city.map { reader.take($0, as: .city) } ?? false
        if isChinese, let address { _ = reader.take(address, as: .address) }
        if let found = reader.province { place.province = Divisions.shared.provinces[found].name }
        if let found = reader.city { place.city = Divisions.shared.cities[found].name }
        place.county = reader.county
        if place.country == nil, reader.province != nil { place.country = "CN" }
        if let province, !provinceIsKnown { place.keep(province, \.province, .province, isChinese: isChinese) }
        if let city, !cityIsKnown { place.keep(city, \.city, .city, isChinese: isChinese) }
        return place
    }

    /// A name that is in no table: kept in other scripts, left empty and remembered in Chinese.
    private mutating func keep(
        _ text: String, _ part: WritableKeyPath<Place, String?>, _ field: Field, isChinese: Bool
    ) {
        if isChinese, text.unicodeScalars.contains(where: Folding.isIdeograph) {
            unknown.append(field)
        } else if self[keyPath: part] == nil {
            self[keyPath: part] = text
        }
    }
}

/// Finds divisions in texts one after the other; what is known already decides between namesakes.
private struct DivisionReader {
    enum Cell { case province, city, address }

    private(set) var province: Int?
    private(set) var city: Int?
    private(set) var county: String?

    private let divisions = Divisions.shared

    /// Reads names from the front of a text. Returns whether it found any.
    mutating func take(_ text: String, as cell: Cell) -> Bool {
        let scalars = Folding.scalars(text)
        var index = 0
        for country in ["中华人民共和国", "中国"] where scalars.starts(with: country.unicodeScalars) {
            index = country.unicodeScalars.count
        }
        var found = false
        while index < scalars.count {
            if scalars[index] == " " {
                index += 1
            } else if let length = step(scalars, at: index, cell) {
                index += length
                found = true
            } else {
                break
            }
        }
        return found
    }

    /// Takes the name at `index`, if it fits what is known; returns its length.
    private mutating func step(_ text: [Unicode.Scalar], at index: Int, _ cell: Cell) -> Int? {
        let countyLength = county == nil ? self.countyLength(text, at: index) : 0
        for (length, place) in divisions.names.all(in: text, at: index) {
            // 朝阳区 is a county, though it begins like the city 朝阳.
            if length < countyLength { break }
            if isPlausible(place, text, end: index + length, cell), accept(place, cell) { return length }
        }
        if isFillerCity(text, at: index) { return 3 }
        guard countyLength > 0 else { return nil }
        takeCounty(text, at: index)
        return countyLength
    }

    /// A short name in front of a street (南京东路) names the street.
    private func isPlausible(_ place: Divisions.Place, _ text: [Unicode.Scalar], end: Int, _ cell: Cell) -> Bool {
        switch place {
        case .province(_, false), .city(_, false): return true
        case .province, .city:
            return end == text.count || !text[end...].prefix(3).contains { "路街道巷".unicodeScalars.contains($0) }
        }
    }

    private mutating func accept(_ place: Divisions.Place, _ cell: Cell) -> Bool {
        switch place {
        case .province(let index, let isShort):
            // 吉林 and 海南 in a column of cities, and 上海市 after 上海市.
            if cell == .city || province == index, let namesake = namesake(of: index, isShort: isShort) {
                return accept(.city(namesake, isShort: isShort), cell)
            }
            guard province == nil || province == index else { return false }
            province = index
            if city == nil { city = divisions.cityOfItself(index) }
            return true
        case .city(let index, _):
            guard province == nil || province == divisions.cities[index].province, city == nil || city == index else {
                return false
            }
            province = divisions.cities[index].province
            city = index
            return true
        }
    }

    /// The city that shares a province's name, within the province.
    private func namesake(of province: Int, isShort: Bool) -> Int? {
        if let itself = divisions.cityOfItself(province) { return itself }
        guard isShort, divisions.provinces[province].name == "吉林省" else { return nil }
        return divisions.cities.firstIndex { $0.name == "吉林市" }
    }

    /// 市辖区 stands for no city of its own.
    private func isFillerCity(_ text: [Unicode.Scalar], at index: Int) -> Bool {
        text[index...].starts(with: "市辖区".unicodeScalars)
    }

    private func countyLength(_ text: [Unicode.Scalar], at index: Int) -> Int {
        countyMatch(text, at: index)?.length ?? 0
    }

    private mutating func takeCounty(_ text: [Unicode.Scalar], at index: Int) {
        guard let match = countyMatch(text, at: index) else { return }
        county = match.name
        city = match.city
        province = divisions.cities[match.city].province
    }

    /// A county of the known city, or one that exists once in the known province or in the country.
    private func countyMatch(_ text: [Unicode.Scalar], at index: Int) -> (length: Int, name: String, city: Int)? {
        if let city {
            return divisions.cities[city].counties.longest(in: text, at: index).map { ($0.length, $0.payload, city) }
        }
        if let province {
            let matches = divisions.cities(of: province).compactMap { city in
                divisions.cities[city].counties.longest(in: text, at: index).map {
                    (length: $0.length, name: $0.payload, city: city)
                }
            }
            return matches.count == 1 ? matches[0] : nil
        }
        guard let match = divisions.uniqueCounties.longest(in: text, at: index) else { return nil }
        return (match.length, Folding.string(text[index..<(index + match.length)]), match.payload)
    }
}
