/// What progress by growth rate comes to, in the words of those who publish by it; from best to worst.
package enum GrowthStatus: String, Sendable, CaseIterable {
    case targetAchieved = "target_achieved"
    case substantial = "substantial_progress"
    case moderate = "moderate_progress"
    case limited = "limited_progress"
    case deterioration
    case notAvailable = "not_available"

    package var light: Light {
        switch self {
        case .targetAchieved: .achieved
        case .substantial: .onTrack
        case .moderate: .attention
        case .limited: .atRisk
        case .deterioration: .offTrack
        case .notAvailable: .noData
        }
    }

    package var label: Label {
        switch self {
        case .targetAchieved: Label(zh: "目标已达到", en: "target achieved")
        case .substantial: Label(zh: "进展显著", en: "substantial progress")
        case .moderate: Label(zh: "进展中等", en: "moderate progress")
        case .limited: Label(zh: "进展有限", en: "limited progress")
        case .deterioration: Label(zh: "恶化", en: "deterioration")
        case .notAvailable: Label(zh: "无法评价", en: "not available")
        }
    }
}
