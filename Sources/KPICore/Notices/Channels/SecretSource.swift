/// Where a secret is kept. The settings name the place and never hold the secret.
package enum SecretSource: Sendable, Hashable {
    /// A file that holds nothing else, by its absolute path.
    case file(String)
    /// One of the unit's credentials (`LoadCredential=`, `SetCredentialEncrypted=`), by its name.
    case credential(String)

    var complaint: String? {
        switch self {
        case .file(let path):
            path.hasPrefix("/") && !path.hasSuffix("/") ? nil : "'\(path)' must be the absolute path of a file"
        case .credential(let name):
            name.isEmpty || name == "." || name == ".." || name.utf8.contains(UInt8(ascii: "/"))
                ? "'\(name)' must be the name of a credential, without a slash" : nil
        }
    }
}
