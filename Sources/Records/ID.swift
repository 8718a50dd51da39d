/// The identifier of a `Subject`: a string that cannot be mistaken for the identifier of something else.
///
/// Ordered by its UTF-8 bytes, as SQLite orders it, so that a sort in memory and one in the store agree.
package struct ID<Subject>: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    package var rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(_ rawValue: String) { self.rawValue = rawValue }

    package var description: String { rawValue }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue.isOrderedBefore(right.rawValue) }
}

extension String {
    /// Whether this string's UTF-8 bytes come before `other`'s: no locale, no normalisation, as the store compares.
    package func isOrderedBefore(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}

package typealias CustomerID = ID<Customer>
/// `source:id` of a salesperson.
package typealias RepID = ID<Rep>
package typealias BatchID = ID<ImportBatch>
