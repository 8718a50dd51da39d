import Foundation
import Records

/// Hands mails to the system's `sendmail`, which queues and sends them by its own configuration.
package final class SendmailTransport: MailTransport {
    private let path: String

    /// `path`: such as `/usr/sbin/sendmail`.
    package init(path: String) { self.path = path }

    package func send(_ mail: OutgoingMail, beforeLastByte: () throws -> Void) throws -> DeliveryOutcome {
        guard FileManager.default.isExecutableFile(atPath: path) else {
            return .blocked("there is no program '\(path)'")
        }
        let process = Process()
        process.executableURL = URL(filePath: path)
        // -i: a line with a single dot is no end. The address stands behind --, so it is never an option.
        process.arguments = ["-i", "-f", mail.from.text, "--", mail.to.text]
        let input = Pipe()
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        // A program reads lines as the system writes them; it makes CRLF of them again when it sends.
        let lines = mail.bytes.filter { $0 != 0x0D }
        var isWhole = true
        do {
            try input.fileHandleForWriting.write(contentsOf: Data(lines))
            try beforeLastByte()
        } catch is CocoaError {
            isWhole = false
        } catch {
            process.terminate()
            try? input.fileHandleForWriting.close()
            process.waitUntilExit()
            throw error
        }
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
        return outcome(process, isWhole: isWhole)
    }

    /// By sysexits.h.
    private func outcome(_ process: Process, isWhole: Bool) -> DeliveryOutcome {
        let said = "\(path) ended with \(process.terminationStatus)"
        guard process.terminationReason == .exit else {
            return isWhole ? .unknown("\(path) was killed") : .unreachable("\(path) was killed")
        }
        switch process.terminationStatus {
        case 0 where isWhole: return .sent("accepted by \(path)")
        case 0, 69, 70, 71, 74, 75: return .refusedForNow(said)
        case 64, 72, 73, 77, 78, 126, 127: return .blocked(said)
        default: return .refused(said)
        }
    }
}
