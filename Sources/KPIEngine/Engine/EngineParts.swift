package import KPICore

/// What the engine needs done and does not do itself: reading files' contents and writing words. kpid passes it in, so
/// that the engine depends on neither.
package struct EngineParts: Sendable {
    /// Turns a file of the inbox into observations or rows: name, bytes, when it was received, and for which catalog.
    package let decode: @Sendable (String, [UInt8], Instant, Catalog) -> Intake
    /// The receipt of a file as JSON: what it held, and how many of its rows were new and how many known before.
    package let receipt: @Sendable (Intake, _ new: Int, _ repeated: Int, Catalog) -> String
    /// The status as people read it in `status.txt`.
    package let statusText: @Sendable (StatusDocument, Language) -> String

    package init(
        decode: @escaping @Sendable (String, [UInt8], Instant, Catalog) -> Intake,
        receipt: @escaping @Sendable (Intake, Int, Int, Catalog) -> String,
        statusText: @escaping @Sendable (StatusDocument, Language) -> String
    ) {
        self.decode = decode
        self.receipt = receipt
        self.statusText = statusText
    }
}
