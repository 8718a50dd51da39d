import Delivery
import Foundation

/// Tells a watching service (such as healthchecks.io) that a night starts and how it ended, so that somebody notices a
/// night that never came. What fails here never fails a night.
struct Heartbeat {
    private let url: String?

    /// The URL from the environment or a credential (it is a key of a kind), else from gonghai.yaml.
    init(workspace: Workspace) {
        let secret = try? Secrets(folder: workspace.folder).secret("heartbeat-url", file: nil)
        url = (secret ?? nil) ?? workspace.rules.operation.heartbeatURL
    }

    func start() { ping("/start") }

    /// 0 and 1 are successes; any other exit code is told as it is.
    func end(_ status: ExitStatus) { ping(status.rawValue <= 1 ? "" : "/\(status.rawValue)") }

    private func ping(_ suffix: String) {
        guard let url else { return }
        let base = url.hasSuffix("/") ? String(url.dropLast()) : url
        if let problem = Ping.send(to: base + suffix, seconds: 10) {
            Console.warning("the heartbeat was not heard (\(problem)); the night goes on.")
        }
    }
}
