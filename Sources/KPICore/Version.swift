/// The version of kpid and kpictl, which are released together.
package enum Version {
    package static let text = "0.1.0"
}
