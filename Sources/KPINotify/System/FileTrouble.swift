internal import Glibc
internal import KPICore

/// The system did not do what it was asked. Somebody may put that right, so a notice waits for it.
struct FileTrouble: Error, Sendable, Hashable {
    let cause: Label

    init(_ cause: Label) {
        self.cause = cause
    }

    /// - Parameter code: as in errno(3).
    init(code: Int32) {
        self.init(Label(unsafe String(cString: strerror(code))))
    }

    /// With the error of the call that has just failed.
    static func last() -> FileTrouble { FileTrouble(code: errno) }
}
