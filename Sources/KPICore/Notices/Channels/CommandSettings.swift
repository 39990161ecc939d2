/// Each notice starts a program.
package struct CommandSettings: Sendable, Hashable {
    /// The program by its absolute path, and its arguments. No shell reads them.
    package let argv: [String]
    /// After which it is ended, with every process it has started.
    package let timeout: Duration

    package init(argv: [String], timeout: Duration = .seconds(30)) {
        (self.argv, self.timeout) = (argv, timeout)
    }

    var complaints: [SettingsComplaint] {
        var complaints: [SettingsComplaint] = []
        if !(argv.first?.hasPrefix("/") ?? false) {
            let said = argv.first.map { "'\($0)' must be" } ?? "must begin with"
            complaints.append(
                SettingsComplaint(
                    "run", "\(said) the absolute path of a program; for a shell: [/bin/sh, -c, \"…\"]"))
        }
        if argv.contains(where: { $0.utf8.contains(0) }) {
            complaints.append(SettingsComplaint("run", "must not contain the character NUL"))
        }
        if !(Duration.seconds(1)...(.seconds(600))).contains(timeout) {
            complaints.append(SettingsComplaint("timeout", "must be between 1s and 10m"))
        }
        return complaints
    }
}
