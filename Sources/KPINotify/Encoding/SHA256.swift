internal import CCrypto

/// Fingerprints and signatures by SHA-256.
enum SHA256 {
    static func digest(_ text: String) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        let input = Array(text.utf8)
        let done = unsafe input.withUnsafeBytes { input in
            unsafe EVP_Digest(input.baseAddress, input.count, &digest, &length, EVP_sha256(), nil)
        }
        precondition(done == 1, "libcrypto has no SHA-256")
        return Array(digest.prefix(Int(length)))
    }

    /// The code by which a receiver with the same key knows that the message is from us and as we sent it (RFC 2104).
    static func code(of message: [UInt8], key: String) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        let key = Array(key.utf8)
        let done = unsafe message.withUnsafeBufferPointer { message in
            unsafe HMAC(EVP_sha256(), key, Int32(key.count), message.baseAddress, message.count, &code, &length) != nil
        }
        precondition(done, "libcrypto has no HMAC with SHA-256")
        return Array(code.prefix(Int(length)))
    }
}
