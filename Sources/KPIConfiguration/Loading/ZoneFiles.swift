package import CEL
import Foundation

/// Reads time zones from where the system keeps them.
package enum ZoneFiles {
    private static let folders = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo"]

    /// Nil when the system has no such zone.
    package static func zone(_ name: String) -> Zone? {
        if name == "UTC" { return .utc }
        let isName = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "+"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard isName, !name.hasPrefix("/") else { return nil }
        for folder in folders {
            guard let data = try? Data(contentsOf: URL(filePath: "\(folder)/\(name)")) else { continue }
            if let zone = TZif.zone(name: name, bytes: Array(data)) { return zone }
        }
        return nil
    }
}
