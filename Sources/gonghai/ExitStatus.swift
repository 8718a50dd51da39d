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
        switch error {
        case let error as InputError:
            Console.error(error.rendered)
            self = .refused
        case let error as CommandError:
            Console.error(error.message)
            self = error.status
        case let error as StoreConflict:
            Console.error("customer \(error.customer) is not as it was: \(error.reason.rawValue). \(error.detail)")
            self = .refused
        case let error as CocoaError:
            Console.error("\(error.localizedDescription) Nothing was half-written.")
            self = .inputOutput
        default:
            if let message = StoreFailure.message(of: error) {
                Console.error(message)
                self = .inputOutput
            } else {
                return nil
            }
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
