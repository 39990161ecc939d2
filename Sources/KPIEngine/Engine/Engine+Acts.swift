package import KPICore
import KPIStore
import Logging

extension Engine {
    /// What a deed would keep from being told now.
    package func preview(_ deed: Deed, at now: Instant) -> ActPreview { setting(at: now).preview(deed) }

    /// Records what an operator does, and lets it count: the ledger first, so that what was answered is never lost.
    package func take(
        _ deed: Deed, comment: String, author: String, at now: Instant
    ) throws(ActRefusal) -> Act {
        let setting = setting(at: now)
        try setting.check(deed, comment: comment)
        let act: Act
        do throws(LedgerError) {
            act = try ledger.record(deed, comment: comment, author: author, at: now)
        } catch {
            logger.error("\(author)'s \(deed.name.rawValue) was not recorded: \(error)")
            throw ActRefusal(
                .unavailable, "not-recorded", zh: "没能记入账本，操作未生效：\(error)", en: "nothing was done: \(error)")
        }
        facts.acts.add(act)
        telling.lookAgain()
        // How long an alert was left alone is judged by acts.
        pending.targets.formUnion(setting.alerts(touchedBy: deed).map(\.identity.target))
        logger.notice("\(author) did act \(act.id)", metadata: ["deed": "\(deed.name.rawValue)"])
        return act
    }

    /// Answers a request: what it would do, or what was done and does now.
    package func answer(_ request: ActRequest, author: String, at now: Instant) throws(ActRefusal) -> JSON {
        let setting = setting(at: now)
        let deed = try setting.deed(request.deed)
        // As it was before: an undo is told by what it had kept silent.
        let preview = setting.preview(deed)
        guard !request.isDryRun else {
            try setting.check(deed, comment: nil)
            return ActDocument.answer(preview, act: nil, setting)
        }
        let act = try take(deed, comment: request.comment, author: author, at: now)
        tick(at: now)
        return ActDocument.answer(preview, act: act, setting)
    }

    /// What keeps people from being told of an alert.
    package func suppressors(of alert: Alert, at now: Instant) -> [Suppressor] {
        suppression(at: now).suppressors(of: alert)
    }

    func suppression(at now: Instant) -> Suppression {
        Suppression(edition.notifications, edition.catalog, facts.acts, state.alerts, at: now)
    }

    func setting(at now: Instant) -> ActSetting {
        ActSetting(edition.catalog, open: state.alerts.open, acts: facts.acts, at: now)
    }
}
