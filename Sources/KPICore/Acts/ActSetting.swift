/// What an act is taken in: what there is to name, what fires, what was done before, and when it is.
package struct ActSetting: Sendable {
    package let catalog: Catalog
    /// Alerts that are pending or firing.
    package let open: [Alert]
    package let acts: ActBook
    package let now: Instant

    package init(_ catalog: Catalog, open: [Alert], acts: ActBook, at now: Instant) {
        (self.catalog, self.open, self.acts, self.now) = (catalog, open, acts, now)
    }

    /// The deed that somebody asks for, its names found and its times read.
    package func deed(_ request: DeedRequest) throws(ActRefusal) -> Deed {
        switch request {
        case .acknowledge(let text, let isSticky, let span):
            let alert = try alert(named: text)
            guard let severity = alert.phase.severity else { throw unknownAlert(text) }
            return .acknowledge(
                Acknowledgement(
                    alert: alert.identity, episode: alert.comingEpisode, severity: severity, isSticky: isSticky,
                    until: try span.end(from: now, catalog.timetable)))
        case .silence(let texts, let span):
            var matchers: [Matchers.Matcher] = []
            for text in texts { matchers.append(try matcher(text)) }
            let (from, until) = try bounds(span)
            guard let silence = Silence(Matchers(matchers), from: from, until: until) else { throw endsFirst(until) }
            return .silence(silence)
        case .maintain(let name, let span):
            guard let unit = catalog.units.index(named: name) else { throw unknownUnit(name) }
            let (from, until) = try bounds(span)
            guard let maintenance = Maintenance(catalog.units.units[unit].id, from: from, until: until) else {
                throw endsFirst(until)
            }
            return .maintain(maintenance)
        case .undo(let act): return .undo(act)
        }
    }

    private func bounds(_ span: ActSpan) throws(ActRefusal) -> (from: Instant, until: Instant) {
        let from = try span.start(at: now, catalog.timetable)
        guard let until = try span.end(from: from, catalog.timetable) else {
            throw ActRefusal(
                .invalid, "no-end", zh: "需要结束时间：给出 for（如 3d）或 until（如 2021-12-31）。",
                en: "it needs an end: say for (as in 3d) or until (as in 2021-12-31).")
        }
        return (from, until)
    }

    private func endsFirst(_ until: Instant) -> ActRefusal {
        let end = until.stamp(in: catalog.timetable.zone)
        let isPast = until <= now
        return isPast
            ? ActRefusal(.invalid, "end-in-past", zh: "结束时间 \(end) 已经过去。", en: "its end, \(end), is past.")
            : ActRefusal(
                .invalid, "ends-first", zh: "结束时间 \(end) 早于开始时间。", en: "its end, \(end), comes before its beginning.")
    }

    /// Units may be called by any of their names; the act keeps the id.
    private func matcher(_ text: String) throws(ActRefusal) -> Matchers.Matcher {
        guard let matcher = Matchers.Matcher(text) else {
            let fields = Matchers.Field.allCases.map(\.rawValue)
            throw ActRefusal(
                .invalid, "bad-matcher",
                zh: "“\(text)”不是条件：请写成 unit=370811 或 severity!=critical；可用的字段：\(fields.joined(separator: "、"))。",
                en: """
                    '\(text)' is no condition such as unit=370811 or severity!=critical; what can be asked for: \
                    \(fields.joined(separator: ", ")).
                    """)
        }
        guard matcher.field == .unit else { return matcher }
        let ids = matcher.values.map { name in
            catalog.units.index(named: name).map { catalog.units.units[$0].id.text } ?? name
        }
        return Matchers.Matcher(.unit, ids, isNegated: matcher.isNegated)
    }
}

extension Alert {
    /// The episode that fires, or that will: one that waits has not begun it yet.
    package var comingEpisode: Int { phase.name == .pending ? episode + 1 : episode }
}
