/// Somebody, or something, that is told: a person over mail, a group over a bot, a program over a webhook.
package struct Recipient: Sendable, Hashable {
    package let id: RecipientID
    package let label: Label
    package let language: Language
    /// The channel by its name in the settings.
    package let channel: String
    /// Where over that channel, such as a mail address; empty where the channel has one receiver of its own.
    package let address: String
    /// Whose targets they answer for, by the names that targets give as owners; a route to `owner` finds them by it.
    package let owns: [String]
    package let pace: Pace

    /// When they are told.
    package struct Pace: Sendable, Hashable {
        /// Seconds between a change and the notice of it: what comes within them comes together.
        package let wait: Int64
        /// After how long an alert that goes on is told again; nil: never.
        package let repeatAfter: Delay?
        /// Whether several changes come in one notice.
        package let isGrouped: Bool
        /// Changes are kept for it; nil: they are told after the wait.
        package let digest: Digest?
        /// What is told after the wait all the same; nil: nothing is.
        package let atOnce: Severity?
        /// Whether they hear that an alert is over.
        package let tellsEnds: Bool

        package init(
            wait: Int64 = 0, repeatAfter: Delay? = nil, isGrouped: Bool = false, digest: Digest? = nil,
            atOnce: Severity? = nil, tellsEnds: Bool = true
        ) {
            self.wait = wait
            self.repeatAfter = repeatAfter
            self.isGrouped = isGrouped
            self.digest = digest
            self.atOnce = atOnce
            self.tellsEnds = tellsEnds
        }
    }

    package init(
        id: RecipientID, label: Label, language: Language, channel: String, address: String = "", owns: [String] = [],
        pace: Pace = Pace()
    ) {
        self.id = id
        self.label = label
        self.language = language
        self.channel = channel
        self.address = address
        self.owns = owns
        self.pace = pace
    }
}

extension Recipient {
    /// By what notices tell who is meant: several may share a channel that has no addresses.
    var receiver: String { address.isEmpty ? id.text : address }
}

package typealias RecipientID = Identifier<Recipient>
