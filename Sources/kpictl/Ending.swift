/// How a command ends: the exit codes, which scripts rely on.
enum Ending: Int32, CaseIterable {
    case ok = 0
    case failure = 1
    case usage = 2
    case notFound = 4
    case unreachable = 5
    case refused = 6
    case timeout = 7

    var meaning: String {
        switch self {
        case .ok: "done"
        case .failure: "failed; a configuration with errors among it"
        case .usage: "the command line is wrong, or may mean several things"
        case .notFound: "no such target, rule, alert, unit or act"
        case .unreachable: "kpid has left no files here or does not run, or they are not for you"
        case .refused: "a report or a request was refused"
        case .timeout: "no answer in time"
        }
    }

    static var table: String {
        "Exit codes:\n" + allCases.map { "  \($0.rawValue)  \($0.meaning)" }.joined(separator: "\n")
    }
}
