@testable import KPICore

/// What may be told, worked out a second time and as plainly as can be.
extension TableRun {
    /// Whether nobody may be told at a moment that the alert is so, or, with nil, that it is over.
    func isMuted(_ truth: Belief?, at now: Instant) -> Bool {
        switch thing {
        case .silence, .muteCalendar, .maintenance, .failedCommit: return Week.contains(now)
        case .inhibition: return Week.contains(now) && truth != nil
        case .acknowledgement, .stickyAcknowledgement:
            guard Week.contains(now), let truth, let act, case .acknowledge(let known) = act.deed else { return false }
            return thing == .stickyAcknowledgement
                ? truth.episode >= known.episode
                : truth.episode == known.episode && truth.severity <= known.severity
        case .flapping:
            let began = moments.flatMap(\.transitions).filter {
                $0.at <= now && $0.from == .pending && $0.to == .firing
            }
            guard began.count >= 2 else { return false }
            return now < began[began.count - 2].at.adding(seconds: TableWorld.commotion(start))
        case .nothing, .reload, .edit, .noData, .evaluationError, .correction, .reopeningCorrection, .restart:
            return false
        case .silentCorrection: return moments.last { $0.at <= now }?.alert?.reason == .dataCorrected
        }
    }
}
