import KPICore
import KPIEngine
import KPINotify
import KPIStore

extension ChannelSettings {
    /// The channel they describe, as couriers use it.
    ///
    /// - Parameter directory: from where a folder is meant that is not absolute.
    func port(named name: String, in directory: StateDirectory) -> ChannelPort {
        // Where that cannot be done, the channel says so with every notice.
        try? directory.create(for: self)
        let channel = resolved(in: directory.path).channel(named: name) { $0.faultPoint.pass() }
        let keeper = channel as? AlertmanagerChannel
        return ChannelPort(
            name: name, rateLimit: rateLimit,
            keepAlive: keeper.map { keeper in
                ChannelPort.KeepAlive(every: keeper.repeatEvery) { await keeper.keepAlive($0, at: $1) }
            }
        ) { await channel.deliver($0, at: $1) }
    }
}

extension FileStep {
    /// At which a test may stop the program.
    var faultPoint: FaultPoint {
        switch self {
        case .write: .write
        case .sync: .fsync
        case .rename: .rename
        case .syncFolder: .fsyncFolder
        }
    }
}
