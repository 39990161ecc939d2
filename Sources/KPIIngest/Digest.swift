import CCrypto
package import KPICore

/// Fingerprints of files, by which a file is known again whatever it is called.
package enum Digest {
    /// SHA-256 in lower-case hexadecimal.
    package static func sha256(_ bytes: [UInt8]) -> String { sha256(HeldContent(bytes)) }

    package static func sha256(_ content: some FileContent) -> String {
        let context = unsafe EVP_MD_CTX_new()
        defer { unsafe EVP_MD_CTX_free(context) }
        var isDone = unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
        var place = 0
        while case let piece = content.read(1 << 18, at: place), !piece.isEmpty {
            unsafe piece.withUnsafeBytes { input in
                isDone = unsafe isDone && EVP_DigestUpdate(context, input.baseAddress, input.count) == 1
            }
            place += piece.count
        }
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        isDone = unsafe isDone && EVP_DigestFinal_ex(context, &digest, &length) == 1
        precondition(isDone, "libcrypto has no SHA-256")
        return digest.prefix(Int(length)).reduce(into: "") { text, byte in
            text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }
}
