/// What a header has to name for a sheet to be read in a certain way.
struct HeaderPattern {
    var columns: [SheetColumn]
    /// Columns that are known to say nothing of their own, as they are written in lower case.
    var ignored: Set<String> = []
    /// Of these columns at least one has to be there.
    var choice: Range<Int>?

    init(_ columns: [SheetColumn], ignored: Set<String> = [], choice: Range<Int>? = nil) {
        (self.columns, self.ignored, self.choice) = (columns, ignored, choice)
    }
}
