import KPICore

/// The fixed words that cells of a report may hold.
enum ReportWords {
    static func form(_ text: String) -> Form? {
        switch text.lowercased() {
        case "本月", "本期", "当期", "当月": .delta
        case "累计", "本年累计": .cumulative
        case "期末", "时点": .level
        case let word: Form(rawValue: word)
        }
    }

    static func basis(_ text: String) -> Observation.Basis? {
        switch text.lowercased() {
        case "实际", "实际数": .actual
        case "plan", "planned", "计划", "计划数", "实际数+计划数": .actualPlusPlan
        case "estimated", "估计", "估计数", "预计", "预计数": .estimate
        case let word: Observation.Basis(rawValue: word)
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
