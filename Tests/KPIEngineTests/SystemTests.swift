import Dispatch
import Glibc
import Testing

@testable import KPIEngine

struct SystemTests {
    /// A socket such as systemd listens on.
    private func listen(on name: String) throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = try #require(UnixAddress(name))
        let isBound = address.bind(descriptor)
        try #require(isBound)
        return descriptor
    }

    private func receive(_ descriptor: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = unsafe recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }

    @Test(arguments: [true, false]) func systemdIsTold(isAbstract: Bool) throws {
        let folder = try TemporaryFolder()
        let name = isAbstract ? "@kpid-test-\(folder.path)" : folder.path + "/notify"
        let socket = try listen(on: name)
        defer { close(socket) }
        let environment = ["NOTIFY_SOCKET": name, "WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "\(getpid())"]
        let systemd = SystemdNotifier { environment[$0] }
        #expect(systemd.watchdogTimeout == .seconds(30))
        #expect(systemd.ready(status: "12 targets\nas of 2021-07-10"))
        #expect(receive(socket) == "READY=1\nSTATUS=12 targets as of 2021-07-10")
        #expect(systemd.reloading())
        #expect(receive(socket).hasPrefix("RELOADING=1\nMONOTONIC_USEC="))
        #expect(systemd.status("错误"))
        #expect(receive(socket) == "STATUS=错误")
        systemd.watchdog()
        #expect(receive(socket) == "WATCHDOG=1")
        systemd.stopping()
        #expect(receive(socket) == "STOPPING=1")
    }

    @Test func withoutSystemdNothingHappens() {
        #expect(!SystemdNotifier { _ in nil }.ready(status: ""))
        #expect(SystemdNotifier { _ in nil }.watchdogTimeout == nil)
        let gone = ["NOTIFY_SOCKET": "/none/notify", "WATCHDOG_USEC": "1000", "WATCHDOG_PID": "1"]
        #expect(!SystemdNotifier { gone[$0] }.ready(status: ""))
        #expect(SystemdNotifier { gone[$0] }.watchdogTimeout == nil)
        #expect(!SystemdNotifier { _ in "/" + String(repeating: "x", count: 200) }.watchdog())
    }

    private actor Counter {
        private let executor: EngineExecutor
        private var count = 0

        init(_ executor: EngineExecutor) {
            self.executor = executor
        }

        nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

        func add() -> Int {
            let before = count
            usleep(10)
            count = before + 1
            return count
        }
    }

    @Test func anActorRunsOnItsOwnQueueOneStepAtATime() async {
        let counter = Counter(EngineExecutor(label: "kpid.test"))
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<200 { group.addTask { _ = await counter.add() } }
        }
        #expect(await counter.add() == 201)
    }
}
