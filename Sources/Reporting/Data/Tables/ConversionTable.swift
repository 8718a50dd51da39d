import Records

/// Conversion by the ISO week in which spells began and by their age; `[immature]` where a member is younger. Cohorts
/// of the migration stand apart, after the own ones.
enum ConversionTable: DataTable {
    static let name = "conversion"
    static let columns = [
        DataColumn("week", .code), DataColumn("week_start", .date), DataColumn("cohort_size", .integer),
        DataColumn("age_weeks", .integer), DataColumn("converted", .integer), DataColumn("conversion", .code),
        DataColumn("estimate", .number), DataColumn("at_risk", .integer), DataColumn("cohort_kind", .code),
    ]

    static func rows(_ night: Night) -> [[String?]] {
        let format = Format(language: .english, zone: night.zone)
        return ConversionMeasures.CohortKind.allCases.flatMap { kind in
            night.conversion.cohorts(kind).flatMap { cohort in
                cohort.cells.map { cell in
                    [
                        format.week(cohort.week), cohort.week.description, String(cohort.size), String(cell.weeks),
                        String(cell.converted),
                        cell.isMature ? fraction(Proportion(cell.converted, of: cohort.size).value) : "[immature]",
                        fraction(cell.estimate), String(cell.atRisk), kind.rawValue,
                    ]
                }
            }
        }
    }
}
