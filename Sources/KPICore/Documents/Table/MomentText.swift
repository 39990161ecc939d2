/// Moments as people read them. Stamps carry the organisation's own offset, so the clock is read off their text.
struct MomentText {
    let look: TableLook
    /// Moments of this year are shown without it.
    let year: Substring

    init(asOf: String, _ look: TableLook) {
        self.look = look
        year = asOf.prefix(4)
    }

    /// `07-05 15:04`, and the year before it where it is another one.
    func clock(_ stamp: String) -> String {
        guard stamp.utf8.count >= 16 else { return stamp }
        let date = stamp.prefix(10)
        return "\(date.prefix(4) == year ? date.dropFirst(5) : date) \(stamp.dropFirst(11).prefix(5))"
    }

    /// A day without a clock, and its year where it is another one.
    func day(_ date: String) -> String { String(date.prefix(4) == year ? date.dropFirst(5) : date[...]) }

    /// With the year in any case.
    func full(_ stamp: String) -> String {
        guard stamp.utf8.count >= 16 else { return stamp }
        return "\(stamp.prefix(10)) \(stamp.dropFirst(11).prefix(5))"
    }

    /// For a column: the clock, or the day and how far it is.
    func brief(_ stamp: String?) -> StyledText {
        guard let stamp else { return StyledText(look.unknown, .faint) }
        guard let distance = distance(stamp) else { return StyledText(clock(stamp)) }
        return StyledText(String(clock(stamp).dropLast(6))) + StyledText(" \(distance)", .faint)
    }

    /// For a sentence: the clock, and how far it is in brackets.
    func words(_ stamp: String) -> String {
        clock(stamp) + (distance(stamp).map { look.say("（\($0)）", " (\($0))") } ?? "")
    }

    /// `5 天前`, `in 3 d`; nil without a now.
    func distance(_ stamp: String) -> String? {
        guard let now = look.now, let instant = Instant(stamp) else { return nil }
        return Self.distance(from: instant, to: now, look)
    }

    static func distance(from instant: Instant, to now: Instant, _ look: TableLook) -> String {
        let seconds = now.seconds - instant.seconds
        let amount = amount(Int64(seconds.magnitude), look)
        if seconds >= 0 { return look.say("\(amount)前", "\(amount) ago") }
        return look.say("\(amount)后", "in \(amount)")
    }

    /// In the largest unit of which there are enough to be worth saying.
    static func amount(_ seconds: Int64, _ look: TableLook) -> String {
        switch seconds {
        case ..<60: look.say("\(seconds)秒", "\(seconds)s")
        case ..<7_200: look.say("\(seconds / 60)分钟", "\(seconds / 60)min")
        case ..<172_800: look.say("\(seconds / 3600)小时", "\(seconds / 3600)h")
        case ..<63_072_000: look.say("\(seconds / 86_400)天", "\(seconds / 86_400)d")
        default: look.say("\(seconds / 31_536_000)年", "\(seconds / 31_536_000)y")
        }
    }
}
