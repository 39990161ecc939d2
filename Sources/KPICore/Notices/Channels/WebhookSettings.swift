/// Each notice is posted as JSON.
package struct WebhookSettings: Sendable, Hashable {
    package enum Address: Sendable, Hashable {
        case written(WebAddress)
        /// The whole address is a secret, because there is a key in it.
        case secret(SecretSource)
    }

    package let address: Address
    /// With it the notice is signed; nil: it is not.
    package let signing: SecretSource?
    /// The value of the header `Authorization`, such as `Bearer …`.
    package let authorization: SecretSource?
    package let connection: ConnectionSettings

    package init(
        address: Address, signing: SecretSource? = nil, authorization: SecretSource? = nil,
        connection: ConnectionSettings = ConnectionSettings()
    ) {
        self.address = address
        self.signing = signing
        self.authorization = authorization
        self.connection = connection
    }

    var complaints: [SettingsComplaint] {
        var complaints = connection.complaints(under: "connection")
        if case .secret(let source) = address, let complaint = source.complaint {
            complaints.append(SettingsComplaint("address", complaint))
        }
        if let complaint = signing?.complaint { complaints.append(SettingsComplaint("signing", complaint)) }
        if let complaint = authorization?.complaint {
            complaints.append(SettingsComplaint("authorization", complaint))
        }
        if case .written(let address) = address, authorization != nil, !address.isEncrypted, !address.isLoopback {
            complaints.append(
                SettingsComplaint(
                    "address",
                    "'\(address)' carries the authorization where everybody on the way can read it; "
                        + "https:// would not", isWarning: true))
        }
        return complaints
    }
}
