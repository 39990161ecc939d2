import Diagnostics
import KPICore

/// A recipient as it is written. What is wrong with it was told, and routes to it are not wrong for that.
struct WrittenRecipient {
    let id: Located<String>
    let channel: Located<String>?
    /// It is said of whose targets they answer for, rightly or not.
    let isOwner: Bool
    let recipient: Recipient?
}

extension Shape where Value == WrittenRecipient {
    /// - Parameter channels: nil where they cannot be known.
    static func recipient(_ language: Language, _ channels: [WrittenChannel]?, _ names: AlertNames) -> Shape {
        .mapping("a recipient") { recipient in
            let id = recipient.required("id", .located(.identifier))
            let label = recipient.optional("label", .label)
            let language = recipient.optional("language", .word(Language.self), default: language)
            let channel = recipient.required("channel", .located(.channelName(channels?.map(\.id.value))))
            let kind = channels?.first { $0.id.value == channel?.value }?.kind
            let address = address(recipient, kind)
            let owns = recipient.optional("owns", .oneOrMore(of: .owner(names)), default: [])
            let pace = pace(recipient, kind)
            guard let id else { return nil }
            if id.value == Route.ownerWord {
                recipient.collector.report(
                    "bad-value", "no recipient can be called '\(id.value)'", at: id.place,
                    label: "in routes it means whoever answers for the target")
            }
            let made = channel.map {
                Recipient(
                    id: RecipientID(id.value), label: label ?? Label(id.value), language: language,
                    channel: $0.value, address: address ?? "", owns: owns, pace: pace)
            }
            return WrittenRecipient(
                id: id, channel: channel, isOwner: recipient.has("owns"), recipient: made)
        }
    }

    private static func address(_ recipient: MappingReader, _ kind: ChannelSettings.Kind?) -> String? {
        switch kind {
        case .mail: return recipient.required("address", .mailAddress)?.text
        case nil: return recipient.optional("address", .text)
        case let kind?:
            if recipient.has("address") {
                recipient.collector.report(
                    "bad-value", "a \(kind.rawValue) channel has one receiver of its own",
                    at: recipient.place(of: "address"), label: "leave out 'address', which is for mail")
            }
            return nil
        }
    }

    private static func pace(_ recipient: MappingReader, _ kind: ChannelSettings.Kind?) -> Recipient.Pace {
        let isPerson = kind?.isReadByPeople ?? false
        let wait = recipient.optional("wait", .duration, default: .seconds(isPerson ? 300 : 0))
        let isGrouped = recipient.optional("grouped", .boolean, default: isPerson)
        let repeats = recipient.optional("repeat", .pause)
        let digest = recipient.optional("digest", .digest)
        let atOnce = recipient.optional("at_once", .word(Severity.self))
        let tellsEnds = recipient.optional("ends", .boolean, default: true)
        let collector = recipient.collector
        if recipient.has("at_once"), !recipient.has("digest") {
            collector.report(
                "bad-value", "'at_once' is for those who get a digest", at: recipient.keyPlace(of: "at_once"),
                label: "add 'digest: …', or leave it out: everything is told at once")
        }
        if kind == .alertmanager {
            if isGrouped { refuse("grouped", "groups by itself") }
            if digest != nil { refuse("digest", "keeps single alerts and takes no digest") }
            if !tellsEnds {
                collector.report(
                    "endless-alerts", "an Alertmanager that is not told of ends shows alerts until they lapse",
                    severity: .warning, at: recipient.place(of: "ends"))
            }
        }
        func refuse(_ key: String, _ why: String) {
            collector.report(
                "bad-value", "an Alertmanager \(why)", at: recipient.place(of: key), label: "leave out '\(key)'")
        }
        return Recipient.Pace(
            wait: wait.components.seconds, repeatAfter: repeats, isGrouped: isGrouped, digest: digest, atOnce: atOnce,
            tellsEnds: tellsEnds)
    }
}

extension Shape where Value == String {
    fileprivate static func channelName(_ known: [String]?) -> Shape {
        Shape("the id of a channel") { field in
            guard let name = Shape.text.read(field) else { return nil }
            guard let known, !known.contains(name) else { return name }
            let all = known.isEmpty ? "there is none yet" : "the channels are \(known.joined(separator: ", "))"
            return field.refuse(
                "unknown-channel", "unknown channel '\(name)'",
                label: Suggestion.nearest(to: name, in: known).map { "did you mean '\($0)'?" } ?? all)
        }
    }

    fileprivate static func owner(_ names: AlertNames) -> Shape {
        Shape("an owner of targets") { field in
            Shape.text.read(field).flatMap { names.find($0, .owner, isPattern: false, field) }
        }
    }
}

extension Shape where Value == Delay {
    /// A delay that takes any time at all.
    fileprivate static var pause: Shape {
        Shape<Delay>.delay.checked("must be longer than nothing") { delay in
            switch delay {
            case .seconds(let seconds): seconds > 0
            case .workingDays(let count), .periods(let count): count > 0
            }
        }
    }
}
