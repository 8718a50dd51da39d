import Foundation

/// A lock that one process holds on a file. The kernel frees it when the process ends, however it ends.
final class FileLock {
    private let descriptor: Int32

    /// Takes the lock or gives `nil` at once where another process has it.
    init?(_ file: URL) throws {
        let descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw CommandError(
                "'\(file.path)' cannot be made: \(String(cString: strerror(errno)))", status: .inputOutput)
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}
