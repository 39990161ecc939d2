internal import Dispatch
internal import Synchronization

/// Where a channel may block: a queue of its own, so that a receiver that hangs takes no thread from other tasks and
/// no other channel waits for it. What it is given runs one after the other.
final class ChannelQueue: Sendable {
    private let queue: DispatchQueue

    init(_ channel: String) {
        queue = DispatchQueue(label: "kpid.channel.\(channel)")
    }

    func run<Value: Sendable>(_ body: @escaping @Sendable (Cancellation) -> Value) async -> Value {
        let cancellation = Cancellation()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.async { continuation.resume(returning: body(cancellation)) }
            }
        } onCancel: {
            cancellation.ask()
        }
    }
}

/// Whether work that blocks has been asked to end.
final class Cancellation: Sendable {
    private let flag = Atomic(false)

    var isAsked: Bool { flag.load(ordering: .relaxed) }

    func ask() { flag.store(true, ordering: .relaxed) }
}
