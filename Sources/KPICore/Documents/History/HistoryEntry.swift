/// Something that happened to alerts and to those who are told of them, as the ledger keeps it.
package struct HistoryEntry: Sendable, Hashable {
    package enum Event: Sendable, Hashable {
        /// With its number in the ledger.
        case transition(Int64, Transition)
        case act(Act)
        case withholding(Withholding)
        case notice(Notice, Addressed)
        case delivery(DeliveryAttempt, Addressed)
    }

    /// The notice that was decided, or of which a delivery was tried.
    package struct Addressed: Sendable, Hashable {
        /// Its number in the ledger.
        package let notice: Int64
        package let key: String
        package let event: NoticeEvent
        package let channel: String
        package let recipient: RecipientID
        /// Nil when it is not about one alert.
        package let alert: AlertIdentity?

        package init(
            notice: Int64, key: String, event: NoticeEvent, channel: String, recipient: RecipientID,
            alert: AlertIdentity?
        ) {
            self.notice = notice
            self.key = key
            self.event = event
            self.channel = channel
            self.recipient = recipient
            self.alert = alert
        }
    }

    package let event: Event
    /// From where reading goes on after it.
    package let cursor: HistoryCursor

    package init(_ event: Event, cursor: HistoryCursor) {
        (self.event, self.cursor) = (event, cursor)
    }

    /// When it came about, which may be earlier than when it was recorded.
    package var at: Instant {
        switch event {
        case .transition(_, let transition): transition.at
        case .act(let act): act.at
        case .withholding(let withholding): withholding.at
        case .notice(let notice, _): notice.at.instant
        case .delivery(let attempt, _): attempt.at
        }
    }

    /// Nil for what is not about one alert.
    package var alert: AlertIdentity? {
        switch event {
        case .transition(_, let transition): transition.alert
        case .act(let act):
            if case .acknowledge(let acknowledgement) = act.deed { acknowledgement.alert } else { nil }
        case .withholding(let withholding): withholding.key.alert
        case .notice(_, let addressed), .delivery(_, let addressed): addressed.alert
        }
    }
}
