package import KPICore
package import Logging

/// Delivers what the outbox holds for one channel. Each channel has its own, so that a dead receiver delays nobody.
///
/// Sent, then marked: a crash in between sends a notice again, under the same key.
package actor Courier {
    private let port: ChannelPort
    private let engine: Engine
    private let policy: RetryPolicy
    private let logger: Logger
    private let clock: @Sendable () -> Instant
    private var queue: DeliveryQueue
    /// What came of a delivery and could not be recorded yet. Nothing is sent until it is.
    private var unrecorded: (attempt: DeliveryAttempt, entry: OutboxEntry)?
    private var lastKeptAlive: Instant?

    /// - Parameter clock: what time it is; deliveries take some.
    package init(
        _ port: ChannelPort, engine: Engine, policy: RetryPolicy = RetryPolicy(), logger: Logger,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.port = port
        self.engine = engine
        self.policy = policy
        self.logger = logger
        self.clock = clock
        queue = DeliveryQueue(limit: port.rateLimit, policy: policy)
    }

    /// Delivers everything whose time has come.
    ///
    /// - Returns: when to come again though nothing new was decided; nil: not before.
    package func deliverDue() async -> Instant? {
        guard await recordWhatIsLeft() else { return clock().adding(seconds: 5) }
        guard await refill() else { return clock().adding(seconds: 5) }
        var again: Instant?
        deliveries: while !Task.isCancelled {
            switch queue.next(at: clock()) {
            case .empty: break deliveries
            case .wait(let moment):
                again = moment
                break deliveries
            case .ready(let entry):
                await deliver(entry)
                guard unrecorded == nil else { return clock().adding(seconds: 5) }
                guard await refill() else { return clock().adding(seconds: 5) }
            }
        }
        return [again, await keepAlive()].compactMap { $0 }.min()
    }

    /// Whether the outbox could be read.
    private func refill() async -> Bool {
        guard let new = await engine.outbox(of: port.name, after: queue.newest) else { return false }
        queue.add(new)
        return true
    }

    private func deliver(_ entry: OutboxEntry) async {
        let begun = entry.begun ?? clock()
        let delivery = await port.deliver(entry.notice, clock())
        let now = clock()
        let step = policy.step(
            after: delivery, attempt: entry.attempts + 1, begun: begun, now: now, seed: entry.notice.key.seed)
        let attempt = attempt(step, delivery, entry, at: now)
        log(attempt, entry)
        unrecorded = (attempt, entry)
        queue.note(step, of: entry, begun: begun, at: now)
        await engine.note(queue.isRefused ? attempt.detail : nil, ofChannel: port.name)
        _ = await recordWhatIsLeft()
    }

    private func attempt(
        _ step: RetryPolicy.Step, _ delivery: Delivery, _ entry: OutboxEntry, at now: Instant
    ) -> DeliveryAttempt {
        let (outcome, detail, next): (DeliveryAttempt.Outcome, Label, Instant?) =
            switch (step, delivery) {
            case (.done(let receipt), _): (.delivered, Label(receipt), nil)
            case (.giveUp(let reason), _): (.givenUp, reason, nil)
            case (.retry(let moment), .temporary(let reason, _)): (.postponed, reason, moment)
            case (.retry(let moment), _): (.postponed, Label(""), moment)
            }
        return DeliveryAttempt(
            notice: entry.id, attempt: entry.attempts + 1, at: now, outcome: outcome, detail: detail, next: next)
    }

    /// Whether everything is recorded.
    private func recordWhatIsLeft() async -> Bool {
        guard let (attempt, entry) = unrecorded else { return true }
        guard await engine.settle(attempt, of: entry.notice, at: clock()) else { return false }
        unrecorded = nil
        return true
    }

    /// When it is due again; nil where nothing has to be kept alive.
    private func keepAlive() async -> Instant? {
        guard let keepAlive = port.keepAlive else { return nil }
        let now = clock()
        if let last = lastKeptAlive, last <= now, last.adding(keepAlive.every) > now {
            return last.adding(keepAlive.every)
        }
        lastKeptAlive = now
        guard let open = await engine.openNotices(of: port.name), !open.isEmpty else {
            return now.adding(keepAlive.every)
        }
        if case .temporary(let reason, _) = await keepAlive.post(open, now) {
            logger.info("\(port.name): \(reason.en)")
        }
        return now.adding(keepAlive.every)
    }

    private func log(_ attempt: DeliveryAttempt, _ entry: OutboxEntry) {
        let words = "\(entry.notice.key): \(attempt.outcome.rawValue)"
        switch attempt.outcome {
        case .delivered: logger.info("\(words)")
        case .postponed: logger.warning("\(words): \(attempt.detail.en)")
        case .givenUp: logger.error("\(words): \(attempt.detail.en)")
        }
    }
}
