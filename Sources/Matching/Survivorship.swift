import Records

/// Makes one clean customer out of all its source records.
package enum Survivorship {
    /// Field by field the value of the most trusted source that has one, then of the newest `updated_at`, then of the
    /// smallest record key. An empty cell says nothing, so it erases nothing. The order of the rows does not matter.
    ///
    /// Fields that mean something only together stay together: the name with its match forms; place and address, which
    /// never mix two provinces or cities; contact with mobile where one row has both. Needs and tags are united; the
    /// industry is the most certain one, with everybody's evidence; a customer is as old as its oldest record and as new
    /// as its newest. A level counts only where a list gave it. `size` is one row's: where industry, employees and revenue come from different rows it is to be
    /// judged again. `trust` lists sources, most trusted first; unlisted ones come last, by name.
    package static func merge(_ rows: [Row<CustomerRecord>], trust: [String]) -> Customer {
        let ranks = Dictionary(trust.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
        let customers = rows.sorted { precedes($0, $1, ranks: ranks) }.map(\.value.customer)
        guard customers.count > 1, let best = customers.first else { return customers.first ?? Customer(name: "") }
        func first<Value>(_ field: KeyPath<Customer, Value?>) -> Value? {
            customers.lazy.compactMap { $0[keyPath: field] }.first
        }

        let named = customers.first { !$0.nameKey.isEmpty } ?? customers.first { !$0.name.isEmpty } ?? best
        var merged = Customer(name: named.name)
        merged.nameKey = named.nameKey
        merged.nameCore = named.nameCore
        merged.creditCode = first(\.creditCode)
        merged.industry = industry(of: customers)
        merged.size = customers.first { $0.size.sizeClass != .unknown }?.size ?? best.size
        merged.employees = first(\.employees)
        merged.revenue = first(\.revenue)
        merged.assets = first(\.assets)
        setPlace(of: &merged, from: customers)
        merged.contact = first(\.contact)
        merged.mobile = first(\.mobile)
        merged.phone = first(\.phone)
        merged.email = first(\.email)
        merged.website = first(\.website)
        merged.leadSource = first(\.leadSource)
        merged.level = customers.lazy.filter { $0.levelReason == nil }.compactMap(\.level).first
        merged.needs = united(customers.map(\.needs))
        merged.tags = united(customers.map(\.tags))
        merged.notes = first(\.notes)
        merged.parent = first(\.parent)
        merged.value = first(\.value)
        merged.createdAt = customers.compactMap(\.createdAt).min()
        merged.updatedAt = customers.compactMap(\.updatedAt).max()
        return merged
    }

    private static func precedes(
        _ left: Row<CustomerRecord>, _ right: Row<CustomerRecord>, ranks: [String: Int]
    ) -> Bool {
        let (leftRank, rightRank) = (ranks[left.key.source] ?? .max, ranks[right.key.source] ?? .max)
        if leftRank != rightRank { return leftRank < rightRank }
        if left.key.source != right.key.source { return left.key.source.isOrderedBefore(right.key.source) }
        let (leftUpdate, rightUpdate) = (left.value.customer.updatedAt, right.value.customer.updatedAt)
        if leftUpdate != rightUpdate {
            guard let leftUpdate else { return false }
            return rightUpdate.map { leftUpdate > $0 } ?? true
        }
        return left.key < right.key
    }

    /// Each part of the place from the first row that has it and contradicts none of the coarser parts.
    private static func setPlace(of merged: inout Customer, from customers: [Customer]) {
        var candidates = customers[...]
        func settle(_ part: WritableKeyPath<Customer, String?>) {
            guard let value = candidates.lazy.compactMap({ $0[keyPath: part] }).first else { return }
            merged[keyPath: part] = value
            candidates = candidates.filter { ($0[keyPath: part] ?? value) == value }[...]
        }
        settle(\.country)
        settle(\.province)
        settle(\.city)
        settle(\.county)
        settle(\.address)
    }

    /// The industry of the highest confidence, with the evidence of all: its own first, each piece once.
    private static func industry(of customers: [Customer]) -> Industry {
        var best = customers[0].industry
        for customer in customers where customer.industry.confidence > best.confidence { best = customer.industry }
        var seen: Set<Evidence> = []
        best.evidence = (best.evidence + customers.flatMap(\.industry.evidence)).filter { seen.insert($0).inserted }
        return best
    }

    private static func united(_ lists: [[String]]) -> [String] {
        Set(lists.joined()).sorted { $0.isOrderedBefore($1) }
    }
}
