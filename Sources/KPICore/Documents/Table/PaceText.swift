/// Progress compared with the plan: the ratio, and days ahead or behind.
struct PaceText {
    static func short(_ status: SubjectStatus, _ look: TableLook) -> StyledText {
        guard status.paceRatio != nil || status.daysBehind != nil else { return StyledText(look.unknown, .faint) }
        let ratio = status.paceRatio.map { ratioText($0, digits: 2) } ?? look.unknown
        let days = status.daysBehind.map { Self.days($0, look) } ?? ""
        return StyledText(ratio).padded(to: 4) + StyledText(days.isEmpty ? "" : " \(days)", .faint)
    }

    /// With all its digits, so that ratios stand below each other: `1.00`.
    static func ratioText(_ ratio: Double, digits: Int) -> String {
        let text = Decimal.text(ratio, digits: digits)
        let parts = text.split(separator: ".")
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        return "\(parts[0]).\(fraction)" + String(repeating: "0", count: max(0, digits - fraction.count))
    }

    static func days(_ behind: Double, _ look: TableLook) -> String {
        let days = Int(behind.magnitude.rounded(.toNearestOrAwayFromZero))
        if days == 0 { return look.say("按计划", "on plan") }
        return behind > 0 ? look.say("落后\(days)天", "\(days)d behind") : look.say("超前\(days)天", "\(days)d ahead")
    }
}
