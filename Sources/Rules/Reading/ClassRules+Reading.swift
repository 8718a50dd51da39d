import Records

extension SizeRules {
    /// `currency` is that of the amounts.
    init(_ section: Section, currency: String) throws(InputError) {
        self.init()
        var section = section
        try section.choice("scheme", into: &scheme)
        large = try Bounds(section.section("large"), currency: currency)
        medium = try Bounds(section.section("medium"), currency: currency)
        small = try Bounds(section.section("small"), currency: currency)
        try section.finish()
        guard scheme == .custom else {
            guard let first = classes.first else { return }
            throw section.error(
                at: first.sizeClass.rawValue,
                "'\(section.path)' has bounds, which the scheme \(scheme.rawValue) does not use",
                advice: ["Write 'scheme: custom', or take them out."])
        }
        guard !classes.isEmpty else {
            throw section.error(
                at: "scheme", "the scheme custom has no bounds",
                advice: ["Say from where on a customer is large, medium or small: large: {employees: 500}."])
        }
    }
}

extension SizeRules.Bounds {
    /// `nil`: the class is left out.
    fileprivate init?(_ part: Section?, currency: String) throws(InputError) {
        guard var section = part else { return nil }
        self.init()
        if let setting = section.setting("employees") { employees = try setting.integer(in: 1...largestCount) }
        if let setting = section.setting("revenue") { revenue = try setting.money(currency: currency) }
        if let setting = section.setting("assets") { assets = try setting.money(currency: currency) }
        try section.finish()
        if isEmpty {
            throw section.error(
                "'\(section.path)' has no bound",
                advice: ["Every customer would be in it. Name employees, revenue or assets."])
        }
    }
}

extension LevelRules {
    /// `currency` is that of the amounts.
    init(_ section: Section, currency: String) throws(InputError) {
        self.init()
        var section = section
        value = try section.steps("value") { part, points throws(InputError) in
            AmountStep(minimum: try part.required("at_least").money(currency: currency), points: points)
        }
        revenue = try section.steps("revenue") { part, points throws(InputError) in
            AmountStep(minimum: try part.required("at_least").money(currency: currency), points: points)
        }
        size = try section.steps("size") { part, points throws(InputError) in
            var sizes: [Size.Class] = []
            try part.choices("sizes", into: &sizes)
            return SizeStep(sizes: sizes, points: points)
        }
        lastFollowUp = try section.steps("last_follow_up") { part, points throws(InputError) in
            RecencyStep(days: try part.required("within_days").integer(in: 0...largestDays), points: points)
        }
        let (a, b) = (section.setting("a"), section.setting("b"))
        try section.finish()
        guard let a, let b else {
            throw section.error(
                "'\(section.path)' does not say how many points make an A and a B",
                advice: ["Add 'a: 5' and 'b: 2', say; what has fewer than b is a C."])
        }
        pointsForA = try a.integer(in: 1...mostPoints)
        pointsForB = try b.integer(in: 1...mostPoints)
        guard pointsForB < pointsForA else {
            throw b.wrong("is not below 'a'", expected: "A better level needs more points.")
        }
        guard !value.isEmpty || !revenue.isEmpty || !size.isEmpty || !lastFollowUp.isEmpty else {
            throw section.error(
                "'\(section.path)' gives points for nothing",
                advice: [
                    "Give some for value, revenue, size or last_follow_up: value: [{at_least: 1000000, points: 3}]."
                ])
        }
    }
}

/// Sums of them stay exact.
private let mostPoints = 1000

extension Section {
    /// The parts of a list, each with its points.
    fileprivate mutating func steps<Step>(
        _ key: String, _ read: (inout Section, Int) throws(InputError) -> Step
    ) throws(InputError) -> [Step] {
        var steps: [Step] = []
        for part in try sections(key) {
            var part = part
            let points = try part.required("points").integer(in: 0...mostPoints)
            steps.append(try read(&part, points))
            try part.finish()
        }
        return steps
    }

    fileprivate mutating func required(_ key: String) throws(InputError) -> Setting {
        guard let setting = setting(key) else {
            throw error("'\(path)' has no '\(key)'", advice: ["Add '\(key): …' to it."])
        }
        return setting
    }
}
