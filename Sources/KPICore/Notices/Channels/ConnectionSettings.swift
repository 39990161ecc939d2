/// How a channel reaches a server.
package struct ConnectionSettings: Sendable, Hashable {
    /// For the whole of an attempt, from looking up the name to the last byte of the answer.
    package let timeout: Duration
    /// An HTTP proxy. Nil is none: the variables of the environment (`https_proxy` …) do not count, so that what the
    /// settings say is what happens.
    package let proxy: WebAddress?
    /// A PEM file of the authorities that may vouch for the server, instead of the system's.
    package let authorities: String?

    package init(timeout: Duration = .seconds(15), proxy: WebAddress? = nil, authorities: String? = nil) {
        (self.timeout, self.proxy, self.authorities) = (timeout, proxy, authorities)
    }

    func complaints(under field: String) -> [SettingsComplaint] {
        var complaints: [SettingsComplaint] = []
        if !(Duration.seconds(1)...(.seconds(300))).contains(timeout) {
            complaints.append(SettingsComplaint("\(field).timeout", "must be between 1s and 5m"))
        }
        if let authorities, !authorities.hasPrefix("/") {
            complaints.append(
                SettingsComplaint("\(field).authorities", "'\(authorities)' must be the absolute path of a PEM file"))
        }
        return complaints
    }
}
