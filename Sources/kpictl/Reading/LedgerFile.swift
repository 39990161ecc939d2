import CEL
import KPIConfiguration
import KPICore
import KPIStore

/// The ledger of a state directory, opened for reading beside a daemon that may be writing.
struct LedgerFile {
    let ledger: Ledger
    /// Of the clocks that the organisation goes by; this machine's where no status tells.
    let zone: Zone

    init(_ state: StatePath) throws {
        let name = (try? StatusFiles(state))?.document.zone ?? FirstConfiguration.localZone
        zone = ZoneFiles.zone(name) ?? .utc
        do {
            ledger = try Ledger(path: state.ledger, readOnly: true)
        } catch {
            throw Self.failure(error, state)
        }
    }

    /// What keeps the ledger from being read, and what to do.
    static func failure(_ error: LedgerError, _ state: StatePath) -> Failure {
        switch error.kind {
        case .inaccessible: inaccessible(error, state)
        case .busy:
            Failure(
                .unreachable, zh: "账本 \(error.path) 正被占用：稍后再试。",
                en: "the ledger \(error.path) is in use: try again in a moment.")
        case .olderSchema:
            Failure(
                .unreachable, zh: "账本 \(error.path) 是较早版本的 kpid 写的：先运行一次本版本的 kpid。",
                en: "an earlier kpid wrote the ledger \(error.path): run this version of kpid once.")
        case .newerSchema:
            Failure(
                .failure, zh: "账本 \(error.path) 是较新版本的 kpid 写的：请安装同一版本的 kpictl。",
                en: "a later kpid wrote the ledger \(error.path): install kpictl of the same version.")
        case .notALedger:
            Failure(
                .failure, zh: "\(error.path) 不是 kpid 的账本：用 --state-dir 指明目录。",
                en: "\(error.path) is not a ledger of kpid: name its directory with --state-dir.")
        case .corrupt:
            Failure(
                .failure, zh: "账本 \(error.path) 已损坏（\(error.cause)）：恢复备份，或用 sqlite3 的 .recover 修复。",
                en: "the ledger \(error.path) is damaged (\(error.cause)): restore a backup, or use sqlite3's .recover."
            )
        case .full, .inputOutput, .source, .other:
            Failure(.failure, zh: "无法读取账本 \(error.path)：\(error.cause)。", en: "\(error).")
        }
    }

    private static func inaccessible(_ error: LedgerError, _ state: StatePath) -> Failure {
        switch state.ledgerAccess {
        case .readable:
            // SQLite keeps files beside the ledger, and has to create those that are missing.
            Failure(
                .unreachable,
                zh: "账本 \(error.path) 旁缺少 -wal 或 -shm 文件，而此处不能新建：请在 kpid 运行时再试，或改用有写权限的用户。",
                en: """
                    beside the ledger \(error.path) its files -wal and -shm are missing or closed to you, and you may \
                    not create them: try again while kpid runs, or as a user who may write there.
                    """)
        case .forbidden:
            Failure(
                .unreachable, zh: "无权读取 \(error.path)：请把自己加入 kpid 组，然后重新登录。",
                en: "\(error.path) may not be read: add yourself to the group kpid and log in again.")
        case .absent:
            Failure(
                .unreachable, zh: "\(state.path) 里没有账本：先运行 kpid，或用 --state-dir 指明目录。",
                en: "there is no ledger in \(state.path): run kpid first, or name its directory with --state-dir.")
        }
    }
}
