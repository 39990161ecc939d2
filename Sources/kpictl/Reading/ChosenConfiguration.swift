import Diagnostics
import Foundation
import KPIConfiguration
import KPICore

/// The configuration that a command looks at.
enum ChosenConfiguration {
    static let installed = "/etc/kpid/config/kpid.yaml"
    static let local = "config/kpid.yaml"

    /// The one that was asked for, else that of the service, else one that lies here.
    static func path(_ asked: String?) -> String {
        asked ?? (FileManager.default.fileExists(atPath: installed) ? installed : local)
    }

    /// Reads it, or tells what is wrong with it.
    static func load(_ asked: String?) throws -> Configuration {
        let path = path(asked)
        let (configuration, diagnostics) = ConfigurationLoader.load(path: path)
        let errors = diagnostics.filter { $0.severity == .error }
        if let configuration { return configuration }
        StandardError.write(DiagnosticRenderer().render(errors))
        throw failure(path, errors: errors.count)
    }

    /// What it says of targets, units and registers.
    static func catalog(_ asked: String?) throws -> Catalog { try load(asked).catalog }

    static func failure(_ path: String, errors: Int) -> Failure {
        Failure(
            .failure, zh: "\(path)：\(errors) 处错误，kpid 不会加载此配置。",
            en: "\(path): \(errors) \(errors == 1 ? "error" : "errors"), and kpid would not load it.")
    }
}
