import Records

/// What came in, and how good it was.
enum QualitySection: ManagementSection {
    static let name = "quality"

    static func view(_ page: Page) -> ViewObject {
        let imports = page.night.imports
        return [
            "lead": page.words.sentence(
                imports.files == 0 ? "quality.none" : "quality.lead",
                [
                    "files": page.count("files", imports.files).part,
                    "read": page.count("rows_read", imports.total.read).part,
                    "accepted": page.count("rows_accepted", imports.total.accepted).part,
                    "rejected": page.count("rows_rejected", imports.total.rejected).part,
                    "pending": page.count("rows_pending", imports.total.pending).part,
                    "flagged": page.count("rows_flagged", imports.total.flagged).part,
                ]
            ).view,
            "quiet_feeds": .list(quietFeeds(page)), "files": files(page).view, "feeds": feeds(page).view,
            "has_waiting": .flag(page.night.actions.pendingRows > 0), "waiting": waiting(page).view,
        ]
    }

    private static func files(_ page: Page) -> Table {
        page.table(
            "files",
            [
                ("file", .name), ("source", .text), ("entity", .text), ("read", .number), ("new", .number),
                ("updated", .number), ("unchanged", .number), ("rejected", .number), ("pending", .number),
                ("flagged", .number),
            ],
            page.night.facts.imports.map { file in
                [
                    Table.Cell(file.batch.file), Table.Cell(file.batch.source),
                    Table.Cell(page.words("entity.\(file.batch.entity.rawValue)")),
                ]
                    + [
                        file.counts.read, file.counts.new, file.counts.updated, file.counts.unchanged,
                        file.counts.rejected, file.counts.pending, file.counts.flagged,
                    ].map { Table.Cell(page.format.count($0)) }
            }, limit: 40)
    }

    private static func feeds(_ page: Page) -> Table {
        page.table(
            "feeds", [("source", .name), ("state", .text), ("newest", .date), ("suspended", .number)],
            page.night.facts.feeds.map { feed in
                [
                    Table.Cell(feed.source), Table.Cell(page.words("feed.\(feed.state.rawValue)")),
                    Table.Cell(feed.newestAt.map(page.format.time) ?? page.words("alert.never")),
                    Table.Cell(page.count("suspended_spells_of_source", feed.suspendedSpells)),
                ]
            })
    }

    /// Feeds that are not fresh and keep nobody from being recycled: worth knowing, nothing to act on.
    private static func quietFeeds(_ page: Page) -> [ViewObject] {
        page.night.facts.feeds.filter { $0.state != .fresh && $0.suspendedSpells == 0 }.map { feed in
            [
                "quiet_feed": .text(
                    page.words("quality.quiet_feed.\(feed.state.rawValue)", ["source": feed.source]))
            ]
        }
    }

    private static func waiting(_ page: Page) -> Table {
        page.table(
            "waiting", [("entity", .name), ("pending", .number)],
            Entity.allCases.filter { (page.night.facts.pending[$0] ?? 0) > 0 }.map { entity in
                [
                    Table.Cell(page.words("entity.\(entity.rawValue)")),
                    Table.Cell(page.count("pending_\(entity.rawValue)", page.night.facts.pending[entity] ?? 0)),
                ]
            })
    }
}
