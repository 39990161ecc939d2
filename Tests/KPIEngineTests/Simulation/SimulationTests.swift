import TestSeeds
import Testing

@testable import KPIEngine

/// The whole system against a naive model: after a year of everything, each alert was told as the model says, in order,
/// nothing is left in the outbox, and no notice is missing or there twice.
@Suite(.serialized) struct SimulationTests {
    @Test(arguments: seeds(4)) func aYear(seed: Int) async throws {
        let world = try SimulatedWorld(seed: UInt64(seed))
        for _ in 0..<90 { try await world.step() }
        try await world.end()
        let told = try world.told()
        for alert in NaiveModel.alerts {
            let expected = world.model.told[alert] ?? []
            let found = told[alert] ?? []
            #expect(found == expected, "seed \(seed), \(alert)\n\(world.log.joined(separator: "\n"))")
        }
        #expect(try await world.undelivered() == 0, "seed \(seed)")
    }
}
