import ServiceLifecycle
import UnixSignals

/// Ends the group when it is asked to stop.
///
/// The signals are caught before the first round, and not by the group when it begins: one that comes in between would
/// end the process without a word.
struct StopService: Service {
    let stops: UnixSignalsSequence

    func run() async throws {
        for await _ in stops.cancelOnGracefulShutdown() { return }
    }
}
