import KPICore

/// What is in force, by whom, until when, and what it mutes.
struct ActList {
    let document: JSON
    let words: ActWords

    var text: String {
        let acts = words.list(document["acts"])
        guard !acts.isEmpty else { return words.say("没有生效的确认、静默或维护。", "nothing is in force.") }
        return acts.map(entry).joined(separator: "\n")
    }

    private func entry(_ act: JSON) -> String {
        let id = words.number(act["id"])
        let deed = words.deed(act["deed"] ?? .null)
        var lines = ["\(id)  \(deed)\(state(act))", "   \(words.origin(act))"]
        let alerts = words.list(act["alerts"]).map(words.text)
        if !alerts.isEmpty {
            let names = alerts.joined(separator: words.say("、", ", "))
            lines.append(words.say("   现在不通知：\(names)", "   mutes now: \(names)"))
        }
        return lines.joined(separator: "\n")
    }

    /// Nothing for what is in force.
    private func state(_ act: JSON) -> String {
        if act["in_force"] == .bool(true) || act["deed"]?["name"]?.text == Deed.Name.undo.rawValue { return "" }
        if let undone = words.clock(act["undone_at"]) {
            return words.say("（\(undone) 撤销）", " (taken back at \(undone))")
        }
        if let from = act["deed"]?["from"]?.text.flatMap({ Instant($0) }),
            let now = document["as_of"]?.text.flatMap({ Instant($0) }), from > now
        {
            return words.say("（尚未开始）", " (to come)")
        }
        return words.say("（未生效）", " (not in force)")
    }
}
