package import KPICore

/// A secret cannot be had now. Somebody may put it there.
package struct SecretError: Error, Sendable, Hashable {
    package let source: SecretSource
    package let cause: Label

    package var label: Label {
        let place =
            switch source {
            case .file(let path): Label(path)
            case .credential(let name): Label(zh: "凭据“\(name)”", en: "the credential '\(name)'")
            }
        return Label(
            zh: "无法读取密钥（\(place.zh)）：\(cause.zh)", en: "cannot read the secret in \(place.en): \(cause.en)")
    }
}
