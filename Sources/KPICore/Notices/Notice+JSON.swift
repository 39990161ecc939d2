extension Notice {
    /// All of it, to be read back by ``init(json:)``.
    package var json: JSON { .object(members) }

    /// What a program receives: all of it, and how it reads in the receiver's language.
    package var payload: JSON {
        let text = NoticeText(self)
        return .object(
            [JSON.Member("api_version", .string(StatusDocument.version))] + members + [
                JSON.Member("subject", .string(text.subject)), JSON.Member("text", .string(text.plain)),
            ])
    }

    private var members: [JSON.Member] {
        [
            JSON.Member("key", key.json), JSON.Member("event", .string(event.rawValue)),
            JSON.Member("severity", .string(severity.rawValue)),
            JSON.Member("severity_before", JSON(severityBefore?.rawValue)),
            JSON.Member("language", .string(language.rawValue)), JSON.Member("at", .string(at.text)),
            JSON.Member("since", JSON(since?.text)), JSON.Member("until", JSON(until?.text)),
            JSON.Member("alert", alert?.json ?? .null),
            JSON.Member("title", JSON(words.title)), JSON.Member("message", JSON(words.message)),
            JSON.Member("reason", words.reason.map { JSON($0) } ?? .null),
            JSON.Member("note", words.note.map { JSON($0) } ?? .null),
            JSON.Member("figures", .array(figures.map(\.json))), JSON.Member("digest", digest?.json ?? .null),
        ]
    }
}

extension NoticeKey {
    fileprivate var json: JSON {
        .object([
            JSON.Member("text", .string(text)), JSON.Member("subject", .string(subject)),
            JSON.Member("episode", JSON(episode)), JSON.Member("sequence", JSON(sequence)),
            JSON.Member("channel", .string(channel)), JSON.Member("recipient", .string(recipient)),
        ])
    }
}

extension AlertIdentity {
    /// Its text, and its parts.
    var json: JSON {
        .object([
            JSON.Member("id", .string(description)), JSON.Member("rule", .string(rule.text)),
            JSON.Member("target", .string(target.text)), JSON.Member("unit", .string(unit.text)),
            JSON.Member("scope", .string(scope)),
        ])
    }
}

extension NoticeFigure {
    fileprivate var json: JSON {
        .object([
            JSON.Member("name", .string(name)), JSON.Member("label", JSON(label)),
            JSON.Member("format", .string(format.rawValue)), JSON.Member("unit", .string(unit)),
            JSON.Member("at_firing", JSON(atFiring)), JSON.Member("at_worst", JSON(atWorst)),
            JSON.Member("now", JSON(now)),
        ])
    }
}

extension NoticeDigest {
    fileprivate var json: JSON {
        .object([
            JSON.Member(
                "lines",
                .array(
                    lines.map { line in
                        .object([
                            JSON.Member("event", JSON(line.event?.rawValue)),
                            JSON.Member("severity", JSON(line.severity?.rawValue)),
                            JSON.Member("text", JSON(line.text)),
                        ])
                    })),
            JSON.Member("omitted", JSON(omitted)),
        ])
    }
}
