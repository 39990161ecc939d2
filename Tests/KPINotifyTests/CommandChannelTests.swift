import Foundation
import Glibc
import TestServers
import Testing

@testable import KPICore
@testable import KPINotify

struct CommandChannelTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func channel(_ argv: String..., timeout: Duration = .seconds(60)) -> CommandChannel {
        CommandChannel(name: "pager", CommandSettings(argv: argv, timeout: timeout))
    }

    private func shell(_ script: String, _ arguments: String..., timeout: Duration = .seconds(60)) -> CommandChannel {
        CommandChannel(
            name: "pager", CommandSettings(argv: ["/bin/sh", "-c", script, "sh"] + arguments, timeout: timeout))
    }

    private func deliver(_ channel: CommandChannel, _ notice: Notice = Samples.notice()) async -> String {
        await channel.deliver(notice, at: Samples.now).said
    }

    @Test func theProgramGetsTheNoticeAndNothingOfOurs() async throws {
        let notice = Samples.notice()
        // No shell of ours has read the argument, and no descriptor of ours is open.
        let script = #"cat > "$1/in"; env > "$1/env"; printf %s "$2" > "$1/arg"; ls /proc/self/fd > "$1/fd""#
        #expect(await deliver(shell(script, folder.path, "$(id) ; *"), notice) == "delivered: exit 0")
        #expect(try Notice(json: #require(JSON(parsing: folder.text(at: "in")))) == notice)
        #expect(try folder.text(at: "arg") == "$(id) ; *")
        let environment = try folder.text(at: "env").split(separator: "\n")
        let names = Set(environment.map { String($0.prefix { $0 != "=" }) })
        let given: Set = ["PATH", "HOME", "LANG", "LC_ALL", "TZ", "KPID_KEY", "KPID_EVENT", "KPID_SEVERITY"]
        let shells: Set = ["PWD", "OLDPWD", "SHLVL", "_"]
        #expect(names.subtracting(shells).isSubset(of: given))
        #expect(environment.contains("KPID_KEY=\(notice.key.text)"))
        // 3 is the folder that ls itself reads.
        #expect(try folder.text(at: "fd").split(separator: "\n") == ["0", "1", "2", "3"])
    }

    @Test(arguments: [
        ("exit 0", "delivered: exit 0"),
        ("echo busy >&2; exit 75", "temporary: /bin/sh exited with 75: busy"),
        ("echo no such pager >&2; echo >&2; exit 1", "permanent: /bin/sh exited with 1: no such pager"),
        ("exit 64", "permanent: /bin/sh exited with 64"),
        ("kill -9 $$", "temporary: /bin/sh was ended by signal 9"),
    ])
    func theExitCodeSaysWhatBecameOfIt(script: String, said: String) async {
        #expect(await deliver(shell(script)) == said)
    }

    @Test func whatCannotBeRunIsTriedAgain() async throws {
        #expect(
            await deliver(channel("/nonexistent/pager"))
                == "temporary: cannot run /nonexistent/pager: No such file or directory")
        let file = try folder.put("no program", at: "text")
        #expect(await deliver(channel(file)) == "temporary: cannot run \(file): Permission denied")
    }

    @Test func whatTakesTooLongIsEndedWithAllItStarted() async throws {
        let script = #"sleep 600 & echo $! > "$1/child"; echo waiting >&2; wait"#
        let started = ContinuousClock.now
        #expect(
            await deliver(shell(script, folder.path, timeout: .milliseconds(700)))
                == "temporary: /bin/sh did not end within 0.7 seconds: waiting")
        #expect(ContinuousClock.now - started < .seconds(20))
        let child = try #require(pid_t(folder.text(at: "child").trimmingCharacters(in: .newlines)))
        _ = try await eventually("the end of what it started") { Self.isAlive(child) ? nil : true }
    }

    @Test func whatWillNotEndIsKilled() async throws {
        let script = #"trap "" TERM; echo $$ > "$1/self"; while :; do sleep 0.05; done"#
        #expect(
            await deliver(shell(script, folder.path, timeout: .milliseconds(500))).hasPrefix(
                "temporary: /bin/sh did not end within 0.5 seconds"))
        let child = try #require(pid_t(folder.text(at: "self").trimmingCharacters(in: .newlines)))
        #expect(!Self.isAlive(child))
    }

    /// A zombie that nobody has waited for yet is not.
    private static func isAlive(_ number: pid_t) -> Bool {
        guard let status = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8) else { return false }
        return !status.contains(") Z ")
    }

    @Test func aDaemonThatItLeavesBehindIsNotWaitedFor() async throws {
        let started = ContinuousClock.now
        let script = #"sleep 600 & echo $! > "$1/child"; echo gone >&2; exit 75"#
        #expect(await deliver(shell(script, folder.path)) == "temporary: /bin/sh exited with 75: gone")
        #expect(ContinuousClock.now - started < .seconds(20))
        let child = try #require(pid_t(folder.text(at: "child").trimmingCharacters(in: .newlines)))
        #expect(Self.isAlive(child))
        kill(child, SIGKILL)
    }

    @Test func aProgramThatReadsNothingAndOneThatTellsTooMuchDoNoHarm() async {
        let long = String(repeating: "引进科技人才", count: 100_000)
        let notice = Samples.notice(message: Label(long))
        #expect(await deliver(channel("/bin/true"), notice) == "delivered: exit 0")
        let noise = "yes 0123456789 | head -c 5000000 >&2; echo >&2; echo last >&2; exit 3"
        #expect(await deliver(shell(noise), notice) == "permanent: /bin/sh exited with 3: last")
    }

    @Test func aStopDoesNotWaitForIt() async throws {
        let channel = shell(#"echo > "$1/started"; exec sleep 600"#, folder.path, timeout: .seconds(600))
        let delivering = Task { await channel.deliver(Samples.notice(), at: Samples.now).said }
        _ = try await eventually("the program") { try folder.text(at: "started") }
        delivering.cancel()
        #expect(await delivering.value == "temporary: /bin/sh was stopped")
    }
}
