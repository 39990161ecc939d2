/// What the translation keys in Open SDG's data stand for.
///
/// A text that begins with `data.` is a key; what follows the point is the text itself, unless a label is listed for it.
package struct OpenSDGLabels: Sendable {
    private let labels: [String: String]

    package init(_ labels: [String: String] = [:]) {
        self.labels = labels
    }

    package func text(_ written: String) -> String {
        guard written.utf8.first == UInt8(ascii: "d"), written.hasPrefix("data.") else { return written }
        let key = String(written.dropFirst("data.".count))
        return labels[key] ?? key
    }
}
