import Diagnostics
import KPICore

/// The file `kpid.yaml` as it is written, before the names in it are looked up.
struct SettingsFile {
    let settings: Settings
    let organisation: Label
    let zone: Located<String>?
    let calendar: Located<String>?
    let rules: Located<String>?
    let reporting: Catalog.Reporting
}

extension Shape where Value == SettingsFile {
    static var settings: Shape {
        .mapping("settings") { file in
            _ = file.required("version", .integer.checked("must be 1, the only version there is") { $0 == 1 })
            let organisation = file.required("organisation", .label)
            let language = file.optional("language", .word(Language.self), default: .en)
            let zone = file.optional("zone", .located(.text))
            let calendar = file.optional("calendar", .located(.identifier))
            let rules = file.optional("rules", .located(.text))
            let reporting = file.required("reporting", .reporting)
            let every = file.optional(
                "evaluate_every",
                .duration.checked("must be from a second to a day") { $0 >= .seconds(1) && $0 <= .seconds(86_400) },
                default: .seconds(60))
            let log = file.optional("log", .log, default: (.info, .text))
            let server = file.optional("server", .server)
            return SettingsFile(
                settings: Settings(
                    language: language, evaluateEvery: Int(every.components.seconds), logLevel: log.0,
                    logFormat: log.1, server: server),
                organisation: organisation ?? Label(""), zone: zone, calendar: calendar, rules: rules,
                reporting: reporting ?? .unread)
        }
    }
}

extension Catalog.Reporting {
    /// Stands in where the settings are wrong, so that the mistakes of other files show in the same run.
    static let unread = Catalog.Reporting(period: .month, deadline: Deadline(.working(5), at: .endOfDay), dueSoon: 2)
}

extension Shape where Value == (Settings.LogLevel, Settings.LogFormat) {
    fileprivate static var log: Shape {
        .mapping("log settings") { log in
            (
                log.optional("level", .word(Settings.LogLevel.self), default: .info),
                log.optional("format", .word(Settings.LogFormat.self), default: .text)
            )
        }
    }
}

extension Shape where Value == Settings.Server {
    /// `{listen: 127.0.0.1:8472, tokens: /etc/kpid/tokens}`
    fileprivate static var server: Shape {
        .mapping("where reports are taken over HTTP") { server in
            let address = server.required("listen", .loopback)
            let tokens = server.required(
                "tokens", Shape<String>.text.checked("must be an absolute path") { $0.hasPrefix("/") })
            guard let address, let tokens else { return nil }
            return Settings.Server(host: address.host, port: address.port, tokens: tokens)
        }
    }
}

extension Shape where Value == (host: String, port: Int) {
    /// Nothing but this machine's own addresses: what is to be reached from others goes through a server that speaks TLS.
    fileprivate static var loopback: Shape {
        let wanted = "an address of this machine such as 127.0.0.1:8472"
        return Shape(wanted) { field in
            guard let text = Shape<String>.text.read(field) else { return nil }
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard let last = parts.last, let port = Int(last), (1...65_535).contains(port), parts.count >= 2 else {
                return field.refuseType(wanted: wanted)
            }
            let host = parts.dropLast().joined(separator: ":")
            switch host {
            case "127.0.0.1", "localhost": return ("127.0.0.1", port)
            case "[::1]": return ("::1", port)
            default:
                return field.refuse(
                    "not-loopback", "kpid listens on this machine's own addresses alone",
                    label: "write 127.0.0.1:\(port), and let a web server with TLS pass on what comes from others")
            }
        }
    }
}

extension Shape where Value == Catalog.Reporting {
    fileprivate static var reporting: Shape {
        .mapping("how units report") { reporting in
            let period = reporting.required("frequency", .periodLength)
            let deadline = reporting.required("deadline", .deadline)
            let dueSoon = reporting.optional(
                "due_soon", .quantity(["working days": 1, "working day": 1], atMost: 366), default: Quantity(2, 1))
            guard let period, let deadline else { return nil }
            return Catalog.Reporting(period: period, deadline: deadline, dueSoon: dueSoon.number)
        }
    }
}
