import Foundation
import Glibc

/// What standard output can show.
struct Terminal {
    let isTerminal: Bool
    let environment: [String: String]

    static var standardOutput: Terminal {
        Terminal(isTerminal: isatty(STDOUT_FILENO) == 1, environment: ProcessInfo.processInfo.environment)
    }

    /// https://no-color.org and https://bixense.com/clicolors: a wish for none goes before one for some.
    var hasColour: Bool {
        if let wish = environment["NO_COLOR"], !wish.isEmpty { return false }
        if let wish = environment["CLICOLOR_FORCE"], !wish.isEmpty, wish != "0" { return true }
        if environment["CLICOLOR"] == "0" { return false }
        return isTerminal && !["", "dumb"].contains(environment["TERM"] ?? "")
    }

    /// The kernel's own console has neither the symbols nor Chinese characters.
    var hasUnicode: Bool { environment["TERM"] != "linux" }

    /// Columns of the window, else those that $COLUMNS names, else 80.
    var width: Int {
        var size = winsize()
        if isTerminal, unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            return Int(size.ws_col)
        }
        return environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
    }
}
