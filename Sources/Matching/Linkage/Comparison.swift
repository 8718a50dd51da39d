/// One thing that two records are compared by, such as the name, and how they may compare.
package struct Comparison: Sendable, Equatable {
    /// A way to agree or differ, with what is expected of it before any data was seen.
    package struct Level: Sendable, Equatable {
        package var name: String
        /// The share of matches, and of all other pairs, that compare so where both records have a value.
        package var m: Double
        package var u: Double
        /// Whether pairs are looked for by it (a blocking key holds exactly those that agree so).
        package var isBlocked: Bool

        package init(_ name: String, m: Double, u: Double, isBlocked: Bool = false) {
            self.name = name
            self.m = m
            self.u = u
            self.isBlocked = isBlocked
        }
    }

    package var name: String
    /// At most fifteen. In a pattern they count from 1; 0 says that one of the two has no value.
    package var levels: [Level]

    package init(_ name: String, _ levels: [Level]) {
        self.name = name
        self.levels = levels
    }
}

/// How two records compare: a level for each comparison, 4 bits each.
package struct LevelPattern: Hashable, Comparable, Sendable {
    package private(set) var bits: UInt64 = 0

    /// How many levels there may be, that without a value among them.
    static let levels = 16

    package init() {}
    package init(bits: UInt64) { self.bits = bits }

    package subscript(_ comparison: Int) -> Int {
        get { Int(bits >> UInt64(comparison * 4)) & 15 }
        set { bits = bits & ~(15 << UInt64(comparison * 4)) | UInt64(newValue) << UInt64(comparison * 4) }
    }

    package static func < (left: Self, right: Self) -> Bool { left.bits < right.bits }
}
