import Diagnostics
import Foundation
import KPIConfiguration
import KPICore
import KPIEngine

/// What came of reading the configuration.
enum LoadedConfiguration {
    case right(Configuration)
    case wrong([Diagnostic])

    static func load(_ path: String) -> LoadedConfiguration {
        let (configuration, diagnostics) = ConfigurationLoader.load(path: path)
        return configuration.map { .right($0) } ?? .wrong(diagnostics.filter { $0.severity == .error })
    }
}

extension Configuration {
    var edition: Edition {
        Edition(
            catalog: catalog, notifications: notifications, language: settings.language,
            evaluateEvery: settings.evaluateEvery,
            fingerprint: fingerprint)
    }
}

extension Diagnostic {
    /// As the status tells it.
    var mistake: Health.Mistake {
        let start = place?.start
        return Health.Mistake(
            file: place?.source.name ?? "", line: start?.line, column: start?.column, id: id.name,
            message: label.isEmpty ? message : "\(message) (\(label))")
    }
}
