/// What a value has done over the days on which it was judged.
package struct Course: Sendable, Hashable {
    /// The first judged day at which the goal was met.
    package private(set) var achievedOn: LocalDate?
    /// It was met once and is not met now.
    package private(set) var hasRegressed = false
    /// The value now less the value at the previous judged day.
    package var change: Double? { step.number }
    private var step = MaybeNumber(nil)
    /// For a goal that asks for a trend: the largest step the wrong way among those it looks back on, 0 where there was
    /// none; nil for other goals, and where there was no step. Steps lead from figure to figure: a period without one
    /// neither breaks a trend nor mends it.
    package var setback: Double? { fall.number }
    private var fall = MaybeNumber(nil)
    /// What the value was divided by at the previous judged day.
    package var denominatorBefore: Double? { bottomBefore.number }
    private var bottomBefore = MaybeNumber(nil)
    private var trendSign: Int8?

    /// The sign of Mann and Kendall's S over the periods: 1 rising, -1 falling, 0 neither; nil under three points.
    package var trend: Int? { trendSign.map(Int.init) }

    init(of unit: Int, in tracks: Tracks, goal: Goal?) {
        let last = tracks.days.count - 1
        for day in 0...last where goal.map({ Self.isMet($0, unit, day, tracks) }) ?? false {
            achievedOn = tracks.days[day]
            break
        }
        let now = tracks[unit, last]
        if let goal, achievedOn != nil, now != nil { hasRegressed = !Self.isMet(goal, unit, last, tracks) }
        if let goal { fall = MaybeNumber(Self.setback(goal, unit, last, tracks)) }
        if last > 0, let before = tracks[unit, last - 1] {
            bottomBefore = MaybeNumber(before.denominator)
            if let now = now?.unfavourable(to: goal), let before = before.unfavourable(to: goal) {
                step = MaybeNumber(now - before)
            }
        }
        trendSign = Self.trend(of: unit, in: tracks, goal)
    }

    private init() {}

    /// Of something that went the right way at every step: what may be said of it can be tried before anything has.
    static let sample: Course = {
        var course = Course()
        course.step = MaybeNumber(2)
        course.fall = MaybeNumber(0)
        course.bottomBefore = MaybeNumber(18)
        course.trendSign = 1
        return course
    }()

    private static func isMet(_ goal: Goal, _ unit: Int, _ day: Int, _ tracks: Tracks) -> Bool {
        if goal.isTrend { return setback(goal, unit, day, tracks).map { $0 <= Goal.tolerance } ?? false }
        return tracks[unit, day].map { goal.isMet(by: $0.value) } ?? false
    }

    private static func setback(_ goal: Goal, _ unit: Int, _ day: Int, _ tracks: Tracks) -> Double? {
        guard let periods = goal.trendPeriods else { return nil }
        var worst: Double?
        var steps = 0
        var after: Double?
        for day in (0...day).reversed() where steps < periods && !tracks.isSilent(unit, day) {
            guard let before = tracks[unit, day]?.unfavourable(to: goal) else { continue }
            if let after {
                let rise = after - before
                if case .notFalling = goal { worst = max(worst ?? 0, -rise) } else { worst = max(worst ?? 0, rise) }
                steps += 1
            }
            after = before
        }
        return worst
    }

    private static func trend(of unit: Int, in tracks: Tracks, _ goal: Goal?) -> Int8? {
        var sum = 0
        var points = 0
        for later in tracks.days.indices {
            guard let after = tracks[unit, later]?.unfavourable(to: goal) else { continue }
            points += 1
            for earlier in 0..<later {
                guard let before = tracks[unit, earlier]?.unfavourable(to: goal) else { continue }
                sum += after > before ? 1 : after < before ? -1 : 0
            }
        }
        return points >= 3 ? Int8(sum.signum()) : nil
    }
}
