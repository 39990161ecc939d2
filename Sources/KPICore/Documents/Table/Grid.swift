/// Rows in columns that stand below each other and together are no wider than the terminal.
///
/// When room is short, columns give way in their order; then names are cut; then the bar shrinks. Room that is left
/// over goes to the names first, and then to the bar.
struct Grid {
    struct Column {
        enum Sort: Equatable {
            /// As wide as its widest cell.
            case plain
            /// May be cut.
            case name
            case bar
        }

        let heading: String
        let sort: Sort
        /// The lowest gives way first; nil stays.
        let givesWay: Int?
        let cells: [StyledText]

        init(_ heading: String, sort: Sort = .plain, givesWay: Int? = nil, _ cells: [StyledText]) {
            (self.heading, self.sort, self.givesWay, self.cells) = (heading, sort, givesWay, cells)
        }

        var natural: Int { cells.map(\.width).reduce(StyledText(heading).width, max) }
    }

    private static let gap = 2
    private static let bars = 10...30
    /// Columns give way before a name of this width is cut.
    private static let fairName = 24
    /// A name cut shorter than this tells nothing.
    private static let leastName = 12

    private let look: TableLook
    private let bars: [ProgressBar]
    /// Whether every column that stays has the room it needs.
    let fits: Bool
    private let columns: [(column: Column, width: Int)]

    init(_ columns: [Column], bars: [ProgressBar], width: Int, _ look: TableLook) {
        self.look = look
        self.bars = bars
        var columns = columns
        func taken(_ name: Int) -> Int {
            columns.reduce(-Self.gap) { sum, column in
                switch column.sort {
                case .plain: sum + Self.gap + column.natural
                case .name: sum + Self.gap + min(column.natural, name)
                case .bar: sum + Self.gap + Self.bars.lowerBound + (look.unicode ? 0 : 2)
                }
            }
        }
        while taken(Self.fairName) > width,
            let next = columns.indices.filter({ columns[$0].givesWay != nil }).min(by: {
                columns[$0].givesWay! < columns[$1].givesWay!
            })
        {
            columns.remove(at: next)
        }
        fits = taken(Self.leastName) <= width
        let name = max(Self.leastName, min(columns.first { $0.sort == .name }?.natural ?? 0, width - taken(0)))
        let bar = min(Self.bars.upperBound, max(6, Self.bars.lowerBound + width - taken(name)))
        self.columns = columns.map { column in
            switch column.sort {
            case .plain: (column, column.natural)
            case .name: (column, min(column.natural, name))
            case .bar: (column, bar)
            }
        }
    }

    var heading: StyledText {
        line { StyledText($0.heading, .faint) }
    }

    func row(_ index: Int) -> StyledText {
        line {
            $0.cells[index]
        } bar: {
            bars[index].drawn($0, look)
        }
    }

    private func line(
        _ cell: (Column) -> StyledText, bar: ((Int) -> StyledText)? = nil
    ) -> StyledText {
        columns.map { column, width in
            if column.sort == .bar, let bar { return bar(width) }
            let full = column.sort == .bar && !look.unicode ? width + 2 : width
            return cell(column).cut(to: full, look).padded(to: full)
        }.joined(StyledText(String(repeating: " ", count: Self.gap)))
    }
}
