package import KPICore

/// What `kpid.yaml` says of the daemon itself.
package struct Settings: Sendable {
    package enum LogFormat: String, Sendable, CaseIterable {
        case text, json
    }

    package enum LogLevel: String, Sendable, CaseIterable {
        case trace, debug, info, notice, warning, error, critical
    }

    package let language: Language
    /// Seconds between two looks at the clock.
    package let evaluateEvery: Int
    package let logLevel: LogLevel
    package let logFormat: LogFormat
    /// Nil: reports over HTTP come through the Unix socket alone.
    package let server: Server?

    /// Where programs of units send reports to.
    package struct Server: Sendable, Hashable {
        /// One of this machine's own addresses.
        package let host: String
        package let port: Int
        /// The file with the units' tokens.
        package let tokens: String
    }
}
