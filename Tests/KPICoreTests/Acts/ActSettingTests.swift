import Testing

@testable import KPICore

/// What may be done about alerts, and what it does.
struct ActSettingTests {
    private static let now = moment("2021-10-15T09:00:00Z")

    private static func alert(
        _ rule: RuleID, _ unit: UnitID, _ severity: Severity = .warning, episode: Int = 1, isPending: Bool = false
    ) -> Alert {
        let since = moment("2021-10-10T09:00:00Z")
        return Alert(
            identity: AlertIdentity(rule: rule, target: "visits", unit: unit), episode: episode,
            phase: isPending
                ? .pending(
                    .init(
                        since: since, severity: severity, firstRef: day("2021-09-30"), lastRef: day("2021-09-30"),
                        periods: 1))
                : .firing(.init(since: since, severity: severity, pendingSince: since)),
            reason: .conditionHeld, message: Label("behind"), values: [])
    }

    private static let open = [
        alert("late", "north"), alert("late", "south", .critical), alert("pace", "north", episode: 0, isPending: true),
    ]

    private func setting(_ acts: [Deed] = [], open: [Alert] = open, at moment: Instant = now) -> ActSetting {
        ActSetting(
            Samples.catalog([Samples.target(tags: ["core"])]), open: open,
            acts: ActBook(
                acts.enumerated().map {
                    Act(id: Int64($0 + 1), at: Self.now, author: "zhang", comment: "", deed: $1)
                }), at: moment)
    }

    private func refusal(
        _ request: DeedRequest, comment: String? = "why", _ acts: [Deed] = [], at moment: Instant = now
    ) -> ActRefusal? {
        do throws(ActRefusal) {
            let setting = setting(acts, at: moment)
            try setting.check(try setting.deed(request), comment: comment)
            return nil
        } catch {
            return error
        }
    }

    private func named(_ alerts: [Alert]) -> [String] { alerts.map(\.identity.description) }

    private let week = ActSpan(for: "7d")

    @Test func anAlertIsFoundByAPartOfItsName() throws {
        let deed = try setting().deed(.acknowledge(alert: "visits/south", isSticky: false, ActSpan()))
        #expect(
            deed == .acknowledge(Acknowledgement(alert: Self.open[1].identity, episode: 1, severity: .critical)))
        let several = try #require(refusal(.acknowledge(alert: "late", isSticky: false, ActSpan())))
        #expect(several.kind == .ambiguous)
        #expect(several.candidates == ["late/visits/north", "late/visits/south"])
    }

    @Test func whatWaitsIsAcknowledgedForWhenItFires() throws {
        let deed = try setting().deed(.acknowledge(alert: "pace/visits/north", isSticky: false, ActSpan()))
        let fired = Self.alert("pace", "north", episode: 1)
        #expect(setting([deed]).suppressors(of: Self.open[2]).map(\.name) == [.acknowledged])
        #expect(setting([deed], open: [fired]).suppressors(of: fired).map(\.name) == [.acknowledged])
        let again = Self.alert("pace", "north", episode: 2)
        #expect(setting([deed], open: [again]).suppressors(of: again) == [])
        #expect(!setting([deed], open: [again]).isAlive(setting([deed], open: [again]).acts.all[0]))
    }

    @Test func anUnknownNameIsAnsweredWithTheNearest() {
        #expect(refusal(.maintain(unit: "nroth", week))?.candidates == ["north"])
        #expect(refusal(.silence(["unit=nroth"], week))?.id == "unknown-unit")
        #expect(refusal(.silence(["target=visit"], week))?.candidates == ["visits"])
        #expect(refusal(.silence(["rule=lat"], week))?.candidates == ["late"])
        #expect(refusal(.silence(["tag=croe"], week))?.candidates == ["core"])
        #expect(refusal(.undo(9))?.id == "unknown-act")
        #expect(refusal(.acknowledge(alert: "late/visits/norht", isSticky: false, ActSpan()))?.candidates.count == 1)
    }

    @Test func aUnitMayBeCalledByItsLabel() throws {
        let deed = try setting().deed(.silence(["unit=单位north"], week))
        #expect(named(setting().alerts(touchedBy: deed)) == ["late/visits/north", "pace/visits/north"])
        #expect(refusal(.silence(["target=vis*"], week)) == nil)
    }

    @Test func whatKeepsPeopleFromBeingToldHasAReasonAndAnEnd() {
        #expect(refusal(.silence(["unit=north"], week), comment: " \n")?.id == "no-comment")
        #expect(refusal(.maintain(unit: "north", week), comment: "")?.id == "no-comment")
        #expect(refusal(.silence(["unit=north"], ActSpan()))?.id == "no-end")
        #expect(refusal(.silence([], week))?.id == "no-matcher")
        #expect(refusal(.silence(["unit"], week))?.id == "bad-matcher")
        #expect(refusal(.silence(["severity=grave"], week))?.id == "bad-matcher")
        #expect(refusal(.acknowledge(alert: "late/visits/north", isSticky: false, ActSpan()), comment: "") == nil)
    }

    @Test func anEndLiesAhead() {
        let past = ActSpan(until: "2021-10-15 09:00")
        #expect(refusal(.silence(["unit=north"], past))?.id == "end-in-past")
        #expect(refusal(.acknowledge(alert: "late/visits/north", isSticky: false, past))?.id == "end-in-past")
        let earlier = ActSpan(from: "2021-10-20", until: "2021-10-18")
        #expect(refusal(.maintain(unit: "north", earlier))?.id == "ends-first")
        let gone = ActSpan(from: "2021-10-01", until: "2021-10-05")
        #expect(refusal(.maintain(unit: "north", gone))?.id == "end-in-past")
    }

    @Test func anActIsTakenBackOnce() throws {
        let silence = try setting().deed(.silence(["unit=north"], week))
        #expect(refusal(.undo(1), [silence]) == nil)
        #expect(refusal(.undo(1), [silence, .undo(1)])?.id == "undone-act")
        #expect(refusal(.undo(2), [silence, .undo(1)])?.id == "not-undoable")
        #expect(refusal(.undo(1), [silence], at: moment("2021-11-15T09:00:00Z"))?.id == "ended-act")
    }

    @Test func aPreviewShowsWhatIsMuted() throws {
        let setting = setting()
        let deed = try setting.deed(.maintain(unit: "all", week))
        #expect(named(setting.preview(deed).alerts).count == 3)
        #expect(setting.preview(deed).warnings == [])
        let nothing = setting.preview(try setting.deed(.silence(["unit=north", "severity=critical"], week)))
        #expect(nothing.alerts == [] && nothing.warnings.count == 1)
        let undo = self.setting([deed]).preview(.undo(1))
        #expect(undo.alerts.count == 3)
    }

    @Test func everySuppressorInForceIsTold() throws {
        let setting = setting()
        let deeds = [
            try setting.deed(.silence(["rule=late"], week)), try setting.deed(.maintain(unit: "all", week)),
            try setting.deed(.acknowledge(alert: "late/visits/north", isSticky: true, ActSpan())),
            try setting.deed(.silence(["unit=south"], week)), try setting.deed(.silence(["unit=north"], week)),
            .undo(5),
        ]
        let told = self.setting(deeds).suppressors(of: Self.open[0])
        #expect(told.map(\.name) == [.acknowledged, .silenced, .maintained])
        let later = self.setting(deeds, at: moment("2021-10-22T09:00:00Z")).suppressors(of: Self.open[0])
        #expect(later.map(\.name) == [.acknowledged])
    }
}

extension ActSetting {
    /// What keeps people from being told, where nothing but acts does.
    fileprivate func suppressors(of alert: Alert) -> [Suppressor] {
        Suppression(.silent, catalog, acts, AlertBook(open), at: now).suppressors(of: alert)
    }
}
