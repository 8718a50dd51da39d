import Records

@testable import Matching

/// A customer as normalisation would make it: the key is the name without legal form, the core its distinctive part.
func makeCustomer(
    _ name: String, key: String = "", core: String = "", _ change: (inout Customer) -> Void = { _ in }
) -> Customer {
    var customer = Customer(name: name)
    customer.nameKey = key
    customer.nameCore = core
    change(&customer)
    return customer
}

func makeRow(
    _ source: String, _ id: String, line: Int = 2, _ customer: Customer,
    _ change: (inout Row<CustomerRecord>) -> Void = { _ in }
) -> Row<CustomerRecord> {
    var row = Row(
        key: RecordKey(source: source, externalID: id), position: SourcePosition(file: "customers.csv", line: line),
        value: CustomerRecord(customer: customer), cells: CellTexts([id, customer.name, customer.contact ?? ""]))
    change(&row)
    return row
}

let codes = ["91440300708461136T", "91110000802100433B"]
