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
    package enum Kind: String, Sendable, CaseIterable {
        /// A person said so.
        case person
        /// A code of GB/T 4754.
        case industryCode = "industry_code"
        /// A code of another classification: NAICS, ISIC, NACE or SIC.
        case crosswalk
        /// A value that a CRM offers, or the name of an industry.
        case picklist
        /// A word of a name, a business scope or notes.
        case keyword
        /// The ending of a web or mail domain.
        case domain
        /// What customers whose industry is known have in common with this one.
        case learned
    }

    package var kind: Kind
    package var field: Field
    /// What was found, such as `软件`.
    package var found: String
    /// What it speaks for, such as `I65`.
    package var speaksFor: String
    package var weight: Double

    package init(kind: Kind, field: Field, found: String, speaksFor: String, weight: Double) {
        self.kind = kind
        self.field = field
        self.found = found
        self.speaksFor = speaksFor
        self.weight = weight
    }
}

/// A size class by the scheme that the workspace chose, and what it rests on.
package struct Size: Sendable, Equatable {
    package enum Class: String, Sendable, CaseIterable { case large, medium, small, micro, unknown }

    package var sizeClass: Class
    /// Why: the scheme, the indicators used, what was missing, which classes remain possible.
    package var reason: String

    package static let unknown = Size(sizeClass: .unknown, reason: "no industry or no indicator is known")

    package init(sizeClass: Class, reason: String) {
        self.sizeClass = sizeClass
        self.reason = reason
    }
}

/// What a person said about a customer's industry. It wins over everything else that speaks for one, and is kept over
/// imports and merges.
package struct IndustryDecision: Sendable, Equatable {
    package var customer: CustomerID
    /// A section, a division or a group of GB/T 4754-2017: `C`, `C34`, `C341`.
    package var code: String
    package var by: String
    package var at: Instant

    package init(customer: CustomerID, code: String, by: String, at: Instant) {
        self.customer = customer
        self.code = code
        self.by = by
        self.at = at
    }
}
