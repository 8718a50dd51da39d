import Records

/// Which way of giving customers away worked, and how sure that is.
enum StrategySection: ManagementSection {
    static let name = "strategy"

    static func view(_ page: Page) -> ViewObject {
        let strategies = page.night.strategies
        return [
            "label": .text(page.words(strategies.isRandomised ? "strategy.randomised" : "strategy.observational")),
            "arms": page.armTable.view, "has_comparisons": .flag(!strategies.comparisons.isEmpty),
            "comparisons": page.comparisonTable.view,
        ]
    }
}

extension Page {
    /// Each way of giving customers away with its share won.
    var armTable: Table {
        let arms = night.strategies.arms
        let scale = Self.scale(arms.map(\.share))
        let table = table(
            "arms",
            [
                ("arm", .name), ("spells", .number), ("won", .number), ("share", .number), ("interval", .graphic),
                ("interval_95", .number),
            ],
            arms.map { arm in
                [
                    Table.Cell(armName(arm.name)), Table.Cell(count("arm_n", arm.share.total)),
                    Table.Cell(count("arm_won", arm.share.count)), Table.Cell(percent("arm_share", arm.share.value)),
                    mark(arm.share, dot: arm.share.value, reference: nil, scale: scale),
                    Table.Cell(format.interval(arm.share.wilson)),
                ]
            })
        return scaled(table, scale)
    }

    /// Each way beside the most frequent one.
    var comparisonTable: Table {
        table(
            "comparisons",
            [
                ("arm", .name), ("beside", .text), ("difference", .number), ("risk_ratio", .number),
                ("p_value", .number), ("verdict", .text),
            ],
            night.strategies.comparisons.map { comparison in
                [
                    Table.Cell(armName(comparison.arm.name)), Table.Cell(armName(comparison.reference.name)),
                    Table.Cell(points(comparison.difference)),
                    Table.Cell(decimal("arm_risk_ratio", comparison.riskRatio, digits: 2)),
                    Table.Cell(decimal("arm_p_value", comparison.pValue, digits: 3)),
                    Table.Cell(words("verdict.\(comparison.verdict.rawValue)")),
                ]
            })
    }

    func armName(_ name: String) -> String { named("arm", name) }

    /// `−3.1 … +4.0`, in percentage points.
    func points(_ interval: Interval) -> String {
        "\(signed(interval.low * 100, digits: 1)) … \(signed(interval.high * 100, digits: 1))"
    }
}
