internal import Glibc
package import KPICore

/// Reads secrets from where they are kept, each time anew: one that was changed counts from the next attempt on.
package struct SecretReader: Sendable {
    private let credentials: String?

    /// With the unit's credentials, where systemd has passed some (`$CREDENTIALS_DIRECTORY`).
    package init() {
        self.init(credentials: unsafe getenv("CREDENTIALS_DIRECTORY").map { unsafe String(cString: $0) })
    }

    init(credentials: String?) {
        self.credentials = credentials
    }

    /// The line in the file, without its end.
    package func read(_ source: SecretSource) throws(SecretError) -> Secret {
        let bytes: [UInt8]
        do throws(FileTrouble) {
            bytes = try OpenFile.content(of: try path(source), limit: 65_536)
        } catch {
            throw SecretError(source: source, cause: error.cause)
        }
        guard var text = String(validating: bytes, as: UTF8.self) else {
            throw SecretError(source: source, cause: Label(zh: "不是 UTF-8", en: "it is not UTF-8"))
        }
        while text.unicodeScalars.last == "\n" || text.unicodeScalars.last == "\r" { text.unicodeScalars.removeLast() }
        if text.isEmpty { throw SecretError(source: source, cause: Label(zh: "内容为空", en: "it is empty")) }
        // A line break would begin another header.
        if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            let cause = Label(
                zh: "不止一行，或含控制字符", en: "it is more than one line, or has a control character in it")
            throw SecretError(source: source, cause: cause)
        }
        return Secret(text)
    }

    private func path(_ source: SecretSource) throws(FileTrouble) -> String {
        switch source {
        case .file(let path): return path
        case .credential(let name):
            guard let credentials else {
                throw FileTrouble(Label(zh: "systemd 没有传来凭据", en: "systemd has passed no credentials"))
            }
            return "\(credentials)/\(name)"
        }
    }
}
