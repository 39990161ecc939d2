/// What a header has to name for a sheet to be read in a certain way.
struct HeaderPattern {
    let columns: [SheetColumn]
    /// Columns that are known to say nothing of their own, as they are written in lower case.
    let ignored: Set<String>
    /// Of these columns at least one has to be there.
    let choice: Range<Int>?
    private let places: [String: Int]

    init(_ columns: [SheetColumn], ignored: Set<String> = [], choice: Range<Int>? = nil) {
        (self.columns, self.ignored, self.choice) = (columns, ignored, choice)
        let names = columns.enumerated().flatMap { place, column in column.names.map { ($0, place) } }
        places = Dictionary(names) { first, _ in first }
    }

    /// Which of the columns goes by a name; the first where several do.
    func place(of name: String) -> Int? { places[name] }
}
