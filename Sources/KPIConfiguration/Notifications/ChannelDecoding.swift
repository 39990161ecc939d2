import Diagnostics
import KPICore

/// A channel as it is written. What is wrong with it was told, and recipients that name it are not wrong for that.
struct WrittenChannel {
    let id: Located<String>
    let kind: ChannelSettings.Kind?
    let settings: ChannelSettings?
}

extension Shape where Value == WrittenChannel {
    /// `{id: post, mail: {…}}`
    static var channel: Shape {
        .mapping("a channel") { channel in
            let id = channel.required("id", .located(.identifier))
            let kinds = ChannelSettings.Kind.allCases
            let given = kinds.filter { channel.has($0.rawValue) }
            let settings = given.compactMap { channel.required($0.rawValue, .settings(of: $0)) }
            if given.isEmpty, !channel.misspells(kinds.map(\.rawValue)) {
                channel.collector.report(
                    "missing-key", "a channel has to say what it is", at: channel.place(of: "id"),
                    label: "add one of \(kinds.map(\.rawValue).joined(separator: ", "))")
            }
            if given.count > 1 {
                channel.collector.report(
                    "bad-channel", "a channel is one thing, not \(given.map(\.rawValue).joined(separator: " and "))",
                    at: channel.keyPlace(of: given[1].rawValue), label: "make it a channel of its own")
            }
            let isOne = given.count == 1
            return id.map {
                WrittenChannel(id: $0, kind: isOne ? given.first : nil, settings: isOne ? settings.first : nil)
            }
        }
    }
}
