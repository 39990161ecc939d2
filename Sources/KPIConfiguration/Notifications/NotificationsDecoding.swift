import Diagnostics
import KPICore

extension Shape where Value == NotificationPlan {
    /// The file `notify.yaml`.
    ///
    /// - Parameter language: of recipients that say none.
    static func notifications(_ language: Language, _ names: AlertNames) -> Shape {
        .mapping("who is told of what") { file in
            let mistakes = file.collector.errors
            let channels = whole(file, "channels", .list(of: .channel))
            file.collector.reportTwice("channel", (channels ?? []).map(\.id))
            let recipients = whole(file, "recipients", .list(of: .recipient(language, channels, names)))
            file.collector.reportTwice("recipient", (recipients ?? []).map(\.id))
            reportSharedAddresses(recipients ?? [], file.collector)
            let routes = file.optional("routes", .list(of: .route(recipients, names)), default: [])
            let mutes = file.optional("quiet", .list(of: .muteWindow(names)), default: [])
            file.collector.reportTwice("quiet time", mutes.map { Located($0.value.id, at: $0.place) })
            let inhibitions = file.optional("inhibit", .list(of: .inhibition(names)), default: [])
            file.collector.reportTwice("inhibition", inhibitions.map { Located($0.value.id, at: $0.place) })
            let remind = file.optional(
                "remind_before", .quantity(["working days": 1, "working day": 1], atMost: 366),
                default: Quantity(1, 1))
            let plan = NotificationPlan(
                channels: Dictionary(
                    (channels ?? []).compactMap { channel in channel.settings.map { (channel.id.value, $0) } }
                ) { first, _ in first },
                recipients: (recipients ?? []).compactMap(\.recipient), routes: routes, mutes: mutes.map(\.value),
                inhibitions: inhibitions.map(\.value), remindBefore: remind.number)
            // Whoever is not reached because of a mistake is told of the mistake.
            if file.collector.errors == mistakes {
                Self.reportIdle(channels ?? [], recipients ?? [], routes, file.collector)
            }
            return plan
        }
    }

    /// A list that may be left out. Nil when it is no list: then nobody can know what it was to hold.
    private static func whole<Element>(
        _ file: MappingReader, _ key: String, _ shape: Shape<[Element]>
    ) -> [Element]? {
        let mistakes = file.collector.errors
        return file.optional(key, shape) ?? (file.collector.errors == mistakes ? [] : nil)
    }

    /// Two who share an address would be told by notices that no receiver could tell apart, and one of them not at all.
    private static func reportSharedAddresses(_ recipients: [WrittenRecipient], _ collector: DiagnosticCollector) {
        var first: [[String]: WrittenRecipient] = [:]
        for written in recipients {
            guard let recipient = written.recipient, !recipient.address.isEmpty else { continue }
            let place = [recipient.channel, recipient.address]
            if let other = first[place] {
                collector.report(
                    "duplicate-address",
                    "'\(written.id.value)' and '\(other.id.value)' have one address, \(recipient.address)",
                    at: written.id.place, label: "make them one, and send both routes to it",
                    notes: ["the first is at \(other.id.place.description)"])
            } else {
                first[place] = written
            }
        }
    }

    /// What is written and comes to nothing.
    private static func reportIdle(
        _ channels: [WrittenChannel], _ recipients: [WrittenRecipient], _ routes: [Route],
        _ collector: DiagnosticCollector
    ) {
        for channel in channels where !recipients.contains(where: { $0.channel?.value == channel.id.value }) {
            collector.report(
                "idle-channel", "nobody is told over '\(channel.id.value)'", severity: .warning, at: channel.id.place,
                label: "add a recipient with 'channel: \(channel.id.value)'")
        }
        let addressees = Set(routes.flatMap(\.to))
        for recipient in recipients {
            let isReached =
                addressees.contains(.recipient(RecipientID(recipient.id.value)))
                || recipient.isOwner && addressees.contains(.owner)
            guard !isReached else { continue }
            collector.report(
                "idle-recipient", "no route leads to '\(recipient.id.value)'", severity: .warning,
                at: recipient.id.place, label: "add a route with 'to: \(recipient.id.value)'")
        }
    }
}

extension DiagnosticCollector {
    fileprivate var errors: Int { diagnostics.count { $0.severity == .error } }

    /// Names that are given to two things of a kind.
    fileprivate func reportTwice(_ noun: String, _ names: [Located<String>]) {
        var first: [String: Place] = [:]
        for name in names {
            if let place = first[name.value] {
                report(
                    "duplicate-id", "a second \(noun) '\(name.value)'", at: name.place,
                    notes: ["the first is at \(place.description)"])
            } else {
                first[name.value] = name.place
            }
        }
    }
}
