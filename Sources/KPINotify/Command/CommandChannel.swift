internal import Glibc
package import KPICore

/// Starts a program for each notice, with the notice as JSON on its standard input.
///
/// It exits with 0 when it has taken the notice, with 75 (`EX_TEMPFAIL`) when it may take it later, and with anything
/// else when it never will. One that takes too long, or is ended by a signal, may take it later. What it writes to
/// standard error last is the reason that people read.
package struct CommandChannel: Channel {
    package let name: String
    private let settings: CommandSettings
    private let queue: ChannelQueue

    package init(name: String, _ settings: CommandSettings) {
        self.name = name
        self.settings = settings
        queue = ChannelQueue(name)
    }

    package func deliver(_ notice: Notice, at now: Instant) async -> Delivery {
        await queue.run { cancellation in
            do throws(FileTrouble) {
                let child = try ChildProcess(
                    settings.argv, environment: Self.environment(for: notice),
                    input: Array(notice.payload.compact.utf8))
                let (end, words) = child.wait(for: settings.timeout, cancellation)
                return delivery(end, words)
            } catch {
                return .temporary(
                    reason: Label(
                        zh: "无法运行 \(program)：\(error.cause.zh)", en: "cannot run \(program): \(error.cause.en)"))
            }
        }
    }

    private func delivery(_ end: ChildProcess.End, _ words: String) -> Delivery {
        let what: Label
        switch end {
        case .exited(0): return .delivered(receipt: "exit 0")
        case .exited(let code): what = Label(zh: "以 \(code) 退出", en: "exited with \(code)")
        case .signalled(let signal): what = Label(zh: "被信号 \(signal) 终止", en: "was ended by signal \(signal)")
        case .tooLate:
            what = Label(zh: "未在 \(settings.timeout) 内结束", en: "did not end within \(settings.timeout)")
        case .stopped: what = Label(zh: "被中止", en: "was stopped")
        }
        let tail = words.isEmpty ? Label("") : Label(zh: "：\(words)", en: ": \(words)")
        let reason = Label(zh: "\(program) \(what.zh)\(tail.zh)", en: "\(program) \(what.en)\(tail.en)")
        if case .exited(let code) = end, code != EX_TEMPFAIL { return .permanent(reason: reason) }
        return .temporary(reason: reason)
    }

    private var program: String { settings.argv.first ?? "" }

    /// Nothing of the daemon's own, such as its socket to systemd, but where programs are and what is spoken.
    private static func environment(for notice: Notice) -> [String] {
        let passed = ["HOME", "LANG", "LC_ALL", "TZ"].compactMap { (name: String) -> String? in
            guard let value = unsafe getenv(name) else { return nil }
            return "\(name)=\(unsafe String(cString: value))"
        }
        return passed + [
            "PATH=/usr/local/bin:/usr/bin:/bin", "KPID_KEY=\(notice.key.text)",
            "KPID_EVENT=\(notice.event.rawValue)", "KPID_SEVERITY=\(notice.severity.rawValue)",
        ]
    }
}
