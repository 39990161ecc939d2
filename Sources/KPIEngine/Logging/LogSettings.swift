internal import Glibc
package import Logging

/// Where and how the log is written.
package struct LogSettings: Sendable {
    package let level: Logger.Level
    package let format: LogFormat
    /// Whether each line begins with its priority (`<3>`), by which journald sorts and colours; it stamps the lines
    /// itself then.
    package let hasPriorities: Bool

    /// - Parameter hasPriorities: nil: when standard error leads to the journal.
    package init(level: Logger.Level = .info, format: LogFormat = .text, hasPriorities: Bool? = nil) {
        self.level = level
        self.format = format
        self.hasPriorities = hasPriorities ?? Self.isJournal
    }

    /// To be called once, at the start of the process.
    package func bootstrap() {
        LoggingSystem.bootstrap { StandardErrorLogHandler(label: $0, settings: self) }
    }

    /// Systemd names the device and inode of the stream it has connected to the journal; standard error may since have
    /// been led elsewhere.
    private static var isJournal: Bool {
        guard let stream = unsafe getenv("JOURNAL_STREAM") else { return false }
        var status = stat()
        guard unsafe fstat(STDERR_FILENO, &status) == 0 else { return false }
        return unsafe String(cString: stream) == "\(status.st_dev):\(status.st_ino)"
    }
}
