import Records

/// `size:` what makes a customer large, medium, small or micro.
package struct SizeRules: Sendable, Equatable {
    package enum Scheme: String, Sendable, CaseIterable {
        /// The National Bureau of Statistics' rule of 2017, which goes by industry; amounts in yuan.
        case cn2017
        /// The recommendation 2003/361/EC of the European Commission; amounts in euros.
        case eu
        /// The bounds of `large`, `medium` and `small`.
        case custom
    }

    /// Lower bounds of a class; what is `nil` is not asked.
    package struct Bounds: Sendable, Equatable {
        /// Persons.
        package var employees: Int?
        /// A year's revenue; in the file in major units of the workspace's currency.
        package var revenue: Money?
        package var assets: Money?

        package init() {}
        package var isEmpty: Bool { self == Bounds() }
    }

    /// `scheme`
    package var scheme = Scheme.cn2017
    /// `large`, `medium`, `small`: asked in this order, a class that is left out is none. Only for `custom`.
    package var large: Bounds?
    package var medium: Bounds?
    package var small: Bounds?

    package init() {}

    /// The classes of `custom` that have bounds, largest first.
    package var classes: [(sizeClass: Size.Class, bounds: Bounds)] {
        [(Size.Class.large, large), (.medium, medium), (.small, small)].compactMap { sizeClass, bounds in
            bounds.map { (sizeClass, $0) }
        }
    }
}

/// `level:` the points by which a customer gets a level where no list gives one.
package struct LevelRules: Sendable, Equatable {
    /// `{at_least, points}`
    package struct AmountStep: Sendable, Equatable {
        /// In the file in major units of the workspace's currency.
        package var minimum: Money
        package var points: Int
    }

    /// `{sizes, points}`
    package struct SizeStep: Sendable, Equatable {
        package var sizes: [Size.Class]
        package var points: Int
    }

    /// `{within_days, points}`
    package struct RecencyStep: Sendable, Equatable {
        /// 0: on the very day.
        package var days: Int
        package var points: Int
    }

    /// `value`: what winning the customer is expected to be worth. Of each list the first step that holds counts.
    package var value: [AmountStep] = []
    /// `revenue`: of a year.
    package var revenue: [AmountStep] = []
    /// `size`
    package var size: [SizeStep] = []
    /// `last_follow_up`: as the customer's lists give it.
    package var lastFollowUp: [RecencyStep] = []
    /// `a`, `b`: from so many points on; fewer than `b` are C.
    package var pointsForA = 0
    package var pointsForB = 0

    package init() {}
}
