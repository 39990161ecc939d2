import Foundation
import TestServers

extension Site {
    /// A depot of two units, `north` and `south`, that tells of its alerts: each unit has one, `low/stock/UNIT`, which is
    /// critical below 5, a warning below 10, and over from 10 on.
    static func telling(_ receivers: Receiver...) throws -> Site {
        let site = try Site(of: Place.package.appendingPathComponent("Tests/Fixtures/telling"))
        let channels = receivers.map { "  - id: \($0.channel)\n    \($0.settings)" }
        let recipients = receivers.map { "  - \($0.recipient)" }
        let names = receivers.map { receiver in
            if case .mail = receiver { "zhang" } else { "\(receiver.channel)-reader" }
        }
        let lines =
            ["channels:"] + channels + ["recipients:"] + recipients
            + ["routes:", "  - to: [\(names.joined(separator: ", "))]"]
        try Data((lines.joined(separator: "\n") + "\n").utf8)
            .write(to: URL(fileURLWithPath: site.folder + "/config/notify.yaml"))
        return site
    }

    /// Drops a report on a month of 2021.
    func report(_ month: Int, north: Int, south: Int) throws {
        try drop(Self.report(month, north, south), as: Self.name(month))
    }

    /// The same, under a name that kpid leaves alone, to be shown to it with ``show(_:)``.
    func hide(_ month: Int, north: Int, south: Int) throws {
        try drop(Self.report(month, north, south), as: "." + Self.name(month))
    }

    func show(_ month: Int) throws {
        try FileManager.default.moveItem(
            atPath: "\(state)/inbox/.\(Self.name(month))", toPath: "\(state)/inbox/\(Self.name(month))")
    }

    private static func name(_ month: Int) -> String { "2021-0\(month).csv" }

    private static func report(_ month: Int, _ north: Int, _ south: Int) -> String {
        """
        indicator,unit,period,value,submitted_at
        stock,north,2021-0\(month),\(north),2021-0\(month + 1)-01T09:00:00+08:00
        stock,south,2021-0\(month),\(south),2021-0\(month + 1)-01T09:00:00+08:00

        """
    }

    /// What is wrong now, in English, as the daemon answers it: the files cannot be written on a full disk.
    func problems() throws -> [String] {
        (try ask("GET", "health").document["health"]?["problems"]?.list ?? []).compactMap { $0["en"]?.text }
    }

    /// Waits until nothing is left to be delivered.
    func everythingIsDelivered(within limit: Duration = .seconds(60)) async throws {
        try await eventually("an empty outbox", within: limit) { try count("outbox") == 0 }
    }
}
