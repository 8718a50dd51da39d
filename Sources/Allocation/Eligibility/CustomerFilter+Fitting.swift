import Records
import Rules

extension CustomerFilter {
    /// Whether the customer is one of those that the rule is about. What is not known of a customer fits no list.
    package func fits(_ customer: CustomerSummary) -> Bool {
        let isOfLevel = levels.isEmpty || customer.level.map(levels.contains) ?? false
        let isOfSize = sizes.isEmpty || sizes.contains(customer.size)
        let isOfSource = sources.isEmpty || customer.sources.contains(where: sources.contains)
        let needed = needs.isEmpty || customer.needs.contains(where: needs.contains)
        return isOfLevel && isOfSize && isOfSource && needed
            && (industries.isEmpty || Place.industries(industries, contain: customer))
            && (regions.isEmpty || Place.regions(regions, contain: customer))
    }
}

/// Where a customer is, in the field and on the map.
enum Place {
    /// `industries` are sections (`C`), divisions (`34`) or both (`C34`).
    static func industries(_ industries: [String], contain customer: CustomerSummary) -> Bool {
        let (section, division) = (customer.section ?? "", customer.division ?? "")
        return industries.contains { !$0.isEmpty && [section, division, section + division].contains($0) }
    }

    /// `regions` are provinces or cities.
    static func regions(_ regions: [String], contain customer: CustomerSummary) -> Bool {
        let places = [customer.province, customer.city].compactMap { $0.map(folded) }
        return regions.contains { places.contains(folded($0)) }
    }

    /// A place without the word for what it is, so that 广东 and 广东省 are one; never down to a single character, as
    /// in 沙市.
    static func folded(_ place: String) -> String {
        let suffixes = ["特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市"]
        for suffix in suffixes where place.hasSuffix(suffix) && place.count > suffix.count + 1 {
            return String(place.dropLast(suffix.count))
        }
        return place.lowercased()
    }
}
