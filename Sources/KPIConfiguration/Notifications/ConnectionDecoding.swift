import Diagnostics
import KPICore
import YAML

extension Shape where Value == ConnectionSettings {
    static var connection: Shape {
        .mapping("how the server is reached") { connection in
            ConnectionSettings(
                timeout: connection.optional("timeout", .duration, default: ConnectionSettings().timeout),
                proxy: connection.optional("proxy", .webAddress),
                authorities: connection.optional("authorities", .text))
        }
    }
}

extension Shape where Value == WebAddress {
    static var webAddress: Shape {
        let wanted = "an address such as https://example.org/path"
        return Shape(wanted) { field in
            guard let text = Shape<String>.text.read(field) else { return nil }
            // It may hold a key, so the message does not repeat it.
            return WebAddress(text)
                ?? field.refuse(
                    "bad-value", "\(field.name) wants \(wanted)",
                    label: "http:// or https:// and a host, with no name or password before it")
        }
    }
}

extension Shape where Value == SecretSource {
    /// `{file: /etc/kpid/secret}` or `{credential: NAME}`.
    static var secret: Shape {
        let wanted = "{file: /…} or {credential: …}"
        return Shape(wanted) { field in
            if field.node.isNull { return field.refuseType(wanted: wanted) }
            guard case .mapping = field.node.kind else {
                // What stands here may be the secret, so the message does not repeat it.
                return field.refuse(
                    "secret-in-settings", "\(field.name) says where a secret is kept, and is not the secret itself",
                    label: "keep it in a file that only kpid reads, and write \(wanted)")
            }
            return Shape.mapping { secret in
                let file = secret.optional("file", .text)
                let credential = secret.optional("credential", .text)
                let given = ["file", "credential"].filter { secret.has($0) }
                if given.count != 1, !secret.misspells(["file", "credential"]) {
                    secret.collector.report(
                        "bad-value", "\(field.name) wants either 'file' or 'credential'", at: field.node.place)
                }
                return given.count == 1 ? file.map { .file($0) } ?? credential.map { .credential($0) } : nil
            }.read(field)
        }
    }
}
