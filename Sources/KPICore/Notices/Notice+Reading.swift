extension Notice {
    /// Reads what ``json`` wrote. Members that it does not know are passed over.
    package init(json: JSON) throws(UnreadableNotice) {
        guard case .object = json else { throw UnreadableNotice(path: "") }
        let notice = NoticePart(json)
        self.init(
            key: try notice.part("key").key(), event: try notice.word("event"), severity: try notice.word("severity"),
            severityBefore: try notice.optional("severity_before") { part throws(UnreadableNotice) in try part.word() },
            language: try notice.word("language"), at: try notice.part("at").stamp(),
            since: try notice.optional("since") { part throws(UnreadableNotice) in try part.stamp() },
            until: try notice.optional("until") { part throws(UnreadableNotice) in try part.stamp() },
            alert: try notice.optional("alert") { part throws(UnreadableNotice) in try part.alert() },
            words: Words(
                title: try notice.part("title").label(), message: try notice.part("message").label(),
                reason: try notice.optional("reason") { part throws(UnreadableNotice) in try part.label() },
                note: try notice.optional("note") { part throws(UnreadableNotice) in try part.label() }),
            figures: try notice.list("figures") { part throws(UnreadableNotice) in try part.figure() },
            digest: try notice.optional("digest") { part throws(UnreadableNotice) in try part.digest() })
    }
}

/// A value within a notice, and where it stands.
private struct NoticePart {
    private let json: JSON
    private let path: String

    init(_ json: JSON, at path: String = "") {
        (self.json, self.path) = (json, path)
    }

    func part(_ name: String) -> NoticePart {
        NoticePart(json[name] ?? .null, at: path.isEmpty ? name : "\(path).\(name)")
    }

    /// Nil where it is null, or not there.
    func optional<Value>(
        _ name: String, _ read: (NoticePart) throws(UnreadableNotice) -> Value
    ) throws(UnreadableNotice) -> Value? {
        guard let json = json[name], json != .null else { return nil }
        return try read(part(name))
    }

    func list<Value>(
        _ name: String, _ read: (NoticePart) throws(UnreadableNotice) -> Value
    ) throws(UnreadableNotice) -> [Value] {
        guard case .array(let elements) = json[name] else { throw part(name).unreadable }
        var values: [Value] = []
        for (index, element) in elements.enumerated() {
            values.append(try read(NoticePart(element, at: "\(part(name).path).\(index)")))
        }
        return values
    }

    func text(_ name: String) throws(UnreadableNotice) -> String {
        guard let text = json[name]?.text else { throw part(name).unreadable }
        return text
    }

    func count(_ name: String) throws(UnreadableNotice) -> Int {
        guard let number = json[name]?.double, let count = Int(exactly: number) else { throw part(name).unreadable }
        return count
    }

    func word<Word: RawRepresentable<String>>() throws(UnreadableNotice) -> Word {
        guard let word = json.text.flatMap(Word.init(rawValue:)) else { throw unreadable }
        return word
    }

    func word<Word: RawRepresentable<String>>(_ name: String) throws(UnreadableNotice) -> Word {
        try part(name).word()
    }

    func stamp() throws(UnreadableNotice) -> Stamp {
        guard let stamp = json.text.flatMap({ Stamp($0) }) else { throw unreadable }
        return stamp
    }

    func label() throws(UnreadableNotice) -> Label { Label(zh: try text("zh"), en: try text("en")) }

    func key() throws(UnreadableNotice) -> NoticeKey {
        NoticeKey(
            subject: try text("subject"), episode: try count("episode"), sequence: try count("sequence"),
            channel: try text("channel"), recipient: try text("recipient"))
    }

    func alert() throws(UnreadableNotice) -> AlertIdentity {
        AlertIdentity(
            rule: RuleID(try text("rule")), target: TargetID(try text("target")), unit: UnitID(try text("unit")),
            scope: try text("scope"))
    }

    func figure() throws(UnreadableNotice) -> NoticeFigure {
        NoticeFigure(
            try text("name"), label: try part("label").label(), format: try word("format"), unit: try text("unit"),
            atFiring: json["at_firing"]?.double, atWorst: json["at_worst"]?.double, now: json["now"]?.double)
    }

    func digest() throws(UnreadableNotice) -> NoticeDigest {
        NoticeDigest(
            lines: try list("lines") { part throws(UnreadableNotice) in try part.line() },
            omitted: try count("omitted"))
    }

    private func line() throws(UnreadableNotice) -> NoticeDigest.Line {
        NoticeDigest.Line(
            event: try optional("event") { part throws(UnreadableNotice) in try part.word() },
            severity: try optional("severity") { part throws(UnreadableNotice) in try part.word() },
            try part("text").label())
    }

    private var unreadable: UnreadableNotice { UnreadableNotice(path: path) }
}
