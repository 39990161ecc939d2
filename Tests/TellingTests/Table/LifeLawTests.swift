import Testing

@testable import KPICore

/// What holds in every cell of the table, so that no line of it can be a mistake that was written down.
struct LifeLawTests {
    @Test func eachCellBeginsWhereItSays() async {
        for cell in await LifeTable.cells {
            let alert = cell.moments.last { $0.at < Week.begin }?.alert
            let isKnown = alert?.phase.name == cell.start.phase || alert == nil && cell.start == .inactive
            #expect(isKnown, "\(cell.name)")
            if cell.start == .raised { #expect(alert?.phase.severity == .critical, "\(cell.name)") }
        }
    }

    /// Unless something keeps it back, everybody believes what is so, at every moment.
    @Test func beliefIsTruthUnlessMuted() async {
        for cell in await LifeTable.cells {
            for moment in cell.moments where !cell.isMuted(moment.truth, at: moment.at) {
                // Of a silent correction nobody hears, and nobody is told that it was none.
                if cell.thing == .silentCorrection, moment.truth == nil { continue }
                #expect(moment.believed == moment.truth, "\(cell.name), \(moment.at.utc)")
            }
        }
    }

    @Test func nothingIsToldWhileMuted() async {
        for cell in await LifeTable.cells {
            for moment in cell.moments where cell.isMuted(moment.truth, at: moment.at) {
                let told = moment.notices.filter { $0.alert != nil }
                #expect(told.isEmpty, "\(cell.name), \(moment.at.utc): \(told.map(TableRun.words))")
            }
        }
    }

    /// No notice says what the recipient believes already, none is sent twice, and what it says is so.
    @Test func whatIsToldIsNewAndTrue() async {
        for cell in await LifeTable.cells {
            var believed: TableRun.Belief?
            var keys: Set<NoticeKey> = []
            for moment in cell.moments {
                let told = moment.notices.filter { $0.alert != nil }
                #expect(told.count <= 1, "\(cell.name): one for one alert at a time")
                for notice in moment.notices { #expect(keys.insert(notice.key).inserted, "\(cell.name)") }
                guard !told.isEmpty else { continue }
                #expect(moment.believed == moment.truth && moment.believed != believed, "\(cell.name)")
                believed = moment.believed
            }
        }
    }

    /// One message when what was in force is over, where the recipient believes what is not so, and else none.
    @Test func atTheEndExactlyTheDifferenceIsTold() async throws {
        for cell in await LifeTable.cells where cell.thing.isMute || cell.thing == .failedCommit {
            let end = try #require(cell.moments.first { $0.at == Week.end })
            guard !cell.isMuted(end.truth, at: end.at) else {
                #expect(cell.thing == .flapping, "\(cell.name)")
                continue
            }
            let believed = cell.moments.last { $0.at < Week.end }?.believed
            let told = end.notices.filter { $0.alert != nil }
            #expect(told.count == (believed == end.truth ? 0 : 1), "\(cell.name)")
            guard let notice = told.first else { continue }
            #expect(
                notice.event == (cell.thing == .failedCommit ? event(believed, end.truth) : .suppressionEnded),
                "\(cell.name)")
            #expect(
                (notice.words.note != nil) == (cell.thing != .failedCommit || again(believed, end.truth)),
                "\(cell.name)")
        }
    }

    private func again(_ believed: TableRun.Belief?, _ truth: TableRun.Belief?) -> Bool {
        believed != nil && truth != nil && believed?.episode != truth?.episode
    }

    private func event(_ believed: TableRun.Belief?, _ truth: TableRun.Belief?) -> NoticeEvent {
        guard let truth else { return .resolved }
        return believed?.episode == truth.episode ? .changed : .fired
    }

    /// What mutes, a reload, an edit that says the same and a restart leave the alert as it is without them.
    @Test func whatMutesNeverChangesThePhase() async throws {
        for cell in await LifeTable.cells where cell.thing.leavesThePhase || cell.thing == .failedCommit {
            let plain = try #require(await LifeTable.plain(cell.start, cell.course))
            let from = cell.thing == .failedCommit ? Week.end : Week.begin
            for moment in plain.moments where moment.at >= from {
                let mine = cell.moments.first { $0.at == moment.at }
                #expect(mine?.alert?.phase == moment.alert?.phase, "\(cell.name), \(moment.at.utc)")
                #expect(mine?.alert?.reason == moment.alert?.reason, "\(cell.name), \(moment.at.utc)")
                #expect(mine.map { episodes($0, cell) } == episodes(moment, plain), "\(cell.name)")
            }
        }
    }

    /// Those that began since the week did.
    private func episodes(_ moment: TableRun.Moment, _ cell: TableRun) -> Int {
        (moment.alert?.episode ?? 0) - (cell.moments.last { $0.at < Week.begin }?.alert?.episode ?? 0)
    }

    /// While there is nothing to judge by nothing moves, and then the alert goes on as if that week had not been.
    @Test func silenceNeitherEndsNorResetsAnything() async throws {
        for cell in await LifeTable.cells where cell.thing.isBlind {
            #expect(cell.moments.allSatisfy { !Week.contains($0.at) || $0.transitions.isEmpty }, "\(cell.name)")
            let plain = try #require(await LifeTable.plain(cell.start, cell.course))
            for moment in plain.moments where moment.at >= Week.begin && moment.at <= Week.end {
                let later = moment.at.adding(seconds: Int64(Week.days) * 86_400)
                let mine = try #require(cell.moments.last { $0.at <= later })
                #expect(mine.alert?.phase.name == moment.alert?.phase.name, "\(cell.name)")
                #expect(mine.alert?.phase.severity == moment.alert?.phase.severity, "\(cell.name)")
                #expect(mine.alert?.episode == moment.alert?.episode, "\(cell.name)")
                #expect(mine.alert?.reason == moment.alert?.reason, "\(cell.name)")
            }
        }
    }

    @Test func whatIsOverSaysWhy() async {
        for cell in await LifeTable.cells {
            for transition in cell.moments.flatMap(\.transitions) where transition.to == .resolved {
                #expect(transition.reason.endsEpisodes, "\(cell.name): \(transition.reason)")
            }
            for notice in cell.moments.flatMap(\.notices) where notice.isOver {
                #expect(notice.words.reason.map { !$0.en.isEmpty && !$0.zh.isEmpty } ?? false, "\(cell.name)")
            }
        }
    }

    /// A revised figure is judged at once, says that it is one, and with `reopen` begins no other episode.
    @Test func correctionsSaySo() async throws {
        for cell in await LifeTable.cells where cell.thing.isCorrection {
            let moment = try #require(cell.moments.first { $0.at == Week.begin })
            let isRevised = cell.course.figures(cell.start).first != cell.start.figures.last
            if !isRevised { #expect(moment.transitions.isEmpty, "\(cell.name)") }
            for transition in moment.transitions {
                #expect([.dataCorrected, .conditionEnded].contains(transition.reason), "\(cell.name)")
                if cell.thing == .reopeningCorrection { #expect(transition.episode <= 1, "\(cell.name)") }
            }
            let told = moment.notices.map(\.event)
            #expect(
                cell.thing == .silentCorrection ? told.isEmpty : told.allSatisfy { $0 == .corrected }, "\(cell.name)")
        }
    }
}
