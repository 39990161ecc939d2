/// A name that ends in Manager, Helper or Util says that nobody knew what the thing is. Alertmanager is a program of
/// that name.
struct PlainNames: Rule {
    private static let keywords: Set<Substring> = ["struct", "class", "enum", "actor", "protocol", "typealias", "func"]

    func findings(in file: SourceFile) -> [Finding] {
        // Made once for a file: a pattern is compiled anew each time its literal is reached.
        let vague = #/(?:[Mm]anager|[Hh]elper|[Uu]til(?:s|ity|ities)?)s?(?:$|[A-Z+])/#
        let declaration = #/\b(?:struct|class|enum|actor|protocol|typealias|func)\s+(\w+)/#
        var names = [(0, file.stem)]
        for (index, line) in file.lines.enumerated() where !line.words.isDisjoint(with: Self.keywords) {
            if let match = line.code.firstMatch(of: declaration) { names.append((index, String(match.1))) }
        }
        return names.filter { $0.1.replacing("Alertmanager", with: "").contains(vague) }.map { index, name in
            file.finding(index, "'\(name)' does not say what it does: name it after its one task")
        }
    }
}
