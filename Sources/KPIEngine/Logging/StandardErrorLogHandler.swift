internal import Glibc
internal import KPICore
internal import KPIStore
package import Logging

/// Writes the log to standard error, each entry in one write(2), so that entries of several threads never mix.
package struct StandardErrorLogHandler: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    private let label: String
    private let settings: LogSettings

    package init(label: String, settings: LogSettings) {
        self.label = label
        self.settings = settings
        logLevel = settings.level
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let text = line(event).written(as: settings.format, hasPriority: settings.hasPriorities)
        let bytes = Array(text.utf8)
        // There is nowhere to report that standard error cannot be written to.
        unsafe bytes.withUnsafeBytes { _ = unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    private func line(_ event: LogEvent) -> LogLine {
        var all = metadataProvider?.get() ?? [:]
        all.merge(metadata) { $1 }
        all.merge(event.metadata ?? [:]) { $1 }
        if let error = event.error, all["error"] == nil { all["error"] = "\(error)" }
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        let instant = Instant(milliseconds: Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000)
        return LogLine(
            label: label, level: event.level, message: event.message.description,
            metadata: all.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value.description) },
            stamp: instant.stored)
    }
}
