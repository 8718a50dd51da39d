/// A customer as one system is to be told of it.
package struct HeldCustomer: Sendable {
    package var id: CustomerID
    /// What the system calls it; `nil`: it has no record of it. A customer of several records there comes once for each.
    package var ownID: String?
    package var status: CustomerStatus
    package var hold: Hold?
    package var owner: RepID?
    package var clean: Customer

    package init(id: CustomerID, ownID: String?, status: CustomerStatus, owner: RepID?, clean: Customer) {
        self.id = id
        self.ownID = ownID
        self.status = status
        self.owner = owner
        self.clean = clean
    }
}

extension CustomerRecord {
    /// Whether the record says nothing of the customer that is not known of it already. What it leaves empty, it says
    /// nothing about; of an industry counts what the row states, not what its name suggests.
    ///
    /// Not looked at: whose the customer is, and what follows from the other fields (size, county, match forms).
    package func isEcho(of known: Customer) -> Bool {
        func agrees<Value: Equatable>(_ field: KeyPath<Customer, Value?>) -> Bool {
            customer[keyPath: field].map { $0 == known[keyPath: field] } ?? true
        }
        return customer.name == known.name && agrees(\.creditCode) && agrees(\.employees) && agrees(\.revenue)
            && agrees(\.assets) && agrees(\.value) && agrees(\.country) && agrees(\.province) && agrees(\.city)
            && agrees(\.address) && agrees(\.contact) && agrees(\.mobile) && agrees(\.phone) && agrees(\.email)
            && agrees(\.website) && agrees(\.leadSource) && agrees(\.level) && agrees(\.notes) && agrees(\.parent)
            && Set(customer.needs).isSubset(of: known.needs) && Set(customer.tags).isSubset(of: known.tags)
            && customer.industry.evidence.allSatisfy {
                $0.field == .name || $0.field == .notes || $0.fits(known.industry)
            }
    }
}

extension Evidence {
    /// Whether it speaks for the industry, or for a part of it: `C` and `C391` for division 39 of section C.
    fileprivate func fits(_ industry: Industry) -> Bool {
        guard let section = industry.section, speaksFor.hasPrefix(section) else { return false }
        let division = speaksFor.dropFirst().prefix(2)
        return division.isEmpty || division == industry.division ?? ""
    }
}
