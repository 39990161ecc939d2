import ServiceLifecycle
import UnixSignals

/// Reads the configuration anew on SIGHUP.
struct ReloadService: Service {
    /// Trapped before anybody is told that kpid is ready: until then the signal would end the process.
    let hangups: UnixSignalsSequence
    let reloader: Reloader

    func run() async throws {
        for await _ in hangups.cancelOnGracefulShutdown() { _ = await reloader.reload() }
    }
}
