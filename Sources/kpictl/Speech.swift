import ArgumentParser
import Foundation
import KPICore

/// Chooses the language: what was asked for, else that of the locale. Where the locale names none, as C does, English:
/// a terminal that has not been told of Chinese may not show it.
enum Speech {
    static func language(_ asked: Language?) -> Language {
        if let asked { return asked }
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("zh") == true ? .zh : .en
    }

    /// The same for a command line that could not be carried out.
    static func language(asked arguments: [String]) -> Language {
        for (index, argument) in arguments.enumerated() {
            if argument.hasPrefix("--language=") { return language(Language(rawValue: String(argument.dropFirst(11)))) }
            if argument == "--language", index + 1 < arguments.count {
                return language(Language(rawValue: arguments[index + 1]))
            }
        }
        return language(nil)
    }
}

extension Language: ExpressibleByArgument {}
