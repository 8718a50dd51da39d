import ArgumentParser

@main
struct Gonghai: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "gonghai", version: "0.1.0")
}
