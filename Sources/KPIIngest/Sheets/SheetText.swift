import KPICore

/// A sheet as separated text in UTF-8, whatever the format it came in: behind this there is one way to read rows.
package struct SheetText: Sendable {
    /// Of a sheet in a workbook.
    package var name: String?
    package private(set) var text: TextSource
    package var separator = UInt8(ascii: ",")
    /// Not shown to whoever opens the workbook.
    package var isHidden = false
    /// What was found while it was made.
    package var remarks: [PlacedRemark] = []
    /// Rows that cannot be taken, for which there is a remark.
    package var refused: Set<Int> = []
    /// The line of the file on which each record stands; nil where the text's own lines are the file's.
    package var lines: [Int]?

    package init(_ text: TextSource, separator: UInt8 = UInt8(ascii: ",")) {
        self.text = text
        self.separator = separator
    }

    package init(_ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")) {
        self.init(TextSource(bytes), separator: separator)
    }

    /// The same, with somebody told how far its reading has come.
    func watched(by watch: @escaping TextSource.Watcher) -> SheetText {
        var watched = self
        watched.text = text.watched(by: watch)
        return watched
    }

    /// All of the text.
    package var bytes: [UInt8] { text.bytes }
}

/// A remark and the line that it is about; nil: all of the sheet.
package struct PlacedRemark: Error, Hashable {
    package let remark: Remark
    package let line: Int?

    package init(_ remark: Remark, line: Int? = nil) {
        (self.remark, self.line) = (remark, line)
    }
}
