/// The administrative divisions of GB/T 2260: provinces, cities (and what stands in their place), counties.
final class Divisions: Sendable {
    struct Province: Sendable {
        var name: String
    }

    struct City: Sendable {
        var name: String
        var province: Int
    }

    struct County: Sendable {
        var name: String
        var cities: [Int]
    }

    /// A name of a province or a city, and which one; a short name needs more care than a full one.
    enum Place: Sendable {
        case province(Int, isShort: Bool)
        case city(Int, isShort: Bool)
    }

    let provinces: [Province]
    let cities: [City]
    let names: PhraseTable<Place>
    /// Full names of three letters and more of counties that exist once, with their city.
    let uniqueCounties: PhraseTable<Int>
    /// Names of counties with the cities that have one of that name.
    let counties: PhraseTable<County>
    /// What stands in front of the core of a company's name: of counties and prefectures only the full names.
    let namesInCompanyNames: [String]
    private let citiesOfProvince: [[Int]]
    private let cityOfProvince: [Int?]

    static let shared = Divisions()

    private init() {
        var places: [(String, Place)] = []
        var shortPlaces: [(String, Place)] = []
        var cityOfCounty: [(name: String, city: Int)] = []
        var provinces: [Province] = []
        var cities: [City] = []
        for row in FactTable.rows("divisions.tsv") where row.count >= 3 {
            if row[0].utf8.count == 2 {
                places.append((row[1], .province(provinces.count, isShort: false)))
                shortPlaces.append((row[2], .province(provinces.count, isShort: true)))
                provinces.append(Province(name: row[1]))
            } else {
                let counties = row.count > 3 ? row[3].split(separator: " ").map(String.init) : []
                cityOfCounty += counties.map { ($0, cities.count) }
                places.append((row[1], .city(cities.count, isShort: false)))
                shortPlaces.append((row[2], .city(cities.count, isShort: true)))
                cities.append(City(name: row[1], province: provinces.count - 1))
            }
        }
        self.provinces = provinces
        self.cities = cities
        // A name that is a province's and a city's (吉林, 上海市) is the province's first; callers ask further.
        names = PhraseTable(places + shortPlaces)
        let counts = Dictionary(cityOfCounty.map { ($0.name, 1) }, uniquingKeysWith: +)
        let unique = cityOfCounty.filter { counts[$0.name] == 1 && $0.name.unicodeScalars.count >= 3 }
        uniqueCounties = PhraseTable(unique.map { ($0.name, $0.city) })
        let byName = Dictionary(grouping: cityOfCounty, by: \.name).sorted { $0.key.isOrderedBefore($1.key) }
        self.counties = PhraseTable(
            byName.map { name, places in (name, County(name: name, cities: places.map(\.city))) })
        let citiesOfProvince = provinces.indices.map { province in
            cities.indices.filter { cities[$0].province == province }
        }
        self.citiesOfProvince = citiesOfProvince
        cityOfProvince = provinces.indices.map { province in
            citiesOfProvince[province].first { cities[$0].name == provinces[province].name }
        }
        // 阿里, 海南 and other short names of prefectures begin brands as often as they name the place.
        let shortNames = zip(places, shortPlaces).filter { place, _ in
            ["市", "省", "区"].contains { place.0.hasSuffix($0) } && !place.0.hasSuffix("地区")
        }.map(\.1.0)
        namesInCompanyNames =
            places.map(\.0) + shortNames + cityOfCounty.map(\.name).filter { $0.unicodeScalars.count >= 3 }
    }

    /// The cities of a province.
    func cities(of province: Int) -> [Int] { citiesOfProvince[province] }

    /// The city that a municipality is of itself.
    func cityOfItself(_ province: Int) -> Int? { cityOfProvince[province] }

    /// The canonical name of a province or city that a whole text names.
    func canonicalName(of text: String) -> String? {
        switch Folding.scalars(text).withUnsafeBufferPointer({ names[$0] }) {
        case .province(let index, _): provinces[index].name
        case .city(let index, _): cities[index].name
        case nil: nil
        }
    }
}
