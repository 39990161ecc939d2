internal import CCurl
internal import KPICore

/// The transfer did not come about, or broke off.
struct TransferTrouble: Error, Sendable {
    let detail: Label
    /// Only what the settings say can mend it.
    let isPermanent: Bool

    init(code: CURLcode, message: String = "") {
        let general = unsafe String(cString: curl_easy_strerror(code))
        switch code {
        case CURLE_ABORTED_BY_CALLBACK: detail = Label(zh: "被中止", en: "it was stopped")
        case CURLE_OPERATION_TIMEDOUT:
            detail = Label(zh: "超时（\(message)）", en: "it took too long (\(message))")
        case CURLE_PEER_FAILED_VERIFICATION:
            detail = Label(
                zh: "证书无法核实（\(message)）；若由自己的机构签发，请设置 authorities",
                en: "its certificate cannot be verified (\(message)); for an authority of your own set 'authorities'")
        default: detail = Label(message.isEmpty ? general : message)
        }
        isPermanent = code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_URL_MALFORMAT
    }

    /// - Parameter server: as it may be shown.
    func delivery(to server: String) -> Delivery {
        let reason = Label(zh: "无法送达 \(server)：\(detail.zh)", en: "cannot reach \(server): \(detail.en)")
        return isPermanent ? .permanent(reason: reason) : .temporary(reason: reason)
    }
}
