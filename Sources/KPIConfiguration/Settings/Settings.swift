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
}
