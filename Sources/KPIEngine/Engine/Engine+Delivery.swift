package import KPICore
import KPIStore
import Logging

extension Engine {
    /// Who is told of what.
    package var notifications: NotificationPlan { edition.notifications }

    package var timetable: Timetable { edition.catalog.timetable }

    /// Everything that operators did.
    package var acts: [Act] { facts.acts.all }

    /// What of a channel's outbox follows a notice; nil when the ledger cannot be read now.
    func outbox(of channel: String, after notice: Int64) -> [OutboxEntry]? {
        var found: [OutboxEntry]?
        attempt("outbox") { found = try ledger.outbox(channel: channel, after: notice, limit: 1000) }
        return found
    }

    /// What a channel was told last of each alert that goes on; nil when the ledger cannot be read now.
    func openNotices(of channel: String) -> [Notice]? {
        var found: [Notice]?
        attempt("outbox") { found = try ledger.openNotices(channel: channel) }
        return found
    }

    /// Records what came of an attempt to deliver a notice.
    ///
    /// That a notice was given up is an alert, which is made durable first: a crash in between gives it up once more,
    /// and the alert fires already.
    ///
    /// - Returns: whether it is recorded.
    func settle(_ attempt: DeliveryAttempt, of notice: Notice, at now: Instant) -> Bool {
        var isRecorded = false
        self.attempt("outbox") {
            try raiseOwnAlert(attempt, notice, at: now)
            try ledger.settle(attempt)
            isRecorded = true
        }
        return isRecorded
    }

    /// Tells in the status, from the next round on, that a channel's receiver takes nothing; nil: it does, or nothing is
    /// left for it.
    func note(_ trouble: Label?, ofChannel channel: String) {
        troubles["channel/\(channel)"] = trouble.map { trouble in
            Label(
                zh: "通道“\(channel)”：\(trouble.zh)；将继续尝试", en: "channel '\(channel)': \(trouble.en); it is tried again")
        }
    }

    /// Gives up what is left for channels that the settings no longer have.
    package func abandonChannels(at now: Instant) {
        troubles = troubles.filter { trouble, _ in
            guard trouble.hasPrefix("channel/") else { return true }
            return edition.notifications.channels[String(trouble.dropFirst(8))] != nil
        }
        attempt("outbox") {
            for channel in try ledger.outboxChannels()
            where edition.notifications.channels[channel] == nil {
                let reason = Label(zh: "配置中已没有通道“\(channel)”", en: "the settings have no channel '\(channel)' any more")
                try ledger.abandon(channel: channel, at: now, reason: reason)
                logger.warning("\(reason.en): what was left for it is given up")
            }
        }
    }

    private func raiseOwnAlert(_ attempt: DeliveryAttempt, _ notice: Notice, at now: Instant) throws {
        let channel = notice.key.channel
        let receiver = notice.key.recipient.isEmpty ? channel : "\(channel) (\(notice.key.recipient))"
        let event: OwnAlert.Event
        switch attempt.outcome {
        case .postponed: return
        case .delivered: event = .ended(.deliveryWorks)
        case .givenUp:
            let message = Label(
                zh: "通知未能送达 \(receiver)，已放弃：\(attempt.detail.zh)",
                en: "a notice over \(receiver) was given up: \(attempt.detail.en)")
            event = .began(.deliveryGivenUp, .critical, message)
        }
        let identity = OwnAlert.undelivered(over: channel, in: edition.catalog.units)
        let moment = max(now, state.evaluatedThrough ?? now)
        let before = state.alerts[identity]
        guard let (alert, transition) = OwnAlert.step(before, identity, event, at: moment, edition.catalog.timetable)
        else { return }
        state.alerts[identity] = alert
        do {
            try tell(changed: [identity], renamed: [:], at: moment) { record in
                _ = try ledger.commit(
                    Tick(
                        alerts: [alert], transitions: [transition], evaluatedThrough: nil, telling: record))
            }
        } catch {
            state.alerts[identity] = before
            throw error
        }
        publisher.invalidate()
        publish(at: now)
    }

    /// Decides what is told of changed alerts, commits it together with whatever calls for it, and wakes those who
    /// deliver. What could not be committed has not been told.
    func tell(
        changed: Set<AlertIdentity>, renamed: [AlertIdentity: AlertIdentity], at moment: Instant,
        commit: (TellingRecord) throws -> Void
    ) throws {
        // Handed over and not lent, so that it is changed in place.
        var taken = TellingState()
        swap(&taken, &telling)
        let advance = Telling(edition.notifications, edition.catalog, facts.acts).advance(
            taken, alerts: state.alerts, changed: changed, renamed: renamed, to: moment)
        telling = advance.state
        let record = advance.record
        do {
            try commit(record)
        } catch {
            telling = advance.undone
            throw error
        }
        for channel in Set(record.notices.map(\.notice.key.channel)) { bells[channel]?() }
    }

    /// Rings a bell whenever something was decided that is to be delivered over a channel.
    func ring(for channel: String, _ bell: @escaping @Sendable () -> Void) { bells[channel] = bell }
}
