import KPICore

/// The fixed words that cells of a report may hold.
enum ReportWords {
    static func form(_ text: String) -> Form? {
        if let form = Form(rawValue: text) { return form }
        switch text.lowercased() {
        case "本月", "本期", "当期", "当月": return .delta
        case "累计", "本年累计": return .cumulative
        case "期末", "时点": return .level
        case let word: return Form(rawValue: word)
        }
    }

    static func basis(_ text: String) -> Observation.Basis? {
        if let basis = Observation.Basis(rawValue: text) { return basis }
        switch text.lowercased() {
        case "实际", "实际数": return .actual
        case "plan", "planned", "计划", "计划数", "实际数+计划数": return .actualPlusPlan
        case "estimated", "估计", "估计数", "预计", "预计数": return .estimate
        case let word: return Observation.Basis(rawValue: word)
        }
    }

    /// In the place of a value: what was reported before is taken back.
    static func isRetraction(_ text: String) -> Bool {
        ["retract", "retracted", "撤回", "撤销"].contains(text.lowercased())
    }

    static func isTotal(_ text: String) -> Bool {
        ["合计", "总计", "小计", "共计", "total", "subtotal"].contains(text.lowercased())
    }
}
