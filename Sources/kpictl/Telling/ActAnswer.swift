import KPICore

/// What became of a request, and what it means now.
struct ActAnswer {
    let document: JSON
    let words: ActWords

    /// What may be amiss although it was done.
    var warnings: [String] {
        words.list(document["warnings"]).map { words.say("注意：", "note: ") + words.message($0) }
    }

    var text: String {
        let deed = words.deed(document["deed"] ?? .null)
        var lines: [String] = []
        if let act = document["act"], act != .null {
            let id = words.number(act["id"])
            lines.append(words.say("操作 \(id)：\(deed)", "act \(id): \(deed)"))
        } else {
            lines.append(words.say("试运行，什么也没有做：\(deed)", "dry run, nothing was done: \(deed)"))
        }
        let alerts = words.list(document["alerts"])
        if !alerts.isEmpty {
            let isUndo = document["deed"]?["name"]?.text == Deed.Name.undo.rawValue
            lines.append(
                isUndo
                    ? words.say("涉及的告警：", "it is about:") : words.say("不再通知的告警：", "nobody is told of:"))
        }
        lines += alerts.map { alert in
            "  \(words.text(alert["severity"])) \(words.text(alert["state"])) \(words.text(alert["id"]))\n"
                + "    \(words.message(alert["message"]))"
        }
        return lines.joined(separator: "\n")
    }
}
