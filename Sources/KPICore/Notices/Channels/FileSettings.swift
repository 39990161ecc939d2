/// Each notice becomes a file of its own.
package struct FileSettings: Sendable, Hashable {
    /// An absolute path. It is not created: a folder that is not mounted must not be mistaken for an empty one.
    package let folder: String

    package init(folder: String) {
        self.folder = folder
    }

    var complaints: [SettingsComplaint] {
        folder.hasPrefix("/") ? [] : [SettingsComplaint("folder", "'\(folder)' must be an absolute path")]
    }
}
