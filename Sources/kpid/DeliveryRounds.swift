import KPIEngine
import ServiceLifecycle

/// Delivers notices for as long as the daemon runs.
struct DeliveryRounds: Service {
    let delivery: DeliveryService

    func run() async throws { try await delivery.run() }
}
