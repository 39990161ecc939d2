/// What a recipient believes of an alert and is not so.
enum Difference: Hashable {
    /// It fires, and they believe that it does not.
    case begun
    /// It fires again; they were not told that it was over in between.
    case begunAgain
    case changed(from: Severity)
    /// It is over.
    case ended(from: Severity)

    /// Nil where they believe what is so.
    init?(_ told: Told, _ truth: Truth?) {
        switch (told.severity, truth) {
        case (nil, nil): return nil
        case (nil, _?): self = .begun
        case (let believed?, nil): self = .ended(from: believed)
        case (let believed?, let truth?):
            if told.episode != truth.episode {
                self = .begunAgain
            } else if believed != truth.severity {
                self = .changed(from: believed)
            } else {
                return nil
            }
        }
    }

    /// How a notice of it is called, where nothing kept it back.
    var event: NoticeEvent {
        switch self {
        case .begun, .begunAgain: .fired
        case .changed: .changed
        case .ended: .resolved
        }
    }
}
