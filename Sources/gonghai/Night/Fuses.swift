import ArgumentParser
import Records

/// What stops a night before it does harm; `--approve` lets it pass once.
enum Fuse: String, CaseIterable, ExpressibleByArgument {
    /// No follow-up list is fresh.
    case feeds
    /// Far more customers would go back than usual.
    case recycling
    /// Far more customers would be given away than on any night of the last four weeks.
    case allocation
    /// Far more imported rows were taken for customers who are known than on any such night.
    case merges
    /// Far more imported rows were unusable than on any such night.
    case rejects
    /// Unusually many people would get mail.
    case recipients

    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

/// A night that stopped itself: what came before is committed, recycling and what follows wait.
struct FuseStop: Error {
    var fuse: Fuse
    var message: String
}

extension FeedStatus {
    /// What is wrong with the list, for the terminal.
    var sentence: String {
        switch state {
        case .fresh: "The follow-ups of '\(source)' are fresh."
        case .missing: "The follow-ups of '\(source)' did not come."
        case .empty: "The follow-ups of '\(source)' came without a usable row."
        case .stale: "The follow-ups of '\(source)' hold nothing newer than what was known."
        case .short: "The follow-ups of '\(source)' hold far fewer rows than usual, as if the list had been cut off."
        }
    }
}

/// The source of rows that were typed in with a command.
enum HandSource {
    static let name = "hand"
}
