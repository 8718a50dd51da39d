import ArgumentParser
import Ingestion
import Records

// gonghai inspect FILE [--as ENTITY] [--profile NAME] [--map FIELD=COLUMN]…

struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Shows how a file would be understood: encoding, dialect, sheets, profile, columns, ten rows. Changes nothing.",
        discussion: """
            Needs no workspace. Values are shown as they are: mind who looks over
            your shoulder.

            Example:
              gonghai inspect exports/客户.csv
            """)

    @OptionGroup var mapping: MappingOptions

    @Argument(help: "The export.", completion: .file())
    var file: String

    func run() throws {
        let lists = try ExportFile.openAll(path: file, shownAs: file, options: mapping.options())
        for (index, list) in lists.enumerated() {
            if index > 0 { Console.print() }
            try show(list)
        }
    }

    private func show(_ export: ExportFile) throws {
        for line in export.description { Console.print(Console.printable(line)) }
        let preview = try export.preview(rows: 10)
        Console.print()
        Console.print("Columns")
        Console.print(
            Console.table(
                ["#", "COLUMN", "FIELD", "FIRST VALUE"],
                preview.header.indices.map { index in
                    [
                        String(index + 1), preview.header[index], Self.field(index, of: export, preview),
                        Self.short(preview.rows.first.map { $0[index] } ?? ""),
                    ]
                }))
        Console.print()
        Console.print("First rows")
        let shown = preview.header.indices.filter { preview.fields[$0] != nil }.prefix(6)
        Console.print(
            Console.table(
                shown.map { preview.fields[$0]?.rawValue ?? "" },
                preview.rows.map { row in shown.map { Self.short(row[$0]) } }))
        for warning in preview.warnings { Console.warning(warning) }
    }

    /// `revenue in 万元`, `kept as it is` …
    private static func field(_ index: Int, of export: ExportFile, _ preview: Preview) -> String {
        guard let field = preview.fields[index] else { return "kept as it is" }
        let unit = export.units.indices.contains(index) ? export.units[index] : nil
        return unit.map { "\(field.rawValue) in \($0)" } ?? field.rawValue
    }

    private static func short(_ text: String) -> String {
        let line = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        return line.count > 28 ? line.prefix(27) + "…" : line
    }
}
