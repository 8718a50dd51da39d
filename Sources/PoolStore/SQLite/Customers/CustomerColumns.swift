import GRDB
import Records

/// The clean values of a customer that queries ask about, as columns; all of them together are in `clean`.
struct CustomerColumns: Sendable {
    static let names = [
        "name", "industry_section", "industry_division", "size", "level", "province", "city", "needs", "value_minor",
        "value_currency",
    ]
    static let list = names.joined(separator: ", ")

    private let name: String
    private let section: String?
    private let division: String?
    private let size: String
    private let level: String?
    private let province: String?
    private let city: String?
    private let needs: String
    private let value: Money?

    init(_ customer: Customer) {
        name = customer.name
        section = customer.industry.section
        division = customer.industry.division
        size = customer.size.sizeClass.rawValue
        level = customer.level?.rawValue
        province = customer.province
        city = customer.city
        needs = CompactJSON.array(customer.needs)
        value = customer.value
    }

    /// `?4, ?5, …`: a parameter for each, numbered from `first`.
    static func marks(from first: Int) -> String {
        names.indices.map { "?\(first + $0)" }.joined(separator: ", ")
    }

    func bind(to statement: RawStatement, from first: Int32) {
        statement.bind(first, name)
        statement.bind(first + 1, section)
        statement.bind(first + 2, division)
        statement.bind(first + 3, size)
        statement.bind(first + 4, level)
        statement.bind(first + 5, province)
        statement.bind(first + 6, city)
        statement.bind(first + 7, needs)
        statement.bind(first + 8, value?.minorUnits)
        statement.bind(first + 9, value?.currency)
    }

    var values: [SQLValue] {
        [name, section, division, size, level, province, city, needs, value?.minorUnits, value?.currency]
    }

    /// The bytes of the clean record of the customer `c`: as long as it has one record only, that record's own.
    static let clean = """
        coalesce(c.clean, (SELECT only.clean FROM source_records only WHERE only.customer = c.number LIMIT 1))
        """
}

extension ColumnReader {
    mutating func bytes() -> [UInt8] {
        optionalData().map { [UInt8]($0) } ?? []
    }

    /// Reads `CustomerColumns.clean`.
    mutating func customer() throws -> Customer { try CustomerCoding.customer(bytes()) }
}

extension Database {
    func number(of customer: CustomerID) throws -> CustomerNumber? {
        try first("SELECT number FROM customers WHERE id = ?", [customer]) { $0.integer() }
    }

    func id(of customer: CustomerNumber) throws -> CustomerID? {
        try first("SELECT id FROM customers WHERE number = ?", [customer]) { $0.id() }
    }
}
