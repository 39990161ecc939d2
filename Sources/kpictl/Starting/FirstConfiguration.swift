import Foundation
import KPIConfiguration
import KPICore

/// A small configuration to begin with: what it is made for, and its files.
struct FirstConfiguration {
    /// Whose clocks count.
    let zone: String
    /// A year from the month it is made in, so that nothing in it is late on its first day.
    private let window: DateRange

    init(today: LocalDate, zone: String) {
        let month = PeriodLength.month.period(containing: today)
        var last = month
        for _ in 1..<12 { last = last.next }
        self.zone = zone
        window = DateRange(month.first, last.last) ?? month.range
    }

    struct File {
        let path: String
        let text: String
    }

    func files(in language: Language) -> [File] {
        let texts = language == .zh ? chinese : english
        return [
            File(path: "config/kpid.yaml", text: texts.settings),
            File(path: "config/units.yaml", text: texts.units),
            File(path: "config/registers.yaml", text: texts.registers),
            File(path: "config/targets/first.yaml", text: texts.targets),
            File(path: "config/notify.yaml", text: texts.notifications),
            File(path: "rules/policies.yaml", text: texts.policies),
            File(path: "rules/first.yaml", text: texts.rules),
        ]
    }

    struct Texts {
        let settings: String
        let units: String
        let registers: String
        let targets: String
        let notifications: String
        let policies: String
        let rules: String
    }

    // MARK: Words of the files

    var year: String { "\(window.first.year)" }
    var first: String { window.first.description }
    var last: String { window.last.description }

    /// The first period that will be reported on.
    var month: String { PeriodLength.month.period(containing: window.first).description }

    /// The last day of the month so many months after the first.
    func end(after months: Int) -> String {
        var period = PeriodLength.month.period(containing: window.first)
        for _ in 0..<months { period = period.next }
        return period.last.description
    }

    /// The name of this machine's time zone, as far as the system has one under that name.
    static var localZone: String {
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/etc/localtime")
        let linked = link.flatMap { $0.split(separator: "/zoneinfo/", maxSplits: 1).last.map(String.init) }
        let asked = ProcessInfo.processInfo.environment["TZ"].map { $0.hasPrefix(":") ? String($0.dropFirst()) : $0 }
        return [asked, linked].compactMap { $0 }.first { !$0.isEmpty && ZoneFiles.zone($0) != nil } ?? "UTC"
    }
}
