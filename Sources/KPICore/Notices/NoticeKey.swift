/// What makes two notices the same to a receiver: the same key, sent again after a crash or a timeout, is the same
/// notice, and a receiver that remembers keys takes it once.
package struct NoticeKey: Sendable, Hashable, CustomStringConvertible {
    /// The alert's identity; for a digest its name and its owner's.
    package let subject: String
    package let episode: Int
    /// Counts what is said of the subject in this episode, from 1.
    package let sequence: Int
    /// The channel's name in the settings.
    package let channel: String
    /// Who is told over it, such as a mail address; empty where the channel has one receiver of its own.
    package let recipient: String

    package init(subject: String, episode: Int, sequence: Int, channel: String, recipient: String = "") {
        self.subject = subject
        self.episode = episode
        self.sequence = sequence
        self.channel = channel
        self.recipient = recipient
    }

    /// `behind-plan/talent.recruits/370811#2.1@ops`, and `/RECIPIENT` after it where there is one.
    ///
    /// Printable ASCII, whatever the names are, so that it stands unchanged in a header, a variable and a file. No two
    /// keys have the same text, because what separates the parts is escaped within them.
    package var text: String { "\(thread).\(sequence)@\(Self.escaped(channel))" + receiver }

    /// What the notices of one episode to one receiver have in common.
    package var episodeText: String { "\(thread)@\(Self.escaped(channel))" + receiver }

    package var description: String { text }

    /// A number that is always the same for the same text, to seed what has to differ between notices.
    package var seed: UInt64 {
        // FNV-1a: Hasher would give another number in each process.
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private var thread: String { "\(Self.escaped(subject, keeping: "/"))#\(episode)" }

    private var receiver: String { recipient.isEmpty ? "" : "/" + Self.escaped(recipient, keeping: "@") }

    private static func escaped(_ text: String, keeping kept: String = "") -> String {
        text.utf8.reduce(into: "") { result, byte in
            let scalar = Unicode.Scalar(byte)
            if isPlain(scalar) || kept.unicodeScalars.contains(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "A"..."Z", "a"..."z", "0"..."9", "-", ".", "_", "~": true
        default: false
        }
    }
}
