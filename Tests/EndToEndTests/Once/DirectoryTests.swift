import Foundation
import Testing

/// Where the state is kept, when several places could be meant. On a machine with kpid installed its own comes first.
@Suite(.inTurn, .enabled(if: !FileManager.default.fileExists(atPath: "/var/lib/kpid"), "kpid is installed here"))
struct DirectoryTests {
    /// Each with what goes before it left out.
    private static let places = [
        ("STATE_DIRECTORY", "first:second", "first"), ("XDG_STATE_HOME", "xdg", "xdg/kpid"),
        ("HOME", "home", "home/.local/state/kpid"),
    ]

    @Test(arguments: 0..<3) func thePlaceIsChosenInOrder(number: Int) async throws {
        let site = try Site()
        try site.keep(targets: "a-unity.yaml")
        var environment: [String: String] = [:]
        for (name, value, _) in Self.places[number...] {
            environment[name] = value.split(separator: ":").map { "\(site.folder)/\($0)" }.joined(separator: ":")
        }
        let arguments = ["run", "--config", site.config, "--once", "--as-of", "2021-07-10T09:00:00+08:00"]
        let kpid = try Program("kpid", arguments, environment: environment, transcript: site.folder + "/log")
        #expect(try await kpid.end() == .code(0), "\(kpid.said)")
        for (index, place) in Self.places.enumerated() {
            let isThere = FileManager.default.fileExists(atPath: "\(site.folder)/\(place.2)/status.json")
            #expect(isThere == (index == number), "\(place.2)")
        }
        if number > 0 {
            let status = try await site.kpictl(
                ["status", "--language", "en"], environment: environment, isStateless: true)
            #expect(status.exit == .code(0) && status.said.contains("as of 2021-07-10 09:00"), "\(status.said)")
        }
    }

    @Test func whoeverReadsMayNameThePlace() async throws {
        let site = try Site()
        try site.keep(targets: "a-unity.yaml")
        try await site.once(asOf: "2021-07-10T09:00:00+08:00")
        let named = ["KPID_STATE_DIR": site.state, "HOME": site.folder]
        let status = try await site.kpictl(["status", "--language", "en"], environment: named, isStateless: true)
        #expect(status.exit == .code(0), "\(status.said)")
        let nowhere = ["HOME": site.folder]
        let none = try await site.kpictl(["status", "--language", "en"], environment: nowhere, isStateless: true)
        #expect(none.exit == .code(5) && none.said.contains("\(site.folder)/.local/state/kpid"), "\(none.said)")
    }
}
