extension TellingPass {
    /// Digests begin when their recipient is first known of: the past is in none.
    mutating func beginDigests() {
        for recipient in plan.recipients where recipient.pace.digest != nil {
            guard result.state.marks.recipients[recipient.id]?.digestedThrough == nil else { continue }
            result.change { $0.recipients[recipient.id, default: .init()].digestedThrough = now }
        }
    }

    /// Decides the notices whose time has come, recipient by recipient in the order of the settings.
    mutating func tell() {
        for recipient in plan.recipients {
            let items = items[recipient.id] ?? []
            if let digest = recipient.pace.digest,
                let through = result.state.marks.recipients[recipient.id]?.digestedThrough,
                digest.latest(after: through, upTo: now, catalog) != nil
            {
                result.change { $0.recipients[recipient.id, default: .init()].digestedThrough = now }
                if !items.isEmpty { tell(items, to: recipient, together: .digest) }
            } else if due.contains(recipient.id) {
                let dueNow = recipient.pace.digest == nil ? items : items.filter { isAtOnce($0, recipient) }
                if recipient.pace.isGrouped, dueNow.count > 1 {
                    tell(dueNow, to: recipient, together: .group)
                } else {
                    for item in dueNow { tell(item, to: recipient) }
                }
            }
        }
    }

    private func isAtOnce(_ item: Item, _ recipient: Recipient) -> Bool {
        guard let atOnce = recipient.pace.atOnce, item.difference != nil else { return false }
        return severity(of: item) >= atOnce
    }

    /// What it is, or what the recipient believes it to be where it is over.
    func severity(of item: Item) -> Severity {
        item.truth?.severity ?? result.state[item.key].severity ?? .info
    }

    private mutating func tell(_ item: Item, to recipient: Recipient) {
        let before = result.state[item.key]
        let after = settle(item)
        let notice = NoticeWriter(catalog, now).notice(
            of: item, told: before, sequence: after.sequence, episode: after.episode, to: recipient)
        result.notices.append(DecidedNotice(recipient: recipient.id, notice: notice))
    }

    private mutating func tell(_ items: [Item], to recipient: Recipient, together form: NoticeWriter.Form) {
        let number = (result.state.marks.recipients[recipient.id]?.grouped ?? 0) + 1
        result.change { $0.recipients[recipient.id, default: .init()].grouped = number }
        let told = items.map { result.state[$0.key] }
        for item in items { _ = settle(item) }
        let notice = NoticeWriter(catalog, now).notice(
            of: Array(zip(items, told)), together: form, number: number, to: recipient)
        result.notices.append(DecidedNotice(recipient: recipient.id, notice: notice))
    }

    /// From now on the recipient knows.
    private mutating func settle(_ item: Item) -> Told {
        var told = result.state[item.key]
        if let withheld = told.withheld {
            result.withholdings.append(
                Withholding(item.key, at: now, .released, by: withheld.by, note: withheld.note))
        }
        let episode = item.truth?.episode ?? told.episode
        told.sequence = told.episode == episode ? told.sequence + 1 : 1
        told.episode = episode
        told.severity = item.truth?.severity
        told.at = now
        told.waitingSince = nil
        told.withheld = nil
        result.set(item.key, told)
        result.state.note(item.key.alert, fires: item.truth != nil)
        if item.truth != nil, let delay = recipients[item.key.recipient]?.pace.repeatAfter,
            let time = catalog.timetable.adding(delay, to: now)
        {
            wait(until: time)
        }
        return told
    }
}
