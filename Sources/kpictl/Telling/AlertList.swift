import KPICore

/// Open alerts, with what keeps people from being told of them.
struct AlertList {
    let document: JSON
    let words: ActWords

    var text: String {
        let alerts = words.list(document["alerts"])
        guard !alerts.isEmpty else { return words.say("没有未结束的告警。", "no alert is open.") }
        return alerts.map(entry).joined(separator: "\n")
    }

    private func entry(_ alert: JSON) -> String {
        let since = words.clock(alert["since"]).map { words.say("，自 \($0)", " since \($0)") } ?? ""
        let head = [words.text(alert["severity"]), words.text(alert["state"]) + since, words.text(alert["id"])]
        let lines = [head.joined(separator: "  "), "  " + words.message(alert["message"])]
        return (lines + words.list(alert["suppressed_by"]).map { "  " + suppressor($0) }).joined(separator: "\n")
    }

    private func suppressor(_ json: JSON) -> String {
        let act = json["act"] ?? .null
        let (author, id) = (words.text(act["author"]), words.number(act["id"]))
        let until = words.clock(act["deed"]?["until"])
        let (zhEnd, enEnd) = (until.map { "，到 \($0)" } ?? "", until.map { " until \($0)" } ?? "")
        switch json["name"]?.text.flatMap(Suppressor.Name.init(rawValue:)) {
        case .acknowledged:
            return words.say("\(author)已确认\(zhEnd)（操作 \(id)）", "acknowledged by \(author)\(enEnd) (act \(id))")
        case .silenced: return words.say("\(author)已静默\(zhEnd)（操作 \(id)）", "silenced\(enEnd) by \(author) (act \(id))")
        case .maintained:
            return words.say("\(author)设为维护\(zhEnd)（操作 \(id)）", "in maintenance\(enEnd) by \(author) (act \(id))")
        case .muted:
            return words.say("非工作时间：", "not told at this hour: ") + words.message(json["label"])
        case .inhibited:
            let alert = words.text(json["alert"]?["id"])
            return words.say("由 \(alert) 代为说明", "said by \(alert) already")
        case .flapping: return words.say("反复变化，暂不通知", "it comes and goes too often to be told")
        case nil: return words.text(json["name"])
        }
    }
}
