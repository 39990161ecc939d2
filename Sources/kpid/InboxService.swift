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
                if await engine.takeInbox(receivedAt: .now, scan: { try watcher.scan() }) {
                    await engine.tick(at: .now)
                }
            }
        } onGracefulShutdown: {
            watcher.stop()
        }
    }
}
