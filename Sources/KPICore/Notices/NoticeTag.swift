extension Notice {
    /// How things stand and what happened, in the fewest words: they head the subject.
    var tag: Label {
        let state = isOver ? Label(zh: "已解除", en: "resolved") : severity.word
        switch event {
        case .fired, .resolved: return state
        case .changed:
            guard let before = severityBefore?.word, before != state else { return state }
            return Label(zh: "\(state.zh)，原为\(before.zh)", en: "\(state.en), was \(before.en)")
        case .reminder:
            return isOver ? state : Label(zh: "仍为\(state.zh)", en: "still \(state.en)")
        case .corrected: return Label(zh: "更正：\(state.zh)", en: "corrected: \(state.en)")
        case .suppressionEnded: return Label(zh: "\(state.zh)，静默已结束", en: "\(state.en), no longer muted")
        case .suppressionEnding: return Label(zh: "\(state.zh)，静默即将结束", en: "\(state.en), mute ends soon")
        case .digest: return Label(zh: "汇总", en: "digest")
        case .undelivered: return Label(zh: "未送达", en: "not delivered")
        case .test: return Label(zh: "测试", en: "test")
        }
    }
}

extension Severity {
    /// What people read.
    package var word: Label {
        switch self {
        case .critical: Label(zh: "严重", en: "critical")
        case .warning: Label(zh: "警告", en: "warning")
        case .info: Label(zh: "提示", en: "info")
        }
    }
}
