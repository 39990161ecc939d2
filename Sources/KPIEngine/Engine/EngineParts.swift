package import KPICore

/// What the engine needs done and does not do itself: reading what files hold. kpid passes it in, so that the engine does
/// not depend on formats.
package struct EngineParts: Sendable {
    /// Turns a file into observations or rows, for a catalog, and beside what is known already.
    package let decode: @Sendable (IncomingFile, Catalog, Facts) -> Intake
    /// The receipt of a file as JSON: what it held, and how many of its rows were new and how many known before.
    package let receipt: @Sendable (Intake, _ new: Int, _ repeated: Int, Catalog) -> String

    package init(
        decode: @escaping @Sendable (IncomingFile, Catalog, Facts) -> Intake,
        receipt: @escaping @Sendable (Intake, Int, Int, Catalog) -> String
    ) {
        self.decode = decode
        self.receipt = receipt
    }
}
