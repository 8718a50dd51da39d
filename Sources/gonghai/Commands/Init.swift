import ArgumentParser
import Foundation
import Records
import Reporting
import Rules

// gonghai init [DIR] [--templates]

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes a workspace: a commented gonghai.yaml and an inbox.",
        discussion: """
            The inbox gets a sample of each list, as .csv.example. Nothing that exists
            is overwritten.

            Example:
              gonghai init sales --templates
            """)

    @Argument(help: ArgumentHelp("The folder (default: here).", valueName: "dir"), completion: .directory)
    var folder = "."

    @ArgumentParser.Flag(
        help: "Also write out the report templates, to be changed and used with `gonghai report --template`.")
    var templates = false

    func run() throws {
        let root = URL(filePath: folder, directoryHint: .isDirectory)
        var files: [(path: String, text: String)] = [("gonghai.yaml", Rules.template)]
        // The ending keeps a night from taking the samples for real lists.
        files += Entity.allCases.map { ("inbox/\($0.rawValue).csv.example", Self.sample(of: $0)) }
        if templates {
            files += TemplateLibrary.builtIn.names.map { ("templates/\($0)", TemplateLibrary.builtIn.text($0) ?? "") }
        }
        for file in files {
            let url = root.appending(path: file.path)
            guard !FileManager.default.fileExists(atPath: url.path) else {
                Console.note("kept   \(file.path)")
                continue
            }
            try AtomicFiles.write(Array(file.text.utf8), to: url)
            Console.note("wrote  \(file.path)")
        }
        let place = folder == "." ? "" : " -w \(folder)"
        Console.print(
            """
            Next: put your exports into \(folder == "." ? "" : folder + "/")inbox/ and try
              gonghai inspect FILE          how a file is understood
              gonghai run\(place) --dry-run   what a night would do
            """)
    }

    /// A header of canonical names and a row that shows how values are written.
    static func sample(of entity: Entity) -> String {
        var writer = CSVWriter(bom: false)
        let example = samples[entity] ?? [:]
        writer.append(entity.fields.map(\.rawValue))
        writer.append(entity.fields.map { example[$0] ?? "" })
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static let samples: [Entity: [Field: String]] = [
        .customers: [
            .id: "1001", .name: "苏州澄湖精密机械有限公司", .industry: "通用设备制造业", .employees: "51-200", .revenue: "3500万",
            .city: "苏州", .mobile: "13800138000", .level: "A", .owner: "E001", .ownedSince: "2026-11-02",
        ],
        .contacts: [.id: "1", .customer: "1001", .name: "王小明", .title: "采购经理", .mobile: "13800138000"],
        .reps: [
            .id: "E001", .name: "陈静", .email: "chen.jing@example.com", .team: "East", .active: "yes",
            .leave: "2026-12-01/2026-12-05", .aliases: "crm-a:17;chenjing",
        ],
        .followUps: [
            .id: "1", .customer: "1001", .rep: "E001", .at: "2026-11-20 15:30", .channel: "phone",
            .outcome: "interested",
        ],
        .deals: [
            .id: "1", .customer: "1001", .rep: "E001", .status: "won", .amount: "120000", .closedAt: "2026-11-18",
        ],
        .payments: [.id: "1", .customer: "1001", .deal: "1", .rep: "E001", .paidAt: "2026-11-20", .amount: "60000"],
        .claims: [.id: "1", .customer: "1001", .rep: "E001", .requestedAt: "2026-11-23 09:15"],
    ]
}
