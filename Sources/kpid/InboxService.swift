import KPICore
import KPIEngine
import ServiceLifecycle

/// Takes files as they come.
struct InboxService: Service {
    let engine: Engine
    let watcher: InboxWatcher

    func run() async throws {
        await withGracefulShutdownHandler {
            for await _ in watcher.changes {
                await engine.takeInbox(receivedAt: .now)
                await engine.tick(at: .now)
            }
        } onGracefulShutdown: {
            watcher.stop()
        }
    }
}
