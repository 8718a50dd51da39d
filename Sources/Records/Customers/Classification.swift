/// An industry of GB/T 4754-2017 with how sure it is and why.
package struct Industry: Sendable, Equatable {
    /// The section's letter, `A` to `T`; `nil` when unknown.
    package var section: String?
    /// The division's two digits; `nil` when unknown.
    package var division: String?
    /// 0 to 1; 0 when unknown.
    package var confidence: Double
    package var evidence: [Evidence]

    package static let unknown = Industry(section: nil, division: nil, confidence: 0, evidence: [])

    package init(section: String?, division: String?, confidence: Double, evidence: [Evidence]) {
        self.section = section
        self.division = division
        self.confidence = confidence
        self.evidence = evidence
    }
}

/// One thing that speaks for a class, in words that a person can check.
package struct Evidence: Sendable, Hashable {
    /// `industry_code`, `picklist`, `keyword`, `rule` …
    package var kind: String
    package var field: Field
    /// What was found, such as `软件`.
    package var found: String
    /// What it speaks for, such as `I65`.
    package var speaksFor: String
    package var weight: Double

    package init(kind: String, field: Field, found: String, speaksFor: String, weight: Double) {
        self.kind = kind
        self.field = field
        self.found = found
        self.speaksFor = speaksFor
        self.weight = weight
    }
}

/// A size class of the National Bureau of Statistics' rule of 2017, and what it rests on.
package struct Size: Sendable, Equatable {
    package enum Class: String, Sendable, CaseIterable { case large, medium, small, micro, unknown }

    package var sizeClass: Class
    /// Why: the indicators used, what was missing, which classes remain possible.
    package var reason: String

    package static let unknown = Size(sizeClass: .unknown, reason: "no industry or no indicator is known")

    package init(sizeClass: Class, reason: String) {
        self.sizeClass = sizeClass
        self.reason = reason
    }
}
