import Foundation
import KPICore

/// What the daemon has written: the status, and the alerts that are open.
struct StatusFiles {
    let text: Data
    let document: StatusDocument
    /// Nil when `alerts.json` is not there or is not that of the same moment's status.
    let alerts: [OpenAlert]?
    let written: Instant

    init(_ state: StatePath) throws {
        guard let text = FileManager.default.contents(atPath: state.status), let at = StatePath.modified(state.status)
        else { throw Self.absent(state) }
        do {
            document = try Self.decoder.decode(StatusDocument.self, from: text)
        } catch {
            throw Failure(
                .failure, zh: "\(state.status) 不是本版本 kpictl 能读的状态文件：请安装同一版本的 kpid 和 kpictl。",
                en: "\(state.status) is not a status that this kpictl can read: install kpid and kpictl of one version."
            )
        }
        alerts =
            FileManager.default.contents(atPath: state.alerts)
            .flatMap { try? Self.decoder.decode(OpenAlerts.self, from: $0) }?.alerts
        self.text = text
        written = at
    }

    private static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return decoder
    }

    private static func absent(_ state: StatePath) -> Failure {
        if FileManager.default.fileExists(atPath: state.status) {
            return Failure(
                .unreachable, zh: "无权读取 \(state.status)：请把自己加入 kpid 组，然后重新登录。",
                en: "\(state.status) may not be read: add yourself to the group kpid and log in again.")
        }
        if StatePath.isClosed {
            return Failure(
                .unreachable, zh: "\(state.path) 里没有状态文件，又无权读取 \(StatePath.system)：请把自己加入 kpid 组，然后重新登录。",
                en: """
                    there is no status in \(state.path), and \(StatePath.system) may not be read: \
                    add yourself to the group kpid and log in again.
                    """)
        }
        return Failure(
            .unreachable, zh: "\(state.path) 里没有状态文件：先运行 kpid，或用 --state-dir 指明目录。",
            en: "there is no status in \(state.path): run kpid first, or name its directory with --state-dir.")
    }
}
