import KPICore

/// What operators did, in words for people. The documents are the daemon's.
struct ActWords {
    let language: Language

    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    /// `2021-10-15 09:00`, as clocks of the organisation show it.
    func clock(_ stamp: JSON?) -> String? {
        stamp?.text.map { "\($0.prefix(10)) \($0.dropFirst(11).prefix(5))" }
    }

    /// `silence of unit=370811 from 2021-10-15 09:00 until 2021-10-18 09:00`
    func deed(_ deed: JSON) -> String {
        let until = clock(deed["until"])
        let span = [
            clock(deed["from"]).map { say("从 \($0)", "from \($0)") }, until.map { say("到 \($0)", "until \($0)") },
        ].compactMap { $0 }.joined(separator: " ")
        let tail = span.isEmpty ? "" : " " + span
        switch deed["name"]?.text.flatMap(Deed.Name.init(rawValue:)) {
        case .acknowledge:
            let alert = text(deed["alert"]?["id"])
            let sticky = deed["sticky"] == .bool(true) ? say("（持续）", ", sticky,") : ""
            return say("确认 \(alert)\(sticky)\(tail)", "acknowledgement of \(alert)\(sticky)\(tail)")
        case .silence:
            let matchers = text(deed["text"])
            return say("静默 \(matchers)\(tail)", "silence of \(matchers)\(tail)")
        case .maintain:
            let unit = text(deed["unit"])
            return say("单位 \(unit) 维护\(tail)", "maintenance of \(unit)\(tail)")
        case .undo:
            let act = number(deed["act"])
            return say("撤销操作 \(act)", "taking back of act \(act)")
        case nil: return text(deed["name"])
        }
    }

    func text(_ json: JSON?) -> String { (json?.text ?? "").printable }

    func number(_ json: JSON?) -> String { json?.double.flatMap { Int64(exactly: $0) }.map { String($0) } ?? "?" }

    func message(_ json: JSON?) -> String { text(json?[language.rawValue]) }

    func list(_ json: JSON?) -> [JSON] {
        if case .array(let elements) = json { elements } else { [] }
    }

    /// `by zhang at 2021-10-15 09:00: harvest time`
    func origin(_ act: JSON) -> String {
        let (author, at, comment) = (text(act["author"]), clock(act["at"]) ?? "", text(act["comment"]))
        return say("\(author) \(at)", "by \(author) at \(at)")
            + (comment.isEmpty ? "" : say("：\(comment)", ": \(comment)"))
    }
}
