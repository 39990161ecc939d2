/// How a part of a target stands.
package enum PartState: String, Sendable, CaseIterable {
    /// Not done, and not due yet; of a period, that it goes on.
    case open
    /// Not done, and its day has passed.
    case overdue
    /// Done by its day.
    case done
    case doneLate = "done_late"
    /// Done, and struck off by a second person (销号).
    case closed
    /// There is as much as is asked, or the invariant holds.
    case met
    /// There is less, with no day of its own to be late for.
    case short
    /// The period ended with less.
    case missed
    /// It ended with less, and later periods brought what it lacked. Never the same as met.
    case madeUp = "made_up"
    /// It breaks the invariant.
    case violated

    /// Whether the part does what is asked of it.
    package var isMet: Bool {
        switch self {
        case .done, .doneLate, .closed, .met: true
        case .open, .overdue, .short, .missed, .madeUp, .violated: false
        }
    }
}

extension PartState {
    /// What people read.
    package var label: Label {
        switch self {
        case .open: Label(zh: "未完成", en: "open")
        case .overdue: Label(zh: "逾期", en: "overdue")
        case .done: Label(zh: "完成", en: "done")
        case .doneLate: Label(zh: "逾期完成", en: "done late")
        case .closed: Label(zh: "已销号", en: "closed")
        case .met: Label(zh: "达到", en: "met")
        case .short: Label(zh: "不足", en: "short")
        case .missed: Label(zh: "缺", en: "missed")
        case .madeUp: Label(zh: "已补", en: "made up")
        case .violated: Label(zh: "违反", en: "violated")
        }
    }
}
