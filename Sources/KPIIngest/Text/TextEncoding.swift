/// The encodings in which offices save text.
package enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    /// The superset of GBK and GB2312 that Chinese spreadsheets call "ANSI".
    case gb18030 = "GB18030"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
}
