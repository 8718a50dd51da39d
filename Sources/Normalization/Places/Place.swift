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
    static func read(country: Bytes, province: Bytes, city: Bytes, address: Bytes, memory: RowMemory) -> Place {
        var place = Place()
        if !country.isEmpty { place.country = memory.countries.value(of: country) { Country.code(country.string) } }
        let isChinese = place.country == nil || place.country == "CN"
        // The cells before the address come again and again; addresses do not.
        var reader =
            isChinese
            ? memory.withKey(province, city, .nothing) { key in
                memory.places.value(of: key) { DivisionReader(province: province, city: city) }
            } : DivisionReader()
        if isChinese, !address.isEmpty { _ = reader.take(address, as: .address) }
        if let found = reader.province { place.province = Divisions.shared.provinces[found].name }
        if let found = reader.city { place.city = Divisions.shared.cities[found].name }
        place.county = reader.county
        if place.country == nil, reader.province != nil { place.country = "CN" }
        if !province.isEmpty, !reader.provinceIsKnown {
            place.keep(province.string, \.province, .province, isChinese: isChinese)
        }
        if !city.isEmpty, !reader.cityIsKnown { place.keep(city.string, \.city, .city, isChinese: isChinese) }
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
struct DivisionReader: Sendable {
    enum Cell { case province, city, address }

    private(set) var province: Int?
    private(set) var city: Int?
    private(set) var county: String?

    /// Whether a name was found in the cell.
    private(set) var provinceIsKnown = false
    private(set) var cityIsKnown = false

    private var divisions: Divisions { Divisions.shared }

    init() {}

    /// Reads the cells of province and city, each possibly empty.
    init(province: Bytes, city: Bytes) {
        provinceIsKnown = take(province, as: .province)
        cityIsKnown = take(city, as: .city)
    }

    /// Reads names from the front of a text. Returns whether it found any.
    mutating func take(_ text: Bytes, as cell: Cell) -> Bool {
        if text.isEmpty { return false }
        return Folding.scalars(text).withUnsafeBufferPointer { take($0, as: cell) }
    }

    private mutating func take(_ scalars: Letters, as cell: Cell) -> Bool {
        var index = 0
        if Self.begins(scalars, 0, Self.countryName) {
            index = Self.countryName.count
        } else if Self.begins(scalars, 0, Self.shortCountryName) {
            index = Self.shortCountryName.count
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

    private static let countryName: [Unicode.Scalar] = Array("中华人民共和国".unicodeScalars)
    private static let shortCountryName: [Unicode.Scalar] = Array("中国".unicodeScalars)
    private static let fillerCity: [Unicode.Scalar] = Array("市辖区".unicodeScalars)

    private static func begins(_ text: Letters, _ index: Int, _ wanted: [Unicode.Scalar]) -> Bool {
        guard text.count - index >= wanted.count else { return false }
        for offset in wanted.indices where text[index + offset] != wanted[offset] { return false }
        return true
    }

    /// Takes the name at `index`, if it fits what is known; returns its length.
    private mutating func step(_ text: Letters, at index: Int, _ cell: Cell) -> Int? {
        let countyLength = county == nil ? self.countyLength(text, at: index) : 0
        // 朝阳区 is a county, though it begins like the city 朝阳.
        let match = divisions.names.longest(in: text, at: index) { length, place in
            length >= countyLength && isPlausible(place, text, end: index + length) && accept(place, cell)
        }
        if let match { return match.length }
        if isFillerCity(text, at: index) { return 3 }
        guard countyLength > 0 else { return nil }
        takeCounty(text, at: index)
        return countyLength
    }

    /// A short name in front of a street (南京东路) names the street.
    private func isPlausible(_ place: Divisions.Place, _ text: Letters, end: Int) -> Bool {
        switch place {
        case .province(_, false), .city(_, false): return true
        case .province, .city:
            return !text.part(end, end + 3).contains { $0 == "路" || $0 == "街" || $0 == "道" || $0 == "巷" }
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
    private func isFillerCity(_ text: Letters, at index: Int) -> Bool { Self.begins(text, index, Self.fillerCity) }

    private func countyLength(_ text: Letters, at index: Int) -> Int {
        countyMatch(text, at: index)?.length ?? 0
    }

    private mutating func takeCounty(_ text: Letters, at index: Int) {
        guard let match = countyMatch(text, at: index) else { return }
        county = match.name
        city = match.city
        province = divisions.cities[match.city].province
    }

    /// A county of the known city, or one that exists once in the known province or in the country.
    private func countyMatch(_ text: Letters, at index: Int) -> (length: Int, name: String, city: Int)? {
        if let city {
            return divisions.counties.longest(in: text, at: index) { $1.cities.contains(city) }
                .map { ($0.length, $0.payload.name, city) }
        }
        if let province {
            // The longest of each city; with those of two cities nobody knows which.
            var found: [(length: Int, name: String, city: Int)] = []
            _ = divisions.counties.longest(in: text, at: index) { length, county in
                for city in county.cities where divisions.cities[city].province == province {
                    if !found.contains(where: { $0.city == city }) { found.append((length, county.name, city)) }
                }
                return found.count > 1
            }
            return found.count == 1 ? found[0] : nil
        }
        guard let match = divisions.uniqueCounties.longest(in: text, at: index) else { return nil }
        return (match.length, Folding.string(text.part(index, index + match.length)), match.payload)
    }
}
