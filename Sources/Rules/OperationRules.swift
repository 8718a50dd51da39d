/// `operation:` when nights are run and who is told how they went.
package struct OperationRules: Sendable, Equatable {
    /// `night_at`: the time of day at which schedulers and the daemon run the night, in seconds since midnight.
    package var nightAtSecondOfDay = 90 * 60
    /// `metrics_file`: for Prometheus; `nil`: none.
    package var metricsFile: String?
    /// `heartbeat_url`; the environment and a credential come before it.
    package var heartbeatURL: String?

    package init() {}
}
