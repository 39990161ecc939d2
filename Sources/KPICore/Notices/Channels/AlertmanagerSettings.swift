/// Alerts are kept by an Alertmanager, which tells people itself.
package struct AlertmanagerSettings: Sendable, Hashable {
    /// Where its web page is; `/api/v2/alerts` is added.
    package let address: WebAddress
    /// Put on every alert, beside those of kpid.
    package let labels: [String: String]
    /// How often open alerts are posted again. An Alertmanager forgets them when it is started again.
    package let repeatEvery: Duration
    /// After how long without a post it may take an alert for over. Long, because silence of kpid is no good news.
    package let lapseAfter: Duration
    /// The value of the header `Authorization`, such as `Basic …`.
    package let authorization: SecretSource?
    package let connection: ConnectionSettings

    package init(
        address: WebAddress, labels: [String: String] = [:], repeatEvery: Duration = .seconds(60),
        lapseAfter: Duration = .seconds(86_400), authorization: SecretSource? = nil,
        connection: ConnectionSettings = ConnectionSettings()
    ) {
        self.address = address
        self.labels = labels
        self.repeatEvery = repeatEvery
        self.lapseAfter = lapseAfter
        self.authorization = authorization
        self.connection = connection
    }

    /// The labels that kpid sets itself.
    package static let ownLabels: Set = ["alertname", "rule", "target", "unit", "scope", "severity"]

    var complaints: [SettingsComplaint] {
        var complaints = connection.complaints(under: "connection")
        if address.text.contains("?") {
            complaints.append(SettingsComplaint("address", "'\(address)' must have no query: /api/v2/alerts is added"))
        }
        for name in labels.keys.sorted() {
            if Self.ownLabels.contains(name) {
                complaints.append(SettingsComplaint("labels.\(name)", "is set by kpid: choose another name"))
            } else if !Self.isLabel(name) {
                complaints.append(
                    SettingsComplaint(
                        "labels.\(name)", "must be letters, digits and underscores, and not begin with a digit"))
            }
        }
        if repeatEvery < .seconds(10) { complaints.append(SettingsComplaint("repeat_every", "must be at least 10s")) }
        if lapseAfter < repeatEvery * 2 {
            complaints.append(
                SettingsComplaint(
                    "lapse_after", "must be at least twice 'repeat_every', or a late post ends every alert"))
        }
        if let complaint = authorization?.complaint {
            complaints.append(SettingsComplaint("authorization", complaint))
        }
        return complaints
    }

    private static func isLabel(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, !("0"..."9").contains(first) else { return false }
        return name.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "A"..."Z", "a"..."z", "0"..."9", "_": true
            default: false
            }
        }
    }
}
