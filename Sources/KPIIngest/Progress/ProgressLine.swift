import Glibc
package import KPICore
import Synchronization

/// Shows on a terminal how far a large file has been read, and takes the line away when that is done.
package final class ProgressLine: Sendable {
    private let descriptor: Int32
    private let language: Language
    private let shown = Mutex("")

    /// Smaller files are read before anybody could look.
    private static let smallest = 4 << 20

    /// Nil where nobody would see it, because what is written there goes into a file or to another program.
    ///
    /// - Parameter descriptor: of standard error, as a rule: what is asked for goes to standard output.
    package init?(on descriptor: Int32 = STDERR_FILENO, in language: Language) {
        guard isatty(descriptor) == 1 else { return nil }
        (self.descriptor, self.language) = (descriptor, language)
    }

    /// Tells it what to show.
    package var watcher: IntakeProgress.Watcher {
        { self.show($0) }
    }

    package func show(_ progress: IntakeProgress) {
        guard progress.size >= Self.smallest else { return }
        let line = progress.done < progress.size ? progress.line(in: language) : ""
        shown.withLock { shown in
            guard line != shown else { return }
            shown = line
            // To the line's beginning, and away with what stands there.
            let bytes = Array("\r\u{1B}[2K\(line)".utf8)
            // A terminal that is gone is nobody's trouble here.
            _ = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
        }
    }
}
