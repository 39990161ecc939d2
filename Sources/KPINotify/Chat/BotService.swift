internal import KPICore

/// A chat service whose bots take messages by HTTP.
protocol BotService: Sendable {
    /// The message, and what signs it.
    func message(_ notice: Notice, signing: Secret?, at now: Instant) -> BotMessage

    /// What a code other than 0 in its answer means; nil for one that its manual does not tell of.
    func verdict(_ code: Int) -> BotVerdict?
}

struct BotMessage: Sendable {
    /// What is added to the address.
    var query = ""
    let body: JSON
}

enum BotVerdict: Sendable {
    /// Too much at once; for so long it takes nothing, where that is known.
    case busy(Duration?)
    /// A wrong key, a bot that is gone, a message that is not allowed.
    case refused
}
