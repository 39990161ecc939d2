/// How a target stands, from best to worst; `noData` and `notStarted` are outside that order.
///
/// These are statuses, not colours: blue means three different things in three cities.
package enum Light: String, Sendable, CaseIterable {
    case achieved
    case onTrack = "on_track"
    case attention
    case atRisk = "at_risk"
    case offTrack = "off_track"
    case notStarted = "not_started"
    case noData = "no_data"

    /// 0 is best; nil where there is nothing to judge.
    package var gravity: Int? {
        switch self {
        case .achieved: 0
        case .onTrack: 1
        case .attention: 2
        case .atRisk: 3
        case .offTrack: 4
        case .notStarted, .noData: nil
        }
    }
}
