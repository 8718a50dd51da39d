import Foundation
import Logging
import Records

/// What commands say about their work, on stderr: as sentences, or as JSON lines for a log collector.
enum ConsoleLog {
    enum Format: String, CaseIterable { case text, json }

    static let label = "gonghai"

    /// `GONGHAI_LOG_FORMAT`, or text. Whoever asks for JSON also gets what each stage did.
    static let format =
        ProcessInfo.processInfo.environment["GONGHAI_LOG_FORMAT"].flatMap(Format.init) ?? Format.text

    static let logger = Logger(label: label) { _ in
        switch format {
        case .text: TextLog()
        case .json: JSONLog(now: { Date().ISO8601Format() })
        }
    }
}

/// Sentences, as a person at a terminal reads them: `gonghai: warning: …`. News of stages are left to the summary.
struct TextLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.notice

    subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let prefix: String
        switch event.level {
        case .error, .critical: prefix = "gonghai: error: "
        case .warning: prefix = "gonghai: warning: "
        default: prefix = ""
        }
        Console.writeError(Console.printable(prefix + event.message.description))
    }
}

/// One JSON object a line, personal data masked: what is collected is read by more people than the one at the terminal.
struct JSONLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info
    let now: @Sendable () -> String
    var write: @Sendable (String) -> Void = { Console.writeError($0) }

    init(now: @escaping @Sendable () -> String) { self.now = now }

    subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var fields = metadata.merging(event.metadata ?? [:]) { _, new in new }.mapValues {
            Masking.personalData(in: $0.description)
        }
        fields["time"] = now()
        fields["level"] = event.level.rawValue
        fields["logger"] = ConsoleLog.label
        fields["message"] = Masking.personalData(in: event.message.description)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let line = try? encoder.encode(fields) else { return }
        write(String(decoding: line, as: UTF8.self))
    }
}
