/// What the telling remembers from one moment to the next.
package struct TellingState: Sendable {
    /// By alert, then by recipient.
    private(set) var told: [AlertIdentity: [RecipientID: Told]] = [:]
    package var marks: TellingMarks
    /// Alerts of which somebody is told, or has to be.
    private(set) var live: Set<AlertIdentity> = []
    /// Alerts with something that somebody has not been told.
    private(set) var waiting: Set<AlertIdentity> = []
    /// When time alone may bring something to tell. Nil: nobody has looked since the start or an edit.
    var nextLook: Instant?

    package init(told: [Told.Key: Told] = [:], marks: TellingMarks = TellingMarks()) {
        self.marks = marks
        for (key, told) in told { self[key] = told }
    }

    package subscript(key: Told.Key) -> Told {
        get { told[key.alert]?[key.recipient] ?? .nothing }
        set {
            told[key.alert, default: [:]][key.recipient] = newValue == .nothing ? nil : newValue
            if told[key.alert]?.isEmpty == true { told[key.alert] = nil }
            let all = told[key.alert]?.values
            let isWaiting = all?.contains { $0.waitingSince != nil || $0.withheld != nil } ?? false
            if isWaiting { waiting.insert(key.alert) } else { waiting.remove(key.alert) }
            if all?.contains(where: { $0.severity != nil }) ?? false { live.insert(key.alert) }
        }
    }

    /// Takes an alert among the live ones, or, where nobody believes anything of it any more, out of them.
    mutating func note(_ alert: AlertIdentity, fires: Bool) {
        let isBelieved = told[alert]?.values.contains { $0.severity != nil } ?? false
        if fires || isBelieved { live.insert(alert) } else { live.remove(alert) }
    }

    /// Everything has to be looked at again: the settings, an act or the names changed.
    package mutating func lookAgain() { nextLook = nil }
}
