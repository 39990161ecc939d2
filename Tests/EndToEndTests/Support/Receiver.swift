import TestServers

/// Somebody who is told of every alert, over a channel of their own.
enum Receiver {
    /// A program behind a web address, and how many seconds its answer is waited for.
    case hook(HTTPServer, timeout: Int = 60)
    case mail(MailServer)
    case alertmanager(AlertmanagerServer)
    /// The folder `notices` of the state directory.
    case files

    /// The channel's name.
    var channel: String {
        switch self {
        case .hook: "hook"
        case .mail: "post"
        case .alertmanager: "am"
        case .files: "files"
        }
    }

    /// How the settings describe the channel.
    var settings: String {
        switch self {
        case .hook(let server, let timeout):
            "webhook: {address: '\(server.url)', connection: {timeout: \(timeout)s}}"
        case .mail(let server):
            "mail: {host: 127.0.0.1, port: \(server.port), encryption: none, from: kpid@example.org}"
        case .alertmanager(let server): "alertmanager: {address: '\(server.url)', repeat_every: 10s}"
        case .files: "file: {folder: notices}"
        }
    }

    /// How the settings describe whoever is told. A person is told as a program is: at once, and of each thing by itself.
    var recipient: String {
        if case .mail = self {
            return "{id: zhang, channel: post, address: zhang@example.org, wait: 0s, grouped: false}"
        }
        return "{id: \(channel)-reader, channel: \(channel)}"
    }
}
