import Foundation

@testable import CEL

/// The machine's own time zones, for tests.
enum SystemZones {
    @Sendable static func zone(_ name: String) -> Zone? {
        guard !name.isEmpty, !name.contains(".."), !name.hasPrefix("/"),
            let data = try? Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)"))
        else { return nil }
        return TZif.zone(name: name, bytes: Array(data))
    }
}
