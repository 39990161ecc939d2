import CEL
import TestSeeds
import Testing

@testable import KPICore

/// Whatever happens in whatever order, everybody believes what is so, is told nothing twice, and nothing that somebody
/// muted. What mutes is worked out here a second time, as plainly as can be.
struct TellingPropertyTests {
    @Test(arguments: seeds(20)) func beliefFollowsTruth(seed: Int) {
        var world = World(seed: UInt64(seed))
        for step in 0..<200 {
            let complaint = world.step()
            if let complaint {
                Issue.record(
                    "seed \(seed), step \(step): \(complaint)\n\(world.log.suffix(12).joined(separator: "\n"))")
                return
            }
        }
        #expect(world.told > 0, "seed \(seed): nothing was ever told")
    }
}

private struct World {
    private var random: SeededGenerator
    private var story: Story
    private var now = moment("2021-04-28T09:00:00Z")
    private var acts: [Act] = []
    private var undone: Set<Int64> = []
    /// What was read in notices: how grave, and in which episode; nil: over, or never heard of.
    private var believed: [AlertIdentity: (Severity, Int)] = [:]
    private var keys: Set<NoticeKey> = []
    private var episodes: [AlertIdentity: Int] = [:]
    private(set) var log: [String] = []
    private(set) var told = 0
    private let hours = MuteWindow.Hours(from: Samples.clock("08:30"), to: Samples.clock("17:30"))
    private let hasQuietHours: Bool
    private let hasInhibition: Bool

    private static let alerts = [Story.alert, Story.other, Story.missing]

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        hasQuietHours = Bool.random(using: &random)
        hasInhibition = Bool.random(using: &random)
        let quiet = MuteWindow(id: "nights", label: Label("nights"), hours: hours)
        let inhibition = Inhibition(
            id: "first", while: Matchers([.init(.rule, ["report-missing"])]),
            mutes: Matchers([.init(.rule, ["behind"])]), same: [.unit])
        story = Story(
            plan: Story.plan(
                [Story.program], mutes: hasQuietHours ? [quiet] : [], inhibitions: hasInhibition ? [inhibition] : []))
    }

    /// - Returns: what is wrong; nil: nothing.
    mutating func step() -> String? {
        now = now.adding(seconds: Int64.random(in: 1...40_000, using: &random))
        let changes = Int.random(in: 0...2, using: &random) == 0 ? [] : [change()]
        let commits = Int.random(in: 0..<8, using: &random) > 0
        if Int.random(in: 0..<12, using: &random) == 0 { story.restart() }
        let before = believed
        let notices = story.advance(to: now, changes, commits: commits)
        log.append("\(now.stamp(in: .utc)) \(changes) \(commits ? "" : "failed ")-> \(notices.map(Story.line))")
        told += notices.count
        for notice in notices { if let complaint = read(notice, before) { return complaint } }
        return commits ? complaintAboutBelief() : nil
    }

    private mutating func change() -> Story.Change {
        let alert = Self.alerts[Int.random(in: 0..<3, using: &random)]
        let severity: Severity = Bool.random(using: &random) ? .warning : .critical
        switch Int.random(in: 0..<12, using: &random) {
        case 0..<4:
            if story.truth(alert) == nil { episodes[alert, default: 0] += 1 }
            return .fires(alert, severity)
        case 4..<7: return .ends(alert)
        case 7: return .reload
        default: return deed(alert).map { act($0) } ?? .reload
        }
    }

    private mutating func act(_ deed: Deed) -> Story.Change {
        if case .undo(let id) = deed { undone.insert(id) }
        acts.append(Act(id: Int64(acts.count + 1), at: now, author: "li", comment: "known", deed: deed))
        return .act(deed)
    }

    private mutating func deed(_ alert: AlertIdentity) -> Deed? {
        let until = now.adding(seconds: Int64.random(in: 1...300_000, using: &random))
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            guard let severity = story.truth(alert) else { return nil }
            return .acknowledge(
                Acknowledgement(
                    alert: alert, episode: episodes[alert] ?? 0, severity: severity,
                    isSticky: Bool.random(using: &random), until: Bool.random(using: &random) ? until : nil))
        case 1:
            return Silence(Matchers([.init(.unit, [alert.unit.text])]), from: now, until: until).map { .silence($0) }
        case 2:
            return Maintenance(Bool.random(using: &random) ? "all" : alert.unit, from: now, until: until).map {
                .maintain($0)
            }
        default: return acts.isEmpty ? nil : .undo(Int64.random(in: 1...Int64(acts.count), using: &random))
        }
    }

    private mutating func read(_ notice: Notice, _ before: [AlertIdentity: (Severity, Int)]) -> String? {
        guard keys.insert(notice.key).inserted else { return "\(notice.key) came twice" }
        guard let alert = notice.alert else { return nil }  // that a silence ends
        let belief = notice.isOver ? nil : (notice.severity, notice.key.episode)
        if belief.map({ $0.0 }) == before[alert]?.0, belief?.1 == before[alert]?.1 { return "\(notice.key) is no news" }
        if isMuted(alert, isOver: notice.isOver, notice.severity) { return "\(notice.key) was told and is muted" }
        believed[alert] = belief
        return nil
    }

    private func complaintAboutBelief() -> String? {
        for alert in Self.alerts {
            let truth = story.truth(alert).map { ($0, episodes[alert] ?? 0) }
            let isSo = truth?.0 == believed[alert]?.0 && truth?.1 == believed[alert]?.1
            let severity = truth?.0 ?? believed[alert]?.0 ?? .info
            if !isSo, !isMuted(alert, isOver: truth == nil, severity) {
                return "\(alert): believed \(String(describing: believed[alert])), so is \(String(describing: truth))"
            }
        }
        return nil
    }

    private func isMuted(_ alert: AlertIdentity, isOver: Bool, _ severity: Severity) -> Bool {
        if hasQuietHours {
            let day = Samples.timetable.date(of: now)
            let minute = (now.seconds % 86_400) / 60
            if !Samples.calendar.isWorkingDay(day) || minute < 510 || minute >= 1050 { return true }
        }
        if hasInhibition, !isOver, alert.rule == "behind", alert.unit == "north", story.truth(Story.missing) != nil {
            return true
        }
        return acts.contains { act in
            guard !undone.contains(act.id), act.at <= now, (act.deed.until.map { now < $0 } ?? true) else {
                return false
            }
            switch act.deed {
            case .acknowledge(let known):
                let episode = episodes[alert] ?? 0
                return !isOver && known.alert == alert
                    && (known.isSticky
                        ? episode >= known.episode : episode == known.episode && severity <= known.severity)
            case .silence(let silence): return silence.matchers.all.first?.values == [alert.unit.text]
            case .maintain(let maintenance): return maintenance.unit == "all" || maintenance.unit == alert.unit
            case .undo: return false
            }
        }
    }
}
