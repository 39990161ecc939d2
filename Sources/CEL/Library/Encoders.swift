/// The encoders extension: base64.
extension Library {
    static let encoders: [Function] = [
        Function(
            "base64.encode", "Bytes as base64, padded.",
            [
                .unary("base64_encode_bytes") { (bytes: Bytes, context: inout Context) throws(Stop) -> String in
                    try context.charge(bytes: bytes.array.count * 2)
                    return Base64.encode(bytes.array)
                }
            ]),
        Function(
            "base64.decode", "The bytes that base64 text stands for; padding may be left out.",
            [
                .unary("base64_decode_string") { (text: String, context: inout Context) throws(Stop) -> Bytes in
                    try context.charge(bytes: text.utf8.count)
                    guard let bytes = Base64.decode(text) else { throw .failed("the text is not base64") }
                    return Bytes(bytes)
                }
            ]),
    ]
}
