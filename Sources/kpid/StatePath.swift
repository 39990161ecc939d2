import Foundation

/// Chooses the state directory.
enum StatePath {
    /// What was asked for, else what systemd gives, else where programs of a user keep their state.
    static func choose(_ asked: String?) -> String {
        let environment = ProcessInfo.processInfo.environment
        func given(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let asked { return asked }
        // systemd separates several directories by colons; ours is the first.
        if let directory = given("STATE_DIRECTORY")?.split(separator: ":").first { return String(directory) }
        if let home = given("XDG_STATE_HOME") { return home + "/kpid" }
        // Foundation asks the list of users first, and somebody who sets $HOME means it.
        return (given("HOME") ?? NSHomeDirectory()) + "/.local/state/kpid"
    }
}
