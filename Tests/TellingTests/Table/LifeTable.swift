/// All combinations, each played once.
enum LifeTable {
    static var cells: [TableRun] { get async { await played.value } }

    /// The same without the thing.
    static func plain(_ start: Start, _ course: Course) async -> TableRun? {
        await cells.first { $0.thing == .nothing && $0.start == start && $0.course == course }
    }

    private static let played = Task {
        await withTaskGroup(of: (Int, [TableRun]).self) { group in
            for (index, thing) in Thing.allCases.enumerated() {
                group.addTask {
                    let cells = Start.allCases.flatMap { start in
                        Course.allCases.map { TableRun(thing, start, $0) }
                    }
                    return (index, cells)
                }
            }
            var parts: [(Int, [TableRun])] = []
            for await part in group { parts.append(part) }
            return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }
}
