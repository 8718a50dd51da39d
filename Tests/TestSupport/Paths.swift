import Foundation

/// Places that tests read from.
package enum Paths {
    /// The root of the checkout.
    package static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Real exports of other systems, from the environment variable GONGHAI_SAMPLES; `nil` where it is unset.
    package static let samples = ProcessInfo.processInfo.environment["GONGHAI_SAMPLES"].map {
        URL(
            filePath: $0, directoryHint: .isDirectory,
            relativeTo: URL(filePath: FileManager.default.currentDirectoryPath)
        ).resolvingSymlinksInPath()
    }
}
