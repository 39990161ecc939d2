package import CEL

extension HistoryEntry {
    /// One line for people: when, of which alert, and what.
    ///
    /// - Parameter namesAlert: false where all entries are of one alert.
    package func text(_ language: Language, _ zone: Zone, namesAlert: Bool = true) -> String {
        let subject = namesAlert ? alert.map { "\($0)  " } ?? "" : ""
        return Self.oneLine("\(Self.clock(at, zone))  \(subject)\(words(zone)[language])")
    }

    private func words(_ zone: Zone) -> Label {
        switch event {
        case .transition(_, let transition): Self.words(transition)
        case .act(let act): Self.words(act, zone)
        case .withholding(let withholding): Self.words(withholding)
        case .notice(let notice, let addressed):
            Self.words(
                addressed, Label(zh: "【\(notice.tag.zh)】", en: "[\(notice.tag.en)] ") + notice.words.title)
        case .delivery(let attempt, let addressed): Self.words(addressed, Self.words(attempt, zone))
        }
    }

    private static func words(_ transition: Transition) -> Label {
        let (from, to) = (transition.from.word, transition.to.word)
        let steps =
            transition.from == transition.to ? to : Label(zh: "\(from.zh) → \(to.zh)", en: "\(from.en) → \(to.en)")
        var severity = transition.severity.word
        if let before = transition.severityBefore?.word, before != severity {
            severity = Label(zh: "\(before.zh) → \(severity.zh)", en: "\(before.en) → \(severity.en)")
        }
        let (message, reason) = (transition.message, transition.reason.label)
        return Label(
            zh: "\(steps.zh)（\(severity.zh)）：\(message.zh)（\(reason.zh)）",
            en: "\(steps.en) (\(severity.en)): \(message.en) (\(reason.en))")
    }

    private static func words(_ withholding: Withholding) -> Label {
        let recipient = withholding.key.recipient
        let step: Label =
            switch withholding.step {
            case .began: Label(zh: "暂不通知 \(recipient)：", en: "kept from \(recipient): ")
            case .released: Label(zh: "恢复通知 \(recipient)：", en: "no longer kept from \(recipient): ")
            case .lapsed: Label(zh: "已无需通知 \(recipient)：", en: "nothing is left to tell \(recipient): ")
            }
        return step + withholding.note
    }

    private static func words(_ addressed: Addressed, _ rest: Label) -> Label {
        let (id, recipient, channel) = (addressed.notice, addressed.recipient, addressed.channel)
        return Label(
            zh: "通知 \(id) 致 \(recipient)（\(channel)）：", en: "notice \(id) to \(recipient) over \(channel): ") + rest
    }

    private static func words(_ attempt: DeliveryAttempt, _ zone: Zone) -> Label {
        let outcome: Label =
            switch attempt.outcome {
            case .delivered: Label(zh: "已送达", en: "delivered")
            case .givenUp: Label(zh: "已放弃", en: "given up")
            case .postponed:
                attempt.next.map { clock($0, zone) }
                    .map { Label(zh: "\($0) 再试", en: "to be tried again at \($0)") } ?? Label(zh: "再试", en: "postponed")
            }
        let number = attempt.attempt
        return Label(
            zh: "第 \(number) 次发送，\(outcome.zh)（\(attempt.detail.zh)）",
            en: "attempt \(number), \(outcome.en) (\(attempt.detail.en))")
    }

    private static func words(_ act: Act, _ zone: Zone) -> Label {
        let until =
            act.deed.until.map { clock($0, zone) }.map { Label(zh: "，至 \($0)", en: " until \($0)") } ?? Label("")
        let deed: Label =
            switch act.deed {
            case .acknowledge(let acknowledgement):
                acknowledgement.isSticky
                    ? Label(zh: "长期确认", en: "acknowledged it and what follows") : Label(zh: "确认", en: "acknowledged it")
            case .silence(let silence):
                silence.matchers.all.isEmpty
                    ? Label(zh: "静默全部告警", en: "silenced every alert")
                    : Label(zh: "静默 \(silence.matchers)", en: "silenced \(silence.matchers)")
            case .maintain(let maintenance):
                Label(zh: "维护单位 \(maintenance.unit)", en: "took unit \(maintenance.unit) into maintenance")
            case .undo(let id): Label(zh: "撤销操作 \(id)", en: "took act \(id) back")
            }
        let comment = act.comment.isEmpty ? Label("") : Label(zh: "：\(act.comment)", en: ": \(act.comment)")
        return Label(zh: "操作 \(act.id)，\(act.author) ", en: "act \(act.id), \(act.author) ") + deed + until + comment
    }

    private static func clock(_ moment: Instant, _ zone: Zone) -> String { Stamp(moment, in: zone).clock }

    /// Messages and comments may have several lines, and signs that a terminal would obey.
    private static func oneLine(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            scalar.properties.generalCategory == .control ? " " : scalar
        }
        return String(String.UnicodeScalarView(scalars))
    }
}

extension AlertPhase.Name {
    fileprivate var word: Label {
        switch self {
        case .inactive: Label(zh: "正常", en: "inactive")
        case .pending: Label(zh: "待定", en: "pending")
        case .firing: Label(zh: "触发", en: "firing")
        case .recovering: Label(zh: "恢复中", en: "recovering")
        case .resolved: Label(zh: "已解除", en: "resolved")
        }
    }
}

extension Label {
    fileprivate static func + (a: Label, b: Label) -> Label { Label(zh: a.zh + b.zh, en: a.en + b.en) }
}
