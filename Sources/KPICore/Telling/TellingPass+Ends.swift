extension TellingPass {
    /// Says to those whom an act keeps from being told that it will end soon.
    mutating func remindOfEnds() {
        for act in acts.all where acts.isInForce(act, at: now) {
            guard let end = act.deed.until, !result.state.marks.remindedOf.contains(act.id) else { continue }
            let time = reminder(of: act, ending: end)
            guard time <= now else {
                wait(until: time)
                continue
            }
            result.change { $0.remindedOf.insert(act.id) }
            for recipient in plan.recipients { remind(recipient, of: act, ending: end) }
        }
    }

    /// So many working days before the end; halfway through what is shorter.
    private func reminder(of act: Act, ending end: Instant) -> Instant {
        let begin = max(act.at, act.deed.from ?? act.at)
        let half = Instant(milliseconds: begin.milliseconds + (end.milliseconds - begin.milliseconds) / 2)
        return max(half, catalog.timetable.subtracting(workingDays: plan.remindBefore, from: end))
    }

    private mutating func remind(_ recipient: Recipient, of act: Act, ending end: Instant) {
        guard plan.channels[recipient.channel]?.takes(.suppressionEnding) ?? true else { return }
        var muted: [Alert] = []
        for identity in everything.sorted() {
            guard let alert = alerts[identity], let truth = Truth(alert) else { continue }
            let suppressors = suppressors(of: alert, as: truth.severity)
            guard suppressors.contains(where: { $0.act == act }),
                plan.recipients(of: identity, severity: truth.severity, in: catalog).contains(recipient)
            else { continue }
            muted.append(alert)
        }
        guard !muted.isEmpty else { return }
        let notice = NoticeWriter(catalog, now).reminder(of: act, ending: end, muting: muted, to: recipient)
        result.notices.append(DecidedNotice(recipient: recipient.id, notice: notice))
    }
}

extension Suppressor {
    fileprivate var act: Act? {
        switch self {
        case .acknowledged(let act), .silenced(let act), .maintained(let act): act
        case .muted, .inhibited, .flapping: nil
        }
    }
}
