import Records

extension EnglishRules {
    /// `nil`: the rule of 2017, which everybody knows.
    var sizes: RuleSentence? {
        switch rules.size.scheme {
        case .cn2017: return nil
        case .eu:
            return RuleSentence(
                title: "Sizes",
                text:
                    "The size of a customer goes by the European recommendation 2003/361/EC: micro with fewer than 10 "
                    + "employees and at most 2 million EUR of revenue or of assets, small with fewer than 50 and at most 10 "
                    + "million, medium with fewer than 250 and at most 50 million of revenue or 43 million of assets, large "
                    + "otherwise. Where neither amount is known in EUR, the employees decide.")
        case .custom:
            let classes = rules.size.classes.map { "\($0.sizeClass.rawValue) from \(bounds($0.bounds)) on" }
            return RuleSentence(
                title: "Sizes",
                text: "A customer is of the first of these sizes all of whose bounds it reaches: "
                    + "\(classes.joined(separator: "; ")); micro otherwise.")
        }
    }

    private func bounds(_ bounds: SizeRules.Bounds) -> String {
        [
            bounds.employees.map { "\($0) employees" }, bounds.revenue.map { "\($0.inWords) of revenue" },
            bounds.assets.map { "\($0.inWords) of assets" },
        ].compactMap { $0 }.joined(separator: " and ")
    }

    var levels: RuleSentence? {
        guard let level = rules.level else { return nil }
        let steps =
            level.value.map { "an expected value of \($0.minimum.inWords) or more \($0.points)" }
            + level.revenue.map { "a revenue of \($0.minimum.inWords) or more \($0.points)" }
            + level.size.map { "size \($0.sizes.map(\.rawValue).joined(separator: " or ")) \($0.points)" }
            + level.lastFollowUp.map { "a follow-up in the last \($0.days) days \($0.points)" }
        return RuleSentence(
            title: "Levels",
            text:
                "Where no list gives a customer's level, points decide: \(steps.joined(separator: "; ")). Of the steps of "
                + "one kind the first that holds counts. \(level.pointsForA) points make an A, \(level.pointsForB) a B, fewer "
                + "a C. A level that a list gives always wins, and a customer of whom none of this is known has none.")
    }
}
