/// Where something stands in the order in which all was recorded.
struct HistoryPosition: Comparable {
    /// Its own number for a transition, else that of the latest one before it.
    let transition: Int64
    /// 0 for a transition.
    let other: Int64

    static func < (a: HistoryPosition, b: HistoryPosition) -> Bool {
        (a.transition, a.other) < (b.transition, b.other)
    }
}
