/// What came of the telling at a moment: the new state, and what has to be written down.
package struct TellingAdvance: Sendable {
    package internal(set) var state: TellingState
    private var told: [Told.Key: Told?] = [:]
    var notices: [DecidedNotice] = []
    var withholdings: [Withholding] = []
    /// What was remembered before, of what changed.
    private var before: [Told.Key: Told] = [:]
    private let marksBefore: TellingMarks

    init(_ state: consuming TellingState) {
        marksBefore = state.marks
        self.state = state
    }

    /// Remembers something else of what a recipient was told.
    mutating func set(_ key: Told.Key, _ told: Told) {
        let old = state[key]
        guard old != told else { return }
        if before[key] == nil { before[key] = old }
        state[key] = told
        self.told.updateValue(told == .nothing ? nil : told, forKey: key)
    }

    mutating func change(marks change: (inout TellingMarks) -> Void) {
        change(&state.marks)
    }

    /// What has to be written down, always in the same order.
    package var record: TellingRecord {
        let keys = told.keys.sorted { ($0.alert, $0.recipient) < ($1.alert, $1.recipient) }
        return TellingRecord(
            told: keys.map { (key: $0, told: told[$0] ?? nil) }, notices: notices, withholdings: withholdings,
            marks: state.marks == marksBefore ? nil : state.marks)
    }

    /// Brings what was told under the present names of alerts.
    mutating func rename(_ moves: [AlertIdentity: AlertIdentity]) {
        for former in moves.keys.sorted() {
            guard let present = moves[former] else { continue }
            for (recipient, told) in state.told[former] ?? [:] {
                set(Told.Key(present, recipient), told)
                set(Told.Key(former, recipient), .nothing)
            }
            state.note(former, fires: false)
        }
    }

    /// The state before it, for when it cannot be committed. It looks at everything again.
    package var undone: TellingState {
        var state = state
        for (key, told) in before { state[key] = told }
        state.marks = marksBefore
        state.lookAgain()
        return state
    }
}
