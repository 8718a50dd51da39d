import Foundation
import PoolStore
import Records

/// How the command ends (SPEC.md, "Exit codes"). Thrown by a command that has said what there is to say.
enum ExitStatus: Int32, Error {
    case done = 0
    /// Done, with rejected or pending rows or a warning.
    case doneWithRemarks = 1
    /// Nothing done: bad input or configuration.
    case refused = 2
    /// Imports are committed; recycling and what follows wait for `--approve`.
    case stoppedByFuse = 3
    case usage = 64
    case bug = 70
    case inputOutput = 74
    case locked = 75

    func exit() -> Never { Foundation.exit(rawValue) }

    /// Says what went wrong and gives its status; `nil` for errors that ArgumentParser explains itself.
    init?(explaining error: any Error) {
        guard let words = Self.words(for: error) else { return nil }
        Console.error(words)
        self.init(of: error)
    }

    /// The status of an error; a bug where it is none that commands know.
    init(of error: any Error) {
        switch error {
        case let status as ExitStatus: self = status
        case is InputError, is StoreConflict: self = .refused
        case let error as CommandError: self = error.status
        default: self = Self.words(for: error) == nil ? .bug : .inputOutput
        }
    }

    /// What went wrong, for people; `nil` for errors that ArgumentParser explains itself.
    static func words(for error: any Error) -> String? {
        switch error {
        case let error as InputError: error.rendered
        case let error as CommandError: error.message
        case let error as StoreConflict:
            "customer \(error.customer) is not as it was: \(error.reason.rawValue). \(error.detail)"
        case let error as CocoaError: "\(error.localizedDescription) Nothing was half-written."
        default: StoreFailure.message(of: error)
        }
    }
}

/// A refusal in one or two sentences, where no file and line is meant.
struct CommandError: Error {
    var message: String
    var status: ExitStatus

    init(_ message: String, status: ExitStatus = .refused) {
        self.message = message
        self.status = status
    }
}
