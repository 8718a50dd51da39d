import Records

/// For each source that the night changed an owner of: its records with their owners in its own words, so that the other
/// system can be brought up to date.
enum OwnerTable {
    private static let columns = OwnerChange.columns.map { name in
        switch name {
        case "owner", "previous_owner": DataColumn(name, .text)
        case "changed_at": DataColumn(name, .time)
        default: DataColumn(name, .code)
        }
    }

    static func tables(_ night: Night) -> [NightTable] {
        let reps = RepDirectory(night.facts.reps.map(\.rep))
        let bySource = Dictionary(grouping: night.facts.ownerChanges, by: \.record.source)
        return bySource.sorted { $0.key.isOrderedBefore($1.key) }.map { source, changes in
            NightTable(
                name: "owners-\(plain(source.lowercased(), of: source, keeping: \.isASCII))",
                file: "owners-\(plain(source, of: source) { _ in true }).csv", kind: "owners", columns: columns,
                rows: changes.map { $0.cells(reps, zone: night.zone) })
        }
    }

    /// A text in letters and digits; where that is not the source itself, with what tells it from others.
    private static func plain(
        _ text: String, of source: String, keeping isKept: (Character) -> Bool
    ) -> String {
        let plain = String(
            text.map { character in
                let isName = character.isLetter || character.isNumber || "-_.".contains(character)
                return isName && isKept(character) ? character : "_"
            })
        return plain == source ? plain : "\(plain)-\(Identity.digest(source.utf8).prefix(8))"
    }
}
