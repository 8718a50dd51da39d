import Foundation
import TestSupport
import Testing

@Suite("What the README says is true")
struct ReadmeTests {
    @Test("its commands run, one after the other", arguments: ["README.md", "README.zh-CN.md"])
    func commands(readme: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("id,name,mobile,city\r\n1,苏州澄湖精密机械有限公司,13800138000,苏州\r\n", to: "exports/customers.csv")
        let commands = try Self.commands(of: readme)
        #expect(commands.count >= 4)
        for command in commands {
            let result = try Self.shell(command, in: folder.url)
            #expect(result.status <= 1, "\(command): \(result.errors)")
        }
        #expect(folder.exists("sales/out"))
    }

    @Test("both languages show the same commands and the same YAML")
    func faithful() throws {
        #expect(try Self.commands(of: "README.md") == Self.commands(of: "README.zh-CN.md"))
        #expect(try Self.yaml(of: "README.md") == Self.yaml(of: "README.zh-CN.md"))
    }

    @Test("the rules it shows are rules that gonghai reads")
    func yamlIsRead() throws {
        let folder = try TemporaryFolder()
        try folder.write(try Self.yaml(of: "README.md"), to: "gonghai.yaml")
        let rules = try folder.gonghai("rules")
        #expect(rules.status == 0, "\(rules.errors)")
        #expect(rules.output.contains("10"))
    }

    @Test("every command of the program stands in both of them, and no other")
    func everyCommand() throws {
        let commands = try commandsOfHelp()
        #expect(commands.contains("run"))
        for (file, heading) in [("README.md", "## The commands"), ("README.zh-CN.md", "## 命令")] {
            let text = try String(contentsOf: Paths.root.appending(path: file), encoding: .utf8)
            let table = text.components(separatedBy: heading).last ?? ""
            let names = table.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
                String(line.dropFirst(3).prefix { $0 != " " && $0 != "`" })
            }
            #expect(names.sorted() == commands.sorted(), "\(file)")
        }
    }

    @Test("the help of each command ends in an example")
    func helpHasExample() throws {
        for command in try commandsOfHelp() {
            let help = try TemporaryFolder().gonghai(command, "--help")
            #expect(help.status == 0)
            #expect(help.output.contains("\nExample"), "\(command)")
            #expect(help.output.contains("gonghai \(command)"), "\(command)")
        }
    }

    /// Commands are indented by two columns under a heading of their own.
    private func commandsOfHelp() throws -> [String] {
        let lines = try TemporaryFolder().gonghai("--help").output.components(separatedBy: "\n")
        let groups = lines.drop { !$0.hasSuffix("SUBCOMMANDS:") }
        return groups.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See ") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
    }

    /// Indented lines of code that are not `make`, without their comments.
    static func commands(of readme: String) throws -> [String] {
        try String(contentsOf: Paths.root.appending(path: readme), encoding: .utf8).split(separator: "\n")
            .filter { $0.hasPrefix("    gonghai ") || $0.hasPrefix("    cp ") }
            .map { $0.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces) }
    }

    static func yaml(of readme: String) throws -> String {
        let text = try String(contentsOf: Paths.root.appending(path: readme), encoding: .utf8)
        let parts = text.components(separatedBy: "```")
        return parts.first { $0.hasPrefix("yaml\n") }.map { String($0.dropFirst(5)) } ?? ""
    }

    static func shell(_ command: String, in folder: URL) throws -> CommandLineTool.Result {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = folder
        let tools = CommandLineTool.executable.deletingLastPathComponent().path
        process.environment = ["PATH": "\(tools):/usr/bin:/bin", "HOME": folder.path]
        let errors = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return CommandLineTool.Result(
            status: process.terminationStatus, output: "", errors: String(decoding: said, as: UTF8.self))
    }
}
