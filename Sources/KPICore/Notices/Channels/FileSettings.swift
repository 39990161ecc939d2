/// Each notice becomes a file of its own.
package struct FileSettings: Sendable, Hashable {
    /// As it is written: an absolute path, or one that is meant from the state directory.
    ///
    /// An absolute one is not created: a folder that is not mounted must not be mistaken for an empty one. One in the
    /// state directory is kpid's own, like everything there.
    package let folder: String

    package init(folder: String) {
        self.folder = folder
    }

    /// Whether it lies in the state directory.
    package var isOwn: Bool { !folder.hasPrefix("/") }

    /// Where it is.
    package func folder(in stateDirectory: String) -> String {
        isOwn ? "\(stateDirectory)/\(folder)" : folder
    }

    /// The same with its place worked out, as a channel wants it.
    package func resolved(in stateDirectory: String) -> FileSettings {
        FileSettings(folder: folder(in: stateDirectory))
    }

    /// What people drop files into, and where those go: a notice there would be taken for a report.
    private static let taken: Set<Substring> = ["inbox", "accepted", "quarantine"]

    var complaints: [SettingsComplaint] {
        guard isOwn else { return [] }
        let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
        if parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) {
            return [
                SettingsComplaint(
                    "folder",
                    "'\(folder)' must be an absolute path, or a plain one within the state directory, such as notices")
            ]
        }
        if let first = parts.first, Self.taken.contains(first) {
            return [SettingsComplaint("folder", "'\(first)' is where reports go: choose another, such as notices")]
        }
        return []
    }
}
