package import KPICore

/// Where everything lies that kpid keeps.
package struct StateDirectory: Sendable, Hashable {
    package let path: String

    package init(_ path: String) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    package var ledger: String { path + "/ledger.sqlite" }
    package var lock: String { path + "/kpid.lock" }
    /// Where report files are dropped.
    package var inbox: String { path + "/inbox" }
    /// Where register files are dropped.
    package var registers: String { inbox + "/registers" }
    /// Where each unit may have a folder of its own, called like the unit, for reports on itself.
    package var units: String { inbox + "/units" }
    package var accepted: String { path + "/accepted" }
    package var quarantine: String { path + "/quarantine" }
    package var status: String { path + "/status.json" }
    package var statusText: String { path + "/status.txt" }
    package var alerts: String { path + "/alerts.json" }
    package var alertLog: String { path + "/alerts.jsonl" }
    package var heartbeat: String { path + "/heartbeat" }
    /// Where the daemon listens.
    package var socket: String { path + "/kpid.sock" }

    /// Creates what is missing. What is there keeps the owner and the mode that an administrator gave it. The
    /// group may write into the inbox, and what it writes there belongs to the group (2770).
    package func create() throws(FileError) {
        try createParents()
        try Folder.create(path, mode: 0o2750)
        try Folder.create(inbox, mode: 0o2770)
        try Folder.create(registers, mode: 0o2770)
        try Folder.create(units, mode: 0o2770)
        try Folder.create(accepted, mode: 0o2750)
        try Folder.create(quarantine, mode: 0o2750)
    }

    /// Creates the folder of a channel that writes into the state directory. Where others have one, it is for them to
    /// see to it.
    package func create(for channel: ChannelSettings) throws(FileError) {
        guard case .file(let settings) = channel, settings.isOwn else { return }
        try Folder.create(settings.folder(in: path), mode: 0o2750)
    }

    /// `~/.local/state/kpid` may be the first of its kind in a home.
    private func createParents() throws(FileError) {
        var missing: [String] = []
        var parent = Folder.of(path)
        while parent != "/", parent != ".", try FileProperties.of(parent) == nil {
            missing.append(parent)
            parent = Folder.of(parent)
        }
        for folder in missing.reversed() { try Folder.create(folder, mode: 0o755) }
    }
}
