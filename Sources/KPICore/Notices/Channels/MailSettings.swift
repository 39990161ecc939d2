/// Each notice becomes a mail to one address.
package struct MailSettings: Sendable, Hashable {
    /// How the connection is protected.
    package enum Encryption: String, Sendable, CaseIterable {
        /// It begins in clear and changes to TLS before anything is said (STARTTLS), or nothing is sent.
        case required
        /// As before where the server offers it; in clear where not.
        case optional
        /// TLS from the first byte, as servers do on port 465.
        case implicit
        case none
    }

    package struct Login: Sendable, Hashable {
        package let user: String
        package let password: SecretSource

        package init(user: String, password: SecretSource) {
            (self.user, self.password) = (user, password)
        }
    }

    package let host: String
    package let port: Int
    package let encryption: Encryption
    package let login: Login?
    package let from: MailAddress
    /// Receivers who are known by name. Everybody gets mails of their own, so that a refusal of one keeps nothing from
    /// another; the address is that of the notice's key, whether it stands here or not.
    package let to: [MailAddress]
    /// The proxy does not count here.
    package let connection: ConnectionSettings

    package init(
        host: String, port: Int? = nil, encryption: Encryption = .required, login: Login? = nil, from: MailAddress,
        to: [MailAddress] = [], connection: ConnectionSettings = ConnectionSettings()
    ) {
        self.host = host
        self.port = port ?? (encryption == .implicit ? 465 : 587)
        self.encryption = encryption
        self.login = login
        self.from = from
        self.to = to
        self.connection = connection
    }

    var complaints: [SettingsComplaint] {
        var complaints = connection.complaints(under: "connection")
        if WebAddress("https://\(host):\(port)")?.origin != "https://\(host):\(port)" {
            complaints.append(
                SettingsComplaint("host", "'\(host)' with port \(port) must be a host name or an address, and a port"))
        }
        if connection.proxy != nil {
            complaints.append(SettingsComplaint("connection.proxy", "is for HTTP: mail goes to its server directly"))
        }
        for (index, address) in to.enumerated() where to[..<index].contains(where: { $0.text == address.text }) {
            complaints.append(SettingsComplaint("to.\(index)", "'\(address.text)' is named twice"))
        }
        guard let login else { return complaints }
        if login.user.isEmpty { complaints.append(SettingsComplaint("login.user", "must not be empty")) }
        if let complaint = login.password.complaint {
            complaints.append(SettingsComplaint("login.password", complaint))
        }
        let isClear = encryption == .none || encryption == .optional
        if isClear, !WebAddress.isLoopback(host: host) {
            complaints.append(
                SettingsComplaint(
                    "encryption",
                    "'\(encryption.rawValue)' lets the password go out in clear; "
                        + "'required' and 'implicit' do not", isWarning: true))
        }
        return complaints
    }
}
