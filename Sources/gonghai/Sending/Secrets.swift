import Foundation

/// Passwords and the like: read when they are needed, handed to what needs them, and never written anywhere.
///
/// In order: the environment variable `GONGHAI_<NAME>`, the systemd credential `gonghai-<name>`, a file of its own that
/// only its owner can read.
struct Secrets {
    let folder: URL
    let environment: [String: String]

    init(folder: URL, environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.folder = folder
        self.environment = environment
    }

    /// The secret called `name`, such as `smtp-password`; `file`, relative to the workspace, is from gonghai.yaml. `nil` where
    /// it stands nowhere.
    func secret(_ name: String, file: String?) throws -> String? {
        let variable = Self.variable(name)
        if let text = environment[variable], !text.isEmpty { return try Self.checked(text, in: "$\(variable)") }
        if let credentials = environment["CREDENTIALS_DIRECTORY"] {
            let path = "\(credentials)/gonghai-\(name)"
            if let bytes = FileManager.default.contents(atPath: path) {
                return try Self.checked(String(decoding: bytes, as: UTF8.self), in: "the credential gonghai-\(name)")
            }
        }
        guard let file else { return nil }
        return try Self.checked(try contents(of: file), in: "'\(file)'")
    }

    static func variable(_ name: String) -> String {
        "GONGHAI_" + name.uppercased().replacing("-", with: "_")
    }

    private func contents(of file: String) throws -> String {
        let path = file.hasPrefix("/") ? file : folder.appending(path: file).path
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw CommandError("the secret file '\(file)' cannot be read: \(String(cString: strerror(errno))).")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw CommandError("the secret file '\(file)' is no plain file.")
        }
        guard status.st_mode & 0o077 == 0, status.st_uid == geteuid() || status.st_uid == 0 else {
            throw CommandError(
                """
                the secret file '\(file)' can be read by others than its owner; it is not used.
                Make it yours alone:  chmod 600 \(file)
                """)
        }
        let bytes = try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).read(upToCount: 16_384) ?? Data()
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The secret without the line break at its end. The message never shows any of it.
    private static func checked(_ text: String, in place: String) throws -> String {
        let secret = text.last.map { $0.isNewline } == true ? String(text.dropLast()) : text
        guard !secret.isEmpty, !secret.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            throw CommandError("\(place) must hold the secret in one line, and nothing else.")
        }
        return secret
    }
}
