import Foundation

/// A real SMTP server on loopback (aiosmtpd) with scripted faults; MailServer.py says which.
package final class MailServer: Sendable {
    package struct Fault: Encodable, Sendable {
        var at: String
        var `do`: String
        var times: Int
        var to: String

        /// `action`: a reply such as `421 busy`, `drop`, `cut`, `sleep 3`, `kill`, `kill late`.
        package init(at verb: String, _ action: String, times: Int = 1, to: String = "") {
            (at, self.do, self.times, self.to) = (verb, action, times, to)
        }
    }

    package struct Options: Encodable, Sendable {
        /// `starttls`, `tls`, or `none`: STARTTLS was stripped.
        package var tls = "starttls"
        package var password: String?
        package var mechanisms = ["PLAIN", "LOGIN", "XOAUTH2"]
        package var faults: [Fault] = []
        package var isExpired = false
        fileprivate var certificate = ""

        package init(password: String? = "geheim", faults: [Fault] = []) {
            self.password = password
            self.faults = faults
        }

        private enum CodingKeys: CodingKey { case tls, password, mechanisms, faults, certificate }
    }

    /// A line of the server's log.
    package struct Entry: Decodable, Sendable {
        /// The file of a mail that came.
        package var mail: String?
        package var to: [String]?
        package var connection: Int?
        /// A mechanism that was tried.
        package var tried: String?
        /// A mechanism whose answer was looked at.
        package var auth: String?
        package var fault: String?
    }

    package struct Received: Sendable {
        package var to: String
        package var bytes: [UInt8]
        package var connection: Int

        package var messageID: String {
            String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").first { $0.hasPrefix("Message-ID: ") }
                .map { String($0.dropFirst(12)) } ?? ""
        }
    }

    package let port: Int
    private let folder: URL
    private let process: Process
    /// A PEM file: the authority to trust.
    package static var authority: String { certificates.appending(path: "ca.pem").path }

    package static let python = "/usr/bin/python3"
    private static let program = Paths.root.appending(path: "Tests/TestSupport/MailServer.py").path

    /// Made once for all servers of a test run.
    private static let certificates: URL = {
        let folder = temporaryFolder("certificates")
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [program, "certificates", folder.path]
        try? process.run()
        process.waitUntilExit()
        return folder
    }()

    package init(_ options: Options = Options()) throws {
        var options = options
        let certificate = options.isExpired ? "expired.pem" : "server.pem"
        options.certificate = Self.certificates.appending(path: certificate).path
        folder = Self.temporaryFolder("smtp")
        process = Process()
        process.executableURL = URL(filePath: Self.python)
        process.arguments = [
            Self.program, "serve", folder.path, String(decoding: try JSONEncoder().encode(options), as: UTF8.self),
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        let file = folder.appending(path: "port")
        for _ in 0..<600 where !FileManager.default.fileExists(atPath: file.path) { usleep(50_000) }
        guard let text = try? String(contentsOf: file, encoding: .utf8), let port = Int(text) else {
            throw CocoaError(.executableLoad, userInfo: [NSFilePathErrorKey: Self.program])
        }
        self.port = port
    }

    deinit {
        // Threads of the test runner may block SIGTERM, and what they start inherits that.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    private static func temporaryFolder(_ name: String) -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "gonghai-\(name)-\(ProcessInfo.processInfo.globallyUniqueString)", directoryHint: .isDirectory)
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// Replaces the faults, for connections from now on.
    package func set(_ faults: [Fault]) throws {
        try JSONEncoder().encode(faults).write(to: folder.appending(path: "faults"), options: .atomic)
    }

    /// Everything noted so far.
    package func log() throws -> [Entry] {
        let text = (try? String(contentsOf: folder.appending(path: "log"), encoding: .utf8)) ?? ""
        return try text.split(separator: "\n").map { try JSONDecoder().decode(Entry.self, from: Data($0.utf8)) }
    }

    /// The mails it took, in their order.
    package func received() throws -> [Received] {
        try log().compactMap { entry in
            guard let name = entry.mail else { return nil }
            return Received(
                to: entry.to?.first ?? "", bytes: Array(try Data(contentsOf: folder.appending(path: name))),
                connection: entry.connection ?? 0)
        }
    }
}
