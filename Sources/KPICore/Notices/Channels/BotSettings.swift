/// Each notice becomes a message of a chat service's bot.
package struct BotSettings: Sendable, Hashable {
    /// The whole address as the service shows it when the bot is made. There is a key in it, so it is kept as a secret.
    package let address: SecretSource
    /// With which messages are signed, where the bot asks for it. WeCom's have none.
    package let signing: SecretSource?
    package let connection: ConnectionSettings

    package init(
        address: SecretSource, signing: SecretSource? = nil, connection: ConnectionSettings = ConnectionSettings()
    ) {
        (self.address, self.signing, self.connection) = (address, signing, connection)
    }

    var complaints: [SettingsComplaint] {
        var complaints = connection.complaints(under: "connection")
        if let complaint = address.complaint { complaints.append(SettingsComplaint("address", complaint)) }
        if let complaint = signing?.complaint { complaints.append(SettingsComplaint("signing", complaint)) }
        return complaints
    }
}
