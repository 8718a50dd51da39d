/// What every number means, with its denominator: METRICS.md in plain words.
enum DefinitionSection: ManagementSection {
    static let name = "definitions"

    /// In the order of the page; each has the texts `define.<name>` and `define.<name>.text`.
    static let terms = [
        "as_of", "spell", "claims", "due", "compliance", "shrunk", "wilson", "first_follow_up", "recycle_cohort",
        "recycle_flow", "cohorts", "incidence", "pool_age", "fairness", "reconciliation", "quality",
    ]

    static func view(_ page: Page) -> ViewObject {
        [
            "terms": .list(
                terms.map { term in
                    ["term": .text(page.words("define.\(term)")), "meaning": .text(page.words("define.\(term).text"))]
                })
        ]
    }
}
