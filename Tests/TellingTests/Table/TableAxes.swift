@testable import KPICore

/// How grave the figure of one day is.
enum Figure: Double {
    case good = 20
    case bad = 8
    case worse = 3
    /// The rule divides by what is zero here.
    case impossible = 99

    /// `g`, `b` and `w`, one letter a day.
    static func days(_ letters: String) -> [Figure] {
        letters.map { $0 == "g" ? .good : $0 == "b" ? .bad : .worse }
    }
}

/// The phase of an alert when something happens. Whatever must last does so for two days.
enum Start: String, CaseIterable {
    case inactive, pending, firing, raised = "firing, raised", recovering, resolved

    /// Figures that lead there, day by day.
    var figures: [Figure] {
        switch self {
        case .inactive: Figure.days("gg")
        case .pending: Figure.days("gb")
        case .firing: Figure.days("bb")
        case .raised: Figure.days("bbw")
        case .recovering: Figure.days("bbg")
        case .resolved: Figure.days("bbgg")
        }
    }

    /// Episodes before, so that it comes and goes too often by then. What never fired cannot.
    var commotion: [Figure] {
        switch self {
        case .inactive: []
        case .firing, .raised, .recovering, .resolved: Figure.days("bbgg")
        case .pending: Figure.days("bbggbbgg")
        }
    }

    var phase: AlertPhase.Name {
        switch self {
        case .inactive: .inactive
        case .pending: .pending
        case .firing, .raised: .firing
        case .recovering: .recovering
        case .resolved: .resolved
        }
    }
}

/// What happens at the beginning of the week and, unless it is over at once, goes on to its end.
enum Thing: String, CaseIterable {
    case nothing
    case silence
    case acknowledgement
    case stickyAcknowledgement = "sticky acknowledgement"
    /// The week is a holiday, and nobody is told on days off.
    case muteCalendar = "mute calendar"
    case maintenance
    case inhibition
    /// With each step.
    case reload
    /// Other words, other thresholds that say the same of these figures, another label; undone at the end.
    case edit
    /// All that was reported is taken back, and no more comes.
    case noData = "no data"
    case evaluationError = "evaluation error"
    /// The latest figure is revised to what the week begins with.
    case correction
    case reopeningCorrection = "correction, reopen"
    case silentCorrection = "correction, silent"
    case flapping
    /// With each step.
    case restart
    /// Nothing can be committed.
    case failedCommit = "failed commit"

    /// It may change what is told, and nothing else.
    var isMute: Bool {
        switch self {
        case .silence, .acknowledgement, .stickyAcknowledgement, .muteCalendar, .maintenance, .inhibition, .flapping:
            true
        default: false
        }
    }

    /// The alert is as if it had not happened.
    var leavesThePhase: Bool { isMute || [.nothing, .reload, .edit, .restart].contains(self) }

    /// What was reported before the week.
    func figures(before: Start) -> [Figure] { (self == .flapping ? before.commotion : []) + before.figures }

    var isCorrection: Bool { [.correction, .reopeningCorrection, .silentCorrection].contains(self) }

    /// There is nothing to judge by.
    var isBlind: Bool { self == .noData || self == .evaluationError }
}

/// What becomes of the condition over the week; where there is nothing to judge by, over the week after it.
enum Course: String, CaseIterable {
    case stays
    case worsens = "gets worse"
    case clears
    case returns = "clears and comes back"

    func figures(_ start: Start) -> [Figure] {
        switch self {
        case .stays: Array(repeating: start.figures.last ?? .good, count: Week.days)
        case .worsens: Figure.days("wwwww")
        case .clears: Figure.days("ggggg")
        case .returns: Figure.days("ggbbb")
        }
    }
}

/// Five days that are off: from the first moment of Friday 1 October 2021 to that of Wednesday 6 October.
enum Week {
    static let begin = moment("2021-10-01T00:00:00Z")
    static let end = moment("2021-10-06T00:00:00Z")
    static let days = 5
    /// Judged at noon of the first day of the week.
    static let firstJudged = day("2021-09-30")

    static func contains(_ moment: Instant) -> Bool { begin <= moment && moment < end }
}
