/// Why an alert moved. Every transition has one.
package enum Reason: String, Sendable, CaseIterable {
    /// The condition holds, and the rule wants it to hold for a while.
    case conditionHolds = "condition_holds"
    /// It has held for as long as the rule asks.
    case conditionHeld = "condition_held"
    /// It held no longer before that.
    case conditionEnded = "condition_ended"
    /// While it recovered, the condition came to hold again.
    case conditionReturned = "condition_returned"
    /// While it recovered, it was no longer clear, though no severity's condition holds.
    case clearEnded = "clear_ended"
    case severityRaised = "severity_raised"
    case severityLowered = "severity_lowered"
    /// The rule's `clear` holds, or, without one, no severity does.
    case conditionCleared = "condition_cleared"
    /// It stayed clear for as long as the rule asks.
    case stayedClear = "stayed_clear"
    /// It went on for too long, and so became graver.
    case escalated
    /// There is nothing to judge by, and the rule says to alert on that.
    case dataMissing = "data_missing"
    /// A revised figure, and not a new one, changed the judgement: whichever way, and though it had to last.
    case dataCorrected = "data_corrected"
    case ruleRemoved = "rule_removed"
    case targetRemoved = "target_removed"
    case unitRemoved = "unit_removed"
    /// The target has no such stage, item, member, entity or period any more.
    case partRemoved = "part_removed"
    /// The rule's `where` no longer chooses the target.
    case notSelected = "not_selected"
    /// The edition it was about gave way to the next.
    case editionClosed = "edition_closed"
    /// kpid gave a notice up.
    case deliveryGivenUp = "delivery_given_up"
    /// A channel that had not worked does again.
    case deliveryWorks = "delivery_works"
    /// A file was refused as a whole.
    case fileRefused = "file_refused"
    /// A file of the same name was taken.
    case fileTaken = "file_taken"
}

extension Reason {
    /// Whether an alert that fired may be over because of it. Silence is not among these.
    package var endsEpisodes: Bool {
        switch self {
        case .conditionCleared, .stayedClear, .dataCorrected, .ruleRemoved, .targetRemoved, .unitRemoved, .partRemoved,
            .notSelected, .editionClosed, .deliveryWorks, .fileTaken:
            true
        case .conditionHolds, .conditionHeld, .conditionEnded, .conditionReturned, .clearEnded, .severityRaised,
            .severityLowered, .escalated, .dataMissing, .deliveryGivenUp, .fileRefused:
            false
        }
    }

    /// What people read.
    package var label: Label {
        switch self {
        case .conditionHolds: Label(zh: "条件成立，等待持续", en: "the condition holds, and has to last")
        case .conditionHeld: Label(zh: "条件成立", en: "the condition holds")
        case .conditionEnded: Label(zh: "条件不再成立", en: "the condition no longer holds")
        case .conditionReturned: Label(zh: "条件再次成立", en: "the condition holds again")
        case .clearEnded: Label(zh: "解除条件不再成立", en: "the condition to clear it no longer holds")
        case .severityRaised: Label(zh: "程度加重", en: "it became graver")
        case .severityLowered: Label(zh: "程度减轻", en: "it became milder")
        case .conditionCleared: Label(zh: "解除条件成立", en: "the condition to clear it holds")
        case .stayedClear: Label(zh: "持续解除", en: "it stayed clear for long enough")
        case .escalated: Label(zh: "久未解决，程度升级", en: "it went on for too long and was escalated")
        case .dataMissing: Label(zh: "缺少数据", en: "figures are missing")
        case .dataCorrected: Label(zh: "数据已更正", en: "a figure was corrected")
        case .ruleRemoved: Label(zh: "规则已删除", en: "the rule was removed")
        case .targetRemoved: Label(zh: "指标已删除", en: "the target was removed")
        case .unitRemoved: Label(zh: "单位已删除", en: "the unit was removed")
        case .partRemoved: Label(zh: "事项已不存在", en: "the item is no longer there")
        case .notSelected: Label(zh: "规则不再适用", en: "the rule no longer applies")
        case .editionClosed: Label(zh: "年度已关闭", en: "the year is closed")
        case .deliveryGivenUp: Label(zh: "通知已放弃发送", en: "a notice was given up")
        case .deliveryWorks: Label(zh: "通道已恢复", en: "the channel works again")
        case .fileRefused: Label(zh: "文件被退回", en: "a file was refused")
        case .fileTaken: Label(zh: "文件已采用", en: "a file of that name was taken")
        }
    }

    /// The id, for machines, beside the words.
    package var json: JSON {
        .object([
            JSON.Member("id", .string(rawValue)), JSON.Member("zh", .string(label.zh)),
            JSON.Member("en", .string(label.en)),
        ])
    }
}
