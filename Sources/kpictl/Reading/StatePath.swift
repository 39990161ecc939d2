import Foundation
import KPICore

/// Finds the state directory of the daemon whose files are to be read.
struct StatePath {
    static let system = "/var/lib/kpid"

    let path: String

    /// What was asked for, else `$KPID_STATE_DIR`, else the system's where it has a status, else the user's own.
    init(_ asked: String?) {
        let environment = ProcessInfo.processInfo.environment
        func given(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let named = asked ?? given("KPID_STATE_DIR") {
            path = named
        } else if FileManager.default.fileExists(atPath: Self.system + "/status.json") {
            path = Self.system
        } else {
            let home = given("HOME") ?? NSHomeDirectory()
            path = (given("XDG_STATE_HOME") ?? home + "/.local/state") + "/kpid"
        }
    }

    var status: String { path + "/status.json" }
    var alerts: String { path + "/alerts.json" }
    var heartbeat: String { path + "/heartbeat" }
    var lock: String { path + "/kpid.lock" }
    var ledger: String { path + "/ledger.sqlite" }
    var socket: String { path + "/kpid.sock" }
    var inbox: String { path + "/inbox" }
    var accepted: String { path + "/accepted" }
    var quarantine: String { path + "/quarantine" }

    /// Whether a daemon lives here.
    func life(at now: Instant) -> DaemonLife {
        DaemonLife(isHeld: DaemonLock.isHeld(lock), heartbeat: Self.modified(heartbeat), now: now)
    }

    /// When a file was last written.
    static func modified(_ path: String) -> Instant? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.modificationDate] as? Date).map { Instant($0) }
    }

    enum Access {
        case readable, forbidden, absent
    }

    /// Whether the ledger is there, and may be read.
    var ledgerAccess: Access {
        if FileManager.default.isReadableFile(atPath: ledger) { return .readable }
        let isThere = FileManager.default.fileExists(atPath: ledger)
        let isHidden =
            FileManager.default.fileExists(atPath: path) && !FileManager.default.isExecutableFile(atPath: path)
        return isThere || isHidden ? .forbidden : .absent
    }

    /// The system's directory is there, but its group alone may look into it.
    static var isClosed: Bool {
        FileManager.default.fileExists(atPath: system) && !FileManager.default.isReadableFile(atPath: system)
    }
}

extension Instant {
    init(_ date: Date) {
        self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded(.down)))
    }
}
