package import KPICore

/// How far a file has been read.
package struct IntakeProgress: Sendable, Hashable {
    package enum Stage: Sendable, CaseIterable {
        /// Its rows are judged.
        case reading
        /// They go into the ledger.
        case recording
    }

    package typealias Watcher = @Sendable (IntakeProgress) -> Void

    /// The name of the file as it lay in the inbox.
    package let file: String
    package let stage: Stage
    /// In bytes.
    package let done: Int
    package let size: Int

    package init(file: String, stage: Stage, done: Int, size: Int) {
        (self.file, self.stage, self.done, self.size) = (file, stage, done, size)
    }

    /// From 0 to 100, rounded down.
    package var percent: Int { size > 0 ? min(done, size) * 100 / size : 100 }

    /// For one line of a terminal: `2021.csv  ██████░░░░░░░░  42 % recorded`.
    package func line(in language: Language) -> String {
        let width = 24
        let full = percent * width / 100
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
        let words: Label =
            switch stage {
            case .reading: Label(zh: "已读取", en: "read")
            case .recording: Label(zh: "已入账", en: "recorded")
            }
        let name = file.count > 32 ? "…" + file.suffix(31) : file
        return "\(name)  \(bar)  \(percent) % \(words[language])"
    }
}
